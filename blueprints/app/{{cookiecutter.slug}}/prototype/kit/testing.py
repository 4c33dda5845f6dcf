"""What only tests need: records of their own for each test, and the errors of the server.

It is there only when the environment says ``PROTOTYPE_TEST=1``. A browser with a cookie
``namespace`` has a database of its own, filled with the sample data: tests don't disturb each other
and can run side by side and twice.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from fastapi import Request
from nicegui import app

from .store import Store

COOKIE = "namespace"

_stores: dict[str, Store] = {}
_errors: list[str] = []


def active() -> bool:
    """Tell whether the prototype was started for tests."""
    return os.environ.get("PROTOTYPE_TEST") == "1"


def serve_hooks(store: Store) -> None:
    """Let the tests ask what went wrong on the server, and for a record in a state."""

    def remember(error: Exception) -> None:
        _errors.append(f"{type(error).__name__}: {error}")

    app.on_exception(remember)

    @app.get("/_test/errors")
    def errors() -> list[str]:
        return _errors

    @app.get("/_test/record")
    def record(request: Request, entity: str, state: str = "") -> int:
        """Return the id of a record of ``entity`` that is in ``state``."""
        return store_of(store, request).any_record(entity, state or None)


def store_of(store: Store, request: Request) -> Store:
    """Return the records of the browser's namespace, ``store`` itself when it has none."""
    namespace = request.cookies.get(COOKIE, "")
    if not namespace:
        return store
    if namespace not in _stores:
        _stores[namespace] = store.copy(_folder() / f"{len(_stores)}.db")
    return _stores[namespace]


def _folder() -> Path:
    folder = Path(tempfile.gettempdir(), f"prototype-tests-{os.getpid()}")
    if not folder.exists():
        folder.mkdir(mode=0o700)
        app.on_shutdown(lambda: shutil.rmtree(folder, ignore_errors=True))
    return folder
