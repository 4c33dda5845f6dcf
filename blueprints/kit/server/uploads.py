"""Uploads: what a browser sends is received in parts, into an unnamed file beside the database.

Nothing of it is left, whatever becomes of the browser, the connection or the server: the system
drops such a file as soon as nobody has it open.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Coroutine
from pathlib import Path
from tempfile import SpooledTemporaryFile
from threading import Lock
from typing import Any, TypeVar

from fastapi import Request
from starlette.requests import ClientDisconnect

from ..store import Unavailable
from ..texts import say

T = TypeVar("T")

PATIENCE_SECONDS = 60.0
"""How long nothing may come before an upload is given up: the Wi-Fi of a room has its moments."""
MOST_HELD = 1_000_000_000
"""Bytes that all that was sent and is not taken or refused yet may hold together."""
LEAST_FREE = 100_000_000
"""Bytes of the disk that no upload takes: records are kept there too."""
_HELD_IN_MEMORY = 1 << 16
_WRITTEN_AT_ONCE = 1 << 18


class NotReceivedError(Exception):
    """It did not come: ``too_large``, ``too_slow``, ``busy`` (too much at once) or ``left``."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class _Held:
    """How many bytes of uploads are held at the moment."""

    def __init__(self) -> None:
        self._bytes = 0
        self._lock = Lock()

    def add(self, count: int) -> int:
        """Add ``count``, which may be negative, and return the sum."""
        with self._lock:
            self._bytes += count
            return self._bytes


_held = _Held()


class Sent(SpooledTemporaryFile[bytes]):
    """What was sent, in memory as long as it is small; it is gone when it is closed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(_HELD_IN_MEMORY, dir=str(folder))
        self._counted = 0

    def count(self, more: int) -> int:
        """Note that ``more`` bytes have come. Raises NotReceivedError when that is too much."""
        self._counted += more
        if _held.add(more) > MOST_HELD:
            raise NotReceivedError("busy")
        return self._counted

    def __exit__(self, *_: object) -> None:
        """Close it; the class below would close only the file within."""
        self.close()

    def close(self) -> None:
        """Give back what it holds."""
        counted, self._counted = self._counted, 0
        _held.add(-counted)
        super().close()


async def received(request: Request, most: int, folder: Path) -> Sent:
    """Return what is sent, at most ``most`` bytes, as a file on the disk of ``folder``.

    Raises NotReceivedError, or Unavailable when the disk can't take it.
    """
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:20]) > most:
        raise NotReceivedError("too_large")
    sent = _new_file(folder)
    try:
        await _take(request, sent, most, folder)
    except BaseException:
        sent.close()
        raise
    return sent


async def unless_left(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """Return what comes of ``work``; who has sent everything may still leave and want nothing.

    Raises NotReceivedError then; ``work`` is cancelled.
    """
    working, leaving = asyncio.create_task(work), asyncio.create_task(_left(request))
    try:
        await asyncio.wait((working, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise NotReceivedError("left")
        return await working
    finally:
        working.cancel()
        leaving.cancel()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _take(request: Request, sent: Sent, most: int, folder: Path) -> None:
    stream, parts, waiting = request.stream(), list[bytes](), 0
    try:
        while True:
            async with asyncio.timeout(PATIENCE_SECONDS):
                part = await anext(stream, None)
            if part is None:
                break
            if sent.count(len(part)) > most:
                raise NotReceivedError("too_large")
            parts.append(part)
            waiting += len(part)
            if waiting >= _WRITTEN_AT_ONCE:
                await asyncio.to_thread(_write, sent, b"".join(parts), folder)
                parts, waiting = [], 0
    except TimeoutError as error:
        raise NotReceivedError("too_slow") from error
    except ClientDisconnect as error:
        raise NotReceivedError("left") from error
    await asyncio.to_thread(_write, sent, b"".join(parts), folder)
    sent.seek(0)


def _write(sent: Sent, content: bytes, folder: Path) -> None:
    try:
        if shutil.disk_usage(folder).free < LEAST_FREE:
            raise Unavailable(say("store.full"))
        sent.write(content)
    except OSError as error:
        raise Unavailable(say("store.no_file", reason=error.strerror or "")) from error


def _new_file(folder: Path) -> Sent:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(say("store.no_file", reason=error.strerror or "")) from error
    return Sent(folder)
