"""One writer at a time: a lock on a file beside the spec, which ends with the process.

The spec itself is never locked: it is replaced, and a lock on what was replaced locks nothing. The
wait is a blocking one, as polling starves those who wait longest. The locked file holds what the
last writer left for the next one.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_LOCKED_BYTE = 1 << 30
"""Windows keeps others from reading a locked byte, so it is one behind the words."""

_MOST_WORDS = 1 << 16


class Note:
    """A small JSON note in the locked file, for whoever holds the lock next."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def read(self) -> dict[str, Any]:
        """Return the note, empty when it can't be read."""
        os.lseek(self._handle, 0, os.SEEK_SET)
        try:
            content = json.loads(os.read(self._handle, _MOST_WORDS))
        except ValueError:
            return {}
        return content if isinstance(content, dict) else {}

    def write(self, content: dict[str, Any]) -> None:
        """Replace the note with ``content``."""
        words = json.dumps(content).encode()
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, words)
        os.ftruncate(self._handle, len(words))


@contextmanager
def locked(path: Path) -> Iterator[Note]:
    """Hold the lock file ``path``, however long another one holds it before. Raises OSError."""
    handle = _taken(path)
    try:
        yield Note(handle)
    finally:
        _release(handle)
        os.close(handle)


def _taken(path: Path) -> int:
    """Return the locked file, which is still the one called ``path`` when the wait is over."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _take(handle)
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        while True:
            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # waits ten seconds, no longer
            except OSError:
                continue
            return

    def _release(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def _release(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
