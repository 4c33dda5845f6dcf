"""The file of a spec, which an editor may save at any moment: read whole, replaced in one step.

Whoever uses this holds the lock (:mod:`.spec_lock`). Editors know no lock, so what the file held is
kept until it is compared: when somebody saved in that very instant, their text is put back and the
change has to be made on it anew.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import time
from base64 import b64decode, b64encode
from datetime import datetime
from pathlib import Path

from .exchange import exchange
from .journal import sync_folder
from .spec_lock import Note

_QUIET_SECONDS = 0.15
"""A file that changed within this time may still be in the middle of being saved."""

_MOST_WAITS = 20
_GONE_SECONDS = 2.0
"""How long a file may be missing while an editor saves by renaming."""

Identity = tuple[int, int, int]


class SpecFile:
    """The file ``path`` (no symlink); ``set_aside`` names what was saved beside it."""

    def __init__(self, path: Path, note: Note) -> None:
        self.path = path
        self.set_aside: list[Path] = []
        self._note = note
        self._notes = note.read()
        self._stat: os.stat_result
        self._base = b""
        self._displaced: tuple[int, Identity] | None = None
        self._writing = beside(path, "writing")
        self._exchanged = beside(path, "exchange")
        self._redo = beside(path, "redo")

    # -------------------------------------------------------------- reading

    def read(self) -> bytes:
        """Return the content, read when nobody was writing. Raises OSError."""
        for _ in range(_MOST_WAITS):
            stat = self._wait_until_quiet(self.path)
            with contextlib.suppress(FileNotFoundError):
                self._stat, self._base = stat, self.path.read_bytes()
                if _identity(self.path.stat()) == _identity(stat):
                    break
        return self._base

    @property
    def is_foreign(self) -> bool:
        """Tell whether somebody else saved what was read last."""
        ours = list(_identity(self._stat)) == self._notes.get("stat")
        return not ours and _hash(self._base) != self._notes.get("result")

    @property
    def saved_at(self) -> float:
        """When that was saved which was read last, in epoch seconds."""
        # A file that was renamed into place may be old, but its names changed just then.
        changed = self._stat.st_ctime if os.name != "nt" else 0.0
        return max(self._stat.st_mtime, changed)

    def _wait_until_quiet(self, path: Path) -> os.stat_result:
        stat = _patient_stat(path)
        for _ in range(_MOST_WAITS):
            if list(_identity(stat)) == self._notes.get("stat"):
                return stat
            age = time.time() - stat.st_mtime
            if age > _QUIET_SECONDS:
                return stat
            # A time in the future says nothing about the age: then only watching helps.
            time.sleep(min(_QUIET_SECONDS - age, _QUIET_SECONDS))
            before, stat = stat, _patient_stat(path)
            if age < 0 and _identity(before) == _identity(stat):
                return stat
        return stat

    # -------------------------------------------------------------- what is noted for the next one

    @property
    def settled(self) -> int:
        """Up to which byte nothing in the journal waits."""
        return int(self._notes.get("settled", 0))

    def settle(self, size: int) -> None:
        """Note that up to byte ``size`` nothing in the journal waits."""
        self._remember(settled=size)

    def _remember(self, **notes: object) -> None:
        self._notes |= notes
        self._note.write(self._notes)

    # -------------------------------------------------------------- replacing

    def replace(self, result: bytes) -> bool:
        """Put ``result`` in the place of what was read last.

        Returns False when somebody saved meanwhile: then their text is in the file, to be read
        again. Raises OSError, and then nothing has changed.
        """
        if not os.access(self.path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self.path))
        # Noted first: should this process be killed, the next one knows which file is whose.
        self._remember(base=_hash(self._base), result=_hash(result))
        self._write_temporary(result)
        placed = self._exchanged.stat()
        try:
            if _identity(self.path.stat()) != _identity(self._stat):
                self._exchanged.unlink()
                return False
            kept = exchange(self._exchanged, self.path)
        except FileNotFoundError:  # an editor that saves by renaming is at it
            self._exchanged.unlink(missing_ok=True)
            return False
        except OSError as error:
            self._exchanged.unlink(missing_ok=True)
            if error.errno != errno.EBUSY:
                raise
            return self._write_in_place(result)
        if kept and not self._is_what_was_read():
            self._give_back(result)
            return False
        self._hold_displaced(kept)
        sync_folder(self.path.parent)
        self._remember(stat=_identity(placed))
        return True

    def _write_temporary(self, content: bytes) -> None:
        """Put ``content`` beside the spec, whole and on the disk, with the spec's own rights."""
        with self._writing.open("wb") as file:
            file.write(content)
            file.flush()
            if hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), self._stat.st_mode & 0o7777)
            if hasattr(os, "fchown"):
                with contextlib.suppress(PermissionError):
                    os.fchown(file.fileno(), self._stat.st_uid, self._stat.st_gid)
            os.fsync(file.fileno())
        self._writing.replace(self._exchanged)

    def _is_what_was_read(self) -> bool:
        """Tell whether the file that was displaced is the one that the change was made on."""
        if _identity(self._exchanged.stat()) != _identity(self._stat):
            self._wait_until_quiet(self._exchanged)
        return self._exchanged.read_bytes() == self._base

    def _give_back(self, mine: bytes) -> None:
        """Put the displaced text into the file again, in the place of ``mine``."""
        while True:
            theirs = self._exchanged.read_bytes()
            try:
                exchange(self._exchanged, self.path)
            except FileNotFoundError:  # another save, by renaming, has begun
                self._keep_by_name(theirs)
                break
            self._wait_until_quiet(self._exchanged)
            if self._exchanged.read_bytes() == mine:
                break
            # Saved once more: that text comes next, and the one before it is kept by name.
            self._keep_by_name(theirs)
            mine = theirs
        self._exchanged.unlink()

    def _hold_displaced(self, kept: bool) -> None:
        """Keep an eye on the old file: an editor that had it open may still write into it."""
        self._let_displaced_go()
        if kept and os.name != "nt":
            handle = os.open(self._exchanged, os.O_RDONLY)
            self._displaced = handle, _identity(os.fstat(handle))
        self._exchanged.unlink(missing_ok=True)

    def was_saved_late(self) -> bool:
        """Tell whether somebody wrote into the file that was replaced; their text is put back."""
        if self._displaced is None:
            return False
        handle, identity = self._displaced
        if _identity(os.fstat(handle)) == identity:
            return False
        mine = self.path.read_bytes()
        theirs = self._read_when_quiet(handle)
        self._write_temporary(theirs)
        self._give_back(mine)
        return True

    def _read_when_quiet(self, handle: int) -> bytes:
        for _ in range(_MOST_WAITS):
            age = time.time() - os.fstat(handle).st_mtime
            if age > _QUIET_SECONDS:
                break
            time.sleep(min(max(_QUIET_SECONDS - age, 0), _QUIET_SECONDS))
        os.lseek(handle, 0, os.SEEK_SET)
        with open(handle, "rb", closefd=False) as file:
            return file.read()

    def close(self) -> None:
        """Let go of everything that was held."""
        self._let_displaced_go()

    def _let_displaced_go(self) -> None:
        if self._displaced is not None:
            os.close(self._displaced[0])
            self._displaced = None

    def _keep_by_name(self, content: bytes) -> None:
        moment = datetime.now().strftime("%Y%m%d-%H%M%S")
        for number in range(1, 1000):
            name = f"{self.path.stem}.set-aside-{moment}-{number}{self.path.suffix}"
            with contextlib.suppress(FileExistsError), self.path.with_name(name).open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
                self.set_aside.append(self.path.with_name(name))
                return

    # -------------------------------------------------------------- a mount of its own

    def _write_in_place(self, result: bytes) -> bool:
        """Write over the file, which a crash may tear: both texts are kept until it is done."""
        words = json.dumps({"base": _encoded(self._base), "result": _encoded(result)})
        with self._writing.open("w", encoding="ascii") as file:
            file.write(words)
            file.flush()
            os.fsync(file.fileno())
        self._writing.replace(self._redo)
        sync_folder(self.path.parent)
        if self.path.read_bytes() != self._base:
            self._redo.unlink()
            return False
        self._overwrite(result)
        self._redo.unlink()
        return True

    def _overwrite(self, content: bytes) -> None:
        with self.path.open("r+b") as file:
            file.write(content)
            file.truncate()
            file.flush()
            os.fsync(file.fileno())
            self._remember(stat=_identity(os.fstat(file.fileno())), result=_hash(content))

    # -------------------------------------------------------------- after a crash

    def recover(self) -> None:
        """Finish what one who was killed left half done."""
        self._writing.unlink(missing_ok=True)
        if self._redo.exists():
            self._finish_in_place()
        if self._exchanged.exists():
            self._judge_displaced()

    def _finish_in_place(self) -> None:
        kept = json.loads(self._redo.read_bytes())
        base, result = b64decode(kept["base"]), b64decode(kept["result"])
        if _is_torn(self.path.read_bytes(), base, result):
            self._overwrite(result)
        self._redo.unlink()

    def _judge_displaced(self) -> None:
        """Throw the displaced file away, unless it is what an editor saved in that instant."""
        self._wait_until_quiet(self._exchanged)
        content = self._exchanged.read_bytes()
        if _hash(content) in (self._notes.get("base"), self._notes.get("result")):
            self._exchanged.unlink()
            return
        mine = self.read()
        if _hash(mine) == self._notes.get("result"):
            self._give_back(mine)
        else:
            self._keep_by_name(content)
            self._exchanged.unlink()


def beside(path: Path, what: str) -> Path:
    """Return the name of a hidden file beside the spec ``path``."""
    return path.with_name(f".{path.name}.{what}")


def _identity(stat: os.stat_result) -> Identity:
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def _patient_stat(path: Path) -> os.stat_result:
    """Return the state of ``path``, which an editor may just be renaming."""
    deadline = time.monotonic() + _GONE_SECONDS
    while True:
        try:
            return path.stat()
        except FileNotFoundError:
            if time.monotonic() > deadline:
                raise
            time.sleep(_QUIET_SECONDS / 10)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _encoded(content: bytes) -> str:
    return b64encode(content).decode("ascii")


def _is_torn(content: bytes, base: bytes, result: bytes) -> bool:
    """Tell whether ``content`` is ``base`` over which only a part of ``result`` was written."""
    if content == result:
        return False
    pairs = enumerate(zip(content, result, strict=False))
    same = next((i for i, (a, b) in pairs if a != b), min(len(content), len(result)))
    return content == result[:same] + base[same:]
