"""The contents of files, beside the database: each under the hash of what it holds.

A name from a browser never becomes a path, the same content is kept once, and a file is there
whole or not at all.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import tempfile
import time
from collections.abc import Collection
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from ..pictures import NoPictureError, small
from ..texts import say
from .errors import Unavailable

_HASH = re.compile("[0-9a-f]{64}")
_SMALL = ".small"
_KEY = "key"
_HALF_WRITTEN = ".part"
DAY_SECONDS = 24 * 60 * 60


class Files:
    """A folder of contents. Writing raises Unavailable when the disk is full or read-only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, content: bytes) -> str:
        """Keep ``content`` and return its hash; what is there already counts as new again."""
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        try:
            if path.is_file():
                os.utime(path)
            else:
                self._write(path, content)
        except OSError as error:
            raise Unavailable(say("store.no_file", reason=error.strerror or "")) from error
        return digest

    def path(self, digest: str) -> Path | None:
        """Return where the content with the hash ``digest`` is, None when it is not there."""
        path = self._path(digest) if _HASH.fullmatch(digest) else None
        return path if path and path.is_file() else None

    def small(self, digest: str) -> Path | None:
        """Return where a small copy of a picture is; it is made when it is first asked for."""
        whole = self.path(digest)
        if whole is None:
            return None
        path = whole.with_name(digest + _SMALL)
        if not path.is_file():
            try:
                self._write(path, small(whole.read_bytes()))
            except (NoPictureError, OSError):
                return whole
        return path

    def sign(self, *words: str) -> str:
        """Return a signature of ``words`` that only this prototype can make."""
        return hmac.new(self._key, "\0".join(words).encode(), hashlib.sha256).hexdigest()[:32]

    def signed(self, signature: str, *words: str) -> bool:
        """Tell whether ``signature`` is that of ``words``."""
        return hmac.compare_digest(signature.encode(), self.sign(*words).encode())

    def clean(self, used: Collection[str], *, older: float = DAY_SECONDS) -> int:
        """Drop the contents that nothing uses and that are ``older`` (seconds); return how many.

        An upload that is not saved yet has that long, or as long as a draft speaks of it.
        """
        dropped = 0
        before = time.time() - older
        for path in self.folder.glob("??/*"):
            digest = path.name.removesuffix(_SMALL)
            half_written = path.name.endswith(_HALF_WRITTEN)
            with suppress(OSError):  # another process may be cleaning too
                if (half_written or digest not in used) and path.stat().st_mtime < before:
                    path.unlink()
                    dropped += 1
        return dropped

    def old(self, *, older: float = DAY_SECONDS) -> bool:
        """Tell whether any content is ``older`` (seconds): whether cleaning may find something."""
        before = time.time() - older
        return any(path.stat().st_mtime < before for path in self.folder.glob("??/*"))

    @cached_property
    def _key(self) -> bytes:
        """What signatures are made with; made once for each folder."""
        path = self.folder / _KEY
        self.folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(32))
        return path.read_bytes()

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest

    def _write(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=_HALF_WRITTEN, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
