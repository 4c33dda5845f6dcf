"""One process at a time: a lock that ends with the process that holds it, however that ends."""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_LOCKED_BYTE = 1 << 30
"""Windows keeps others from reading a locked byte, so it is one behind the holder's words."""

_RETRY_SECONDS = 0.02


class BusyError(Exception):
    """Another process holds the lock on ``path``; ``holder`` is how it introduces itself."""

    def __init__(self, path: Path, holder: Mapping[str, str]) -> None:
        super().__init__(f"{path} is held by {dict(holder)}")
        self.path = path
        self.holder = holder


@contextmanager
def locked(path: Path, *, patience: float = 0, **about: str) -> Iterator[None]:
    """Hold the lock file ``path``; ``about`` tells others who holds it, beside the process id.

    Waits up to ``patience`` seconds for another holder, then raises BusyError.
    """
    with path.open("a+b") as file:
        deadline = time.monotonic() + patience
        while not _take(file):
            if time.monotonic() >= deadline:
                raise BusyError(path, _holder(file))
            time.sleep(_RETRY_SECONDS)
        _introduce(file, {"pid": str(os.getpid()), **about})
        try:
            yield
        finally:
            _introduce(file, {})
            _release(file)


def _introduce(file: BinaryIO, about: Mapping[str, str]) -> None:
    file.seek(0)
    file.truncate()
    file.write(json.dumps(about).encode() if about else b"")
    file.flush()


def _holder(file: BinaryIO) -> dict[str, str]:
    file.seek(0)
    try:
        holder = json.loads(file.read(4096))
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in holder.items()} if isinstance(holder, dict) else {}


if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> bool:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EDEADLK):
                return False
            raise
        return True

    def _release(file: BinaryIO) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _release(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
