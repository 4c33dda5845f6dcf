"""The prototype's folder on disk: paths that stay inside it, files that are never half written."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

STATE_FOLDER = ".sawaru"
"""Where a prototype's folder keeps what the next build must know."""

_NANOSECONDS = 1_000_000_000
_PYCACHE = "__pycache__"


class LeavesFolderError(Exception):
    """``path`` is not a place inside the folder ``root``; nothing was written."""

    def __init__(self, root: Path, path: str) -> None:
        super().__init__(f"{path!r} leaves {root}")
        self.root = root
        self.path = path


@dataclass(frozen=True)
class Seen:
    """The state of a path when it was looked at; ``stamp`` changes when the content does.

    ``stamp`` is empty where times are too coarse to rely on. ``regular`` is False for a link, a
    folder or a device.
    """

    regular: bool
    stamp: str
    mode: int
    size: int
    mtime_ns: int


def digest(content: bytes) -> bytes:
    """Return a hash of ``content`` for comparisons."""
    return blake2b(content, digest_size=20).digest()


@lru_cache(maxsize=4_000)
def known_digest(content: bytes) -> bytes:
    """Return the digest of ``content``, which comes again with every build.

    Python keeps the hash of such an object, so that only the first build pays for it.
    """
    return digest(content)


class Folder:
    """The folder of one prototype; it is made when it is not there.

    Raises OSError when that is not possible.
    """

    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, exist_ok=True)
        self.root = path.resolve()
        self._root = str(self.root)
        self._existing: set[str] = set()
        self.check([f"{STATE_FOLDER}/x"])
        self.state = self.root / STATE_FOLDER
        self.state.mkdir(exist_ok=True)

    def check(self, paths: Iterable[str]) -> None:
        """Raise LeavesFolderError when one of ``paths`` would leave the folder.

        A folder below that is a link is followed only when it leads back into this one.
        """
        parents: set[str] = set()
        for path in paths:
            parts = path.split("/")
            if not {"", ".", ".."}.isdisjoint(parts) or any(c in path for c in "\\:\0"):
                raise LeavesFolderError(self.root, path)
            parents.add("/".join(parts[:-1]))
        for parent in parents:
            real = os.path.realpath(self._at(parent))
            if not Path(real).is_relative_to(self.root):
                raise LeavesFolderError(self.root, parent)

    def look(self, path: str) -> Seen | None:
        """Return what stands at ``path``, None when nothing does."""
        try:
            return _seen(os.lstat(self._at(path)))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def read(self, path: str) -> bytes:
        """Return the content of a regular file."""
        with open(self._at(path), "rb") as file:  # noqa: PTH123 (Path is slower; many files)
            return file.read()

    def put(self, path: str, content: bytes, over: Seen | None) -> str:
        """Put ``content`` at ``path``, all at once, and return its stamp.

        ``over`` is what stands there now; its mode is kept.
        """
        target = self._at(path)
        parent = os.path.dirname(target)  # noqa: PTH120
        if parent not in self._existing:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103
            self._existing.add(parent)
        temporary = self._temporary(path)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(temporary, flags, 0o666)
        try:
            _write_all(handle, content)
            if over is not None:
                _inherit(temporary, over, len(content))
            stamp = _seen(os.fstat(handle)).stamp
        finally:
            os.close(handle)
        os.replace(temporary, target)  # noqa: PTH105
        return stamp

    def remove(self, path: str) -> None:
        """Remove the file at ``path`` and the folders that are empty without it."""
        target = self.root / path
        target.unlink()
        for folder in target.parents:
            if folder == self.root or any(p.name != _PYCACHE for p in folder.iterdir()):
                return
            self._existing.discard(str(folder))
            for compiled in folder.glob(f"{_PYCACHE}/*"):
                compiled.unlink()
            for left in folder.glob(_PYCACHE):
                left.rmdir()
            folder.rmdir()

    def rename(self, path: str, to: str) -> None:
        """Give the file at ``path`` the free name ``to``, and prune nothing."""
        os.rename(self._at(path), self._at(to))  # noqa: PTH104

    def free_name(self, path: str, ending: str) -> str:
        """Return a path beside ``path`` at which nothing stands: with ``ending``, or a number."""
        name, number = f"{path}.{ending}", 1
        while self.look(name):
            number += 1
            name = f"{path}.{ending}{number}"
        return name

    def clear_temporary(self, path: str) -> None:
        """Remove what a killed :meth:`put` of ``path`` left."""
        Path(self._temporary(path)).unlink(missing_ok=True)

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}" if path else self._root

    def _temporary(self, path: str) -> str:
        """Return a short name beside ``path``, the same each time."""
        parent, _, name = self._at(path).rpartition("/")
        return f"{parent}/.{STATE_FOLDER[1:]}-{crc32(name.encode()):08x}"


def _write_all(handle: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]


def _inherit(temporary: str, over: Seen, size: int) -> None:
    """Keep the mode of the file that is replaced, and never its time of change.

    Python takes a compiled module for current when the whole second and the size are the same:
    a second save within a second would go unnoticed.
    """
    os.chmod(temporary, over.mode)  # noqa: PTH101
    later = over.mtime_ns + _NANOSECONDS
    if size == over.size and later > time.time_ns():
        os.utime(temporary, ns=(later, later))


def _seen(found: os.stat_result) -> Seen:
    mtime = found.st_mtime_ns
    coarse = mtime % _NANOSECONDS == 0
    return Seen(
        regular=stat.S_ISREG(found.st_mode),
        stamp="" if coarse else f"{found.st_size}:{mtime}:{found.st_ino}",
        mode=stat.S_IMODE(found.st_mode),
        size=found.st_size,
        mtime_ns=mtime,
    )
