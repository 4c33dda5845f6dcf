"""Serves a prototype: one page function for all screens, found by their addresses.

The environment may set ``PROTOTYPE_HOST`` (127.0.0.1), ``PROTOTYPE_PORT`` (8080; 0 for a free one),
``DATABASE_URL`` (an SQLite file in ``data/``) and ``PROTOTYPE_TEST`` (see :mod:`.testing`).
"""

from __future__ import annotations

import hashlib
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from fastapi import Request
from nicegui import app, ui
from starlette.responses import Response

from ..page import theme
from ..store import Store, Unavailable
from ..worker.shared import WORKER
from . import attachments, testing
from .compression import Compression
from .pages import Answers, Pages
from .prototype import Prototype
from .quick_elements import ask_each_method_once
from .refusals import serve_refusals
from .sockets import guard_sockets

_LOOK_AGAIN_SECONDS = 0.01
_PAGE_SECONDS = 60
"""How long a page may take; what a screen reads has a shorter limit of its own."""
RECONNECT_SECONDS = 60
"""How long the server waits for a tablet that slept or lost the Wi-Fi."""


def run(package: str) -> None:
    """Open the prototype in ``package`` and serve it until it is stopped."""
    data = Path("data").resolve()
    data.mkdir(exist_ok=True)
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{data / 'records.db'}"
    host = os.environ.get("PROTOTYPE_HOST", "127.0.0.1")
    port = int(os.environ.get("PROTOTYPE_PORT", "8080")) or free_port(host)
    if testing.active():
        url = testing.own_database(url)
    os.environ.setdefault("PROTOTYPE_FILES", str(data / "files"))
    prototype = Prototype(package, partial(Store.open, url))
    pages = Pages(prototype)
    serve(lambda: pages)
    guard_sockets()
    if testing.active():
        testing.serve_hooks(prototype.store)
    start(prototype, data, host, port)


def start(prototype: Prototype, data: Path, host: str, port: int, **settings: Any) -> None:
    """Serve what is registered until the process is stopped; print the address once it answers.

    ``settings`` are those of the HTTP server, uvicorn.
    """
    ask_each_method_once()
    signing = secret(data / "secret")
    app.on_startup(
        lambda: threading.Thread(target=_announce, args=(host, port), daemon=True).start()
    )
    app.on_startup(
        lambda: threading.Thread(target=_tidy, args=(prototype.store,), daemon=True).start()
    )
    app.on_shutdown(WORKER.end)
    ui.run(
        host=host,
        port=port,
        title=prototype.project.title,
        favicon=theme.FAVICON,
        language="ja" if prototype.project.language == "ja" else "en-US",
        reload=False,
        show=False,
        tailwind=False,
        # The tests read as text what only the server decides.
        markdown=testing.active(),
        reconnect_timeout=RECONNECT_SECONDS,
        storage_secret=signing,
        session_middleware_kwargs={"session_cookie": _session_cookie(signing)},
        show_welcome_message=False,
        gzip_middleware_factory=Compression,
        **settings,
    )


def _tidy(store: Store) -> None:
    """Drop files that nobody saved; what can't be done now can be done at the next start."""
    with suppress(Unavailable):
        store.drop_unused_files()


def _announce(host: str, port: int) -> None:
    """Print the address as soon as somebody listens there: those who wait for it go there at once."""
    here = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    while True:
        try:
            socket.create_connection((here, port), timeout=1).close()
        except OSError:
            time.sleep(_LOOK_AGAIN_SECONDS)
        else:
            print(f"http://{host}:{port}", flush=True)
            return


def free_port(host: str) -> int:
    """Return a port that nothing listens on."""
    with socket.create_server((host, 0)) as server:
        return int(server.getsockname()[1])


def secret(path: Path) -> str:
    """Return the secret that signs the browsers' ids; it is made once for each prototype."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(32), encoding="ascii")
    return path.read_text(encoding="ascii")


def _session_cookie(signing: str) -> str:
    """Return a name of this prototype's own: browsers share cookies between the ports of a host."""
    return f"visitor-{hashlib.sha256(signing.encode()).hexdigest()[:8]}"


def serve(pages: Callable[[], Answers]) -> None:
    """Register the addresses once; ``pages`` is asked for the pages at every visit."""
    theme.serve_files()
    serve_refusals(pages)

    @ui.page("/", response_timeout=_PAGE_SECONDS)
    async def home(request: Request) -> Response | None:
        return await pages().open(request)

    @app.post(attachments.ADDRESS + "/{entity}/{field}")
    async def receive(request: Request, entity: str, field: str) -> Response:
        return await pages().receive(request, f"{entity}/{field}")

    @app.get(attachments.ADDRESS + "/{entity}/{kind}/{digest}/{signature}/{name}")
    async def hand_out(
        request: Request, entity: str, kind: str, digest: str, signature: str
    ) -> Response:
        return await pages().hand_out(request, entity, kind, digest, signature)

    @ui.page("/s/{address}", response_timeout=_PAGE_SECONDS)
    async def screen(address: str, request: Request) -> Response | None:
        return await pages().open(request, address)

    @ui.page("/s/{address}/{record}", response_timeout=_PAGE_SECONDS)
    async def record(address: str, record: str, request: Request) -> Response | None:
        return await pages().open(request, address, record)
