"""Pages are built for everybody in turn: whoever requests many at once keeps nobody else waiting.

Building a page takes some ten milliseconds of the processor, and it is kept until its browser has
been away for a while. A script that requests thousands would take up the server and its memory.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from nicegui import Client
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from generator.live.nicegui_inside import clients, is_unseen

AT_ONCE = 6
"""Pages that are made for one browser at the same time, as many as a browser asks a server for.

One that waits for the database counts too: two tabs that do must not keep a third one waiting.
"""
MOST_UNSEEN = 300
"""Pages that were handed out, but that no browser shows yet: a room that comes in at once."""
_LOOK_SECONDS = 1.0
_OWN_FILES = ("/_nicegui", "/_kit/", "/_workshop/", "/_files/")


class Admission:
    """Limits each browser to ``AT_ONCE`` pages at a time; its other requests wait their turn."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._turns: dict[str, asyncio.Semaphore] = {}
        self._waiting: defaultdict[str, int] = defaultdict(int)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; one for a page when it is its browser's turn."""
        if scope["type"] != "http" or _is_own_file(scope):
            await self._app(scope, receive, send)
            return
        with self._turn(browser_of(HTTPConnection(scope))) as turn:
            async with turn:
                await self._app(scope, receive, send)

    @contextmanager
    def _turn(self, browser: str) -> Iterator[asyncio.Semaphore]:
        self._waiting[browser] += 1
        try:
            yield self._turns.setdefault(browser, asyncio.Semaphore(AT_ONCE))
        finally:
            self._waiting[browser] -= 1
            if not self._waiting[browser]:
                del self._waiting[browser], self._turns[browser]


def _is_own_file(scope: Scope) -> bool:
    path = scope["path"].removeprefix(scope.get("root_path", ""))
    return str(path).startswith(_OWN_FILES)


def browser_of(connection: HTTPConnection) -> str:
    """Return a key for the browser that sends a request: its address and its rights.

    Other cookies don't count, as a script could make up another one for each request.
    """
    host = connection.client.host if connection.client else ""
    shown = sorted(
        f"{name}={value}"
        for name, value in connection.cookies.items()
        if name.startswith(("room-", "right-"))
    )
    return " ".join([host, *shown])


async def forget_unseen() -> None:
    """Keep dropping pages that no browser shows while there are too many; never returns."""
    while True:
        await asyncio.sleep(_LOOK_SECONDS)
        for client in surplus(clients(), MOST_UNSEEN):
            client.delete()


def surplus(pages: Iterable[Client], most: int) -> list[Client]:
    """Return the oldest of the pages that no browser has shown, those above ``most``."""
    now = time.time()
    unseen = [client for client in pages if is_unseen(client) and client.created < now]
    return sorted(unseen, key=lambda client: client.created)[: max(0, len(unseen) - most)]
