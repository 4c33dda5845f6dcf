"""The way in: runs in the child process, serves the room, and reads what changed from the parent.

Each line from the parent is a JSON object: ``paths`` (files of the prototype that changed) and
``problem`` (what is wrong with the spec, empty when nothing is), or ``verified`` (what is known of
the screens, see :mod:`generator.verify.background`).
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from nicegui import Client, app, background_tasks
from starlette.types import ASGIApp

from generator.blueprints import Blueprints
from generator.live import kit
from generator.live.nicegui_inside import stand_in_front
from generator.live.room_secrets import SecretsFile
from generator.live.workshop.workshop import Workshop
from generator.spec.vocabulary import Vocabulary
from generator.verify.results import BOARD_FOLDER

from .admission import Admission, forget_unseen
from .changes import Change
from .code import Code
from .connections import PunctualProtocol
from .door import Door
from .join import serve_join
from .keys import Keys
from .proxies import BelowPath, ThroughProxies
from .rights import Right
from .room import Room
from .wall import Wall


@dataclass(frozen=True)
class Place:
    """Where a room is served: the prototype's folder, host and port to bind to.

    ``spec`` is what it was built from; ``blueprints`` come before the built-in ones. A ``local``
    room asks nobody for a PIN. ``base_path`` stands before every path; ``proxies`` are addresses
    and networks of those who are believed when they say whose request they pass on.
    """

    folder: Path
    host: str
    port: int
    spec: Path
    blueprints: Path | None = None
    local: bool = True
    base_path: str = ""
    proxies: Sequence[str] = ()


def run(place: Place, lines: SimpleQueue[bytes]) -> None:
    """Serve the room until the process is stopped."""
    data = place.folder / "data"
    data.mkdir(exist_ok=True)
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{data / 'records.db'}"
    os.environ.setdefault("PROTOTYPE_FILES", str(data / "files"))
    code = Code(place.folder)
    keys = Keys(SecretsFile(place.spec), local=place.local)
    room = Room(code, url, keys, _log)
    kit.run.serve(lambda: room)
    _serve_ways_in(room, keys, place)
    workshop = _serve_workshop(room, keys, place)
    kit.sockets.guard_sockets(_accepts(keys), room.accepts_event)
    _stand_in_front(keys, place)
    app.on_connect(room.on_connect)
    app.on_disconnect(room.on_disconnect)
    app.on_startup(lambda: _listen(room, workshop, lines))
    app.on_startup(room.cleanup.begin)
    app.on_startup(workshop.begin)
    app.on_startup(lambda: background_tasks.create(forget_unseen()))
    kit.run.start(
        room.prototype,
        data,
        place.host,
        place.port,
        proxy_headers=False,
        http=PunctualProtocol,
    )


def _serve_ways_in(room: Room, keys: Keys, place: Place) -> None:
    def title() -> str:
        return str(room.prototype.project.title)

    def organizations() -> Sequence[str]:
        return list(room.prototype.project.organizations)

    wall = Wall(keys, title, place.port)
    wall.serve()
    serve_join(keys, title, organizations, wall)


def _accepts(keys: Keys) -> Any:
    """Return a check whether a socket has at least the right of whoever opened the page."""

    def accepts(client: Client, cookies: Any) -> bool:
        return keys.right(cookies) >= max(keys.right_of(client), Right.PARTICIPANT)

    return accepts


def _stand_in_front(keys: Keys, place: Place) -> None:
    """Look at every request before anything else does, sessions and cookies included."""

    def with_door(application: ASGIApp) -> ASGIApp:
        stack: ASGIApp = Door(Admission(application), keys)
        if place.base_path:
            stack = BelowPath(stack, place.base_path)
        return ThroughProxies(stack, place.proxies)

    stand_in_front(with_door)


def _serve_workshop(room: Room, keys: Keys, place: Place) -> Workshop:
    def vocabulary() -> Vocabulary:
        return Blueprints.find(place.blueprints).vocabulary

    workshop = Workshop(place.spec, cache(vocabulary), room, keys, place.port, _log)
    workshop.serve(place.folder / BOARD_FOLDER)
    room.host.layers.append(workshop.layer)
    room.changes.followers.append(workshop.follow)
    return workshop


def _log(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _listen(room: Room, workshop: Workshop, lines: SimpleQueue[bytes]) -> None:
    """Hand every line to the room, in the thread in which the pages live."""
    loop = asyncio.get_running_loop()

    def read() -> None:
        while True:
            message = json.loads(lines.get())
            if "verified" in message:
                loop.call_soon_threadsafe(workshop.update_verified, message["verified"])
                continue
            change = Change([Path(path) for path in message["paths"]], message["problem"])
            loop.call_soon_threadsafe(room.changes.follow, change)

    threading.Thread(target=read, daemon=True).start()
