"""The contents of files, beside the database: each under the hash of what it holds.

A name from a browser never becomes a path, the same content is kept once, and a file is there
whole or not at all. Who begins to speak of a content touches it first: it then stays for a day,
whatever another thread or process that is cleaning has seen before.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import os
import re
import secrets
import tempfile
import time
from collections.abc import Collection
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from shutil import copyfileobj
from typing import IO

from ..files.pictures import NoPictureError, small
from ..texts import say
from .errors import Unavailable

_HASH = re.compile("[0-9a-f]{64}")
_SMALL = ".small"
_KEY = "key"
_DATABASES = "databases"
_HALF_WRITTEN = ".part"
_GOING = ".going"
"""What a content is called while it is dropped: whoever touches it just then takes it back."""
_COPIED_AT_ONCE = 1 << 18
DAY_SECONDS = 24 * 60 * 60


class Files:
    """A folder of contents. Writing raises Unavailable when the disk is full or read-only.

    ``database`` is what the database is called that speaks of them, among others with files here.
    """

    def __init__(self, folder: Path, database: str = "") -> None:
        self.folder = folder
        self._database = database
        self._noted = False
        if folder.is_dir():
            self._note()

    def keep(self, content: bytes | IO[bytes], small: bytes = b"") -> str:
        """Keep ``content`` and return its hash; what is there already counts as new again.

        With ``small``, the small copy of a picture, nobody has to make that later.
        """
        source = io.BytesIO(content) if isinstance(content, bytes) else content
        source.seek(0)
        digest = hashlib.file_digest(source, "sha256").hexdigest()  # type: ignore[arg-type]
        source.seek(0)
        self._note()
        path = self._path(digest)
        try:
            if not self._touch(path):
                self._write(path, source)
            if small:
                self._write(path.with_name(digest + _SMALL), io.BytesIO(small))
        except OSError as error:
            raise Unavailable(say("store.no_file", reason=error.strerror or "")) from error
        return digest

    def touch(self, digests: Collection[str]) -> set[str]:
        """Let contents count as new, since something speaks of them; return those that are gone."""
        return {digest for digest in digests if not self._counts_as_new(digest)}

    def path(self, digest: str) -> Path | None:
        """Return where the content with the hash ``digest`` is, None when it is not there."""
        path = self._path(digest) if _HASH.fullmatch(digest) else None
        return path if path and path.is_file() else None

    def small(self, digest: str) -> Path | None:
        """Return where a small copy of a picture is; it is made when it is first asked for.

        That may wait for other pictures; :meth:`has_small` tells. What is no picture, or none that
        was made here, has no small copy: where the whole one is, is returned then.
        """
        whole = self.path(digest)
        if whole is None:
            return None
        path = whole.with_name(digest + _SMALL)
        if not path.is_file():
            try:
                self._write(path, io.BytesIO(small(whole.read_bytes())))
            except (NoPictureError, OSError):
                return whole
        return path

    def has_small(self, digest: str) -> bool:
        """Tell whether nothing has to be made before :meth:`small` answers."""
        whole = self.path(digest)
        return whole is None or whole.with_name(digest + _SMALL).is_file()

    def sign(self, *words: str) -> str:
        """Return a signature of ``words`` that only this prototype can make."""
        return hmac.new(self._key, "\0".join(words).encode(), hashlib.sha256).hexdigest()[:32]

    def signed(self, signature: str, *words: str) -> bool:
        """Tell whether ``signature`` is that of ``words``."""
        return hmac.compare_digest(signature.encode(), self.sign(*words).encode())

    def _note(self) -> None:
        """Note that the database has files here: no other knows which."""
        if not self._database or self._noted:
            return
        with suppress(OSError):  # a folder that can't be written to is not cleaned either
            self.folder.mkdir(parents=True, exist_ok=True)
            if self._database not in self._databases():
                with (self.folder / _DATABASES).open("a", encoding="utf-8") as notes:
                    notes.write(f"{self._database}\n")
            self._noted = True

    @property
    def shared(self) -> bool:
        """Tell whether another database had files here."""
        return bool(self._databases() - {self._database})

    def _databases(self) -> set[str]:
        path = self.folder / _DATABASES
        return set(path.read_text(encoding="utf-8").splitlines()) if path.exists() else set()

    def clean(self, used: Collection[str], *, older: float = DAY_SECONDS) -> int:
        """Drop the contents that nothing uses and that are ``older`` (seconds); return how many.

        An upload that is not saved yet has that long, or as long as a draft speaks of it.
        """
        before = time.time() - older
        dropped = 0
        for path in self.folder.glob("??/*"):
            digest = path.name.removesuffix(_SMALL)
            half_written = path.name.endswith(_HALF_WRITTEN)
            with suppress(OSError):  # another process may be cleaning too
                if path.name.endswith(_GOING):  # or ended while it did
                    self._touch(path.with_name(path.name.removesuffix(_GOING)))
                elif half_written or digest not in used:
                    dropped += self._drop(path, before)
        return dropped

    def _drop(self, path: Path, before: float) -> bool:
        """Drop what was not touched since ``before``, also when somebody touches it meanwhile.

        Under another name nobody finds it: what was touched before comes back, and who comes later
        has to take it back himself, which works until it is dropped.
        """
        if path.stat().st_mtime >= before:
            return False
        going = path.replace(_going(path))
        if going.stat().st_mtime >= before:
            going.replace(path)
            return False
        going.unlink()
        return True

    def _touch(self, path: Path) -> bool:
        """Let a content count as new; tell whether it is there."""
        going = _going(path)
        for _ in range(2):  # it may come back by itself between two looks
            with suppress(FileNotFoundError):
                os.utime(path)
                return True
            with suppress(FileNotFoundError):
                os.utime(going)
                going.replace(path)
                return True
        return False

    def _counts_as_new(self, digest: str) -> bool:
        if not _HASH.fullmatch(digest):
            return False
        try:
            return self._touch(self._path(digest))
        except OSError:  # somebody else's file, which nobody here can drop either
            return self._path(digest).is_file()

    def old(self, *, older: float = DAY_SECONDS) -> bool:
        """Tell whether any content is ``older`` (seconds): whether cleaning may find something."""
        before = time.time() - older
        for path in self.folder.glob("??/*"):
            with suppress(FileNotFoundError):  # another process is cleaning
                if path.stat().st_mtime < before:
                    return True
        return False

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

    def _write(self, path: Path, content: IO[bytes]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=_HALF_WRITTEN, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                copyfileobj(content, file, _COPIED_AT_ONCE)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def _going(path: Path) -> Path:
    return path.with_name(path.name + _GOING)
