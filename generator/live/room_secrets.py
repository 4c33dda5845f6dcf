"""The secrets of a room, kept beside its spec: they outlive a restart, and so do printed QR codes.

``.my.yaml.room`` holds the PIN for those who take part, the engineer's token, a token for each link
that was given to a facilitator, and what cookies are signed with. Whoever can read the file can do
everything, so only its owner can. Where it can't be written, a room has new secrets each time.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

_TOKEN_BYTES = 16
_MOST_BYTES = 1 << 16
_PIN_DIGITS = 6


def new_pin() -> str:
    """Return six digits that nobody can guess in a session."""
    return f"{secrets.randbelow(10**_PIN_DIGITS):0{_PIN_DIGITS}}"


def _token() -> str:
    return secrets.token_urlsafe(_TOKEN_BYTES)


@dataclass(frozen=True)
class FacilitatorLink:
    """A link that was given to a facilitator; ``given_at`` is a moment in ISO 8601."""

    token: str
    given_at: str


@dataclass(frozen=True)
class RoomSecrets:
    """What opens a room, and to whom."""

    pin: str = field(default_factory=new_pin)
    engineer: str = field(default_factory=_token)
    signing: str = field(default_factory=_token)
    facilitators: tuple[FacilitatorLink, ...] = ()

    @classmethod
    def of(cls, stored: Any) -> RoomSecrets:
        """Return the secrets ``stored`` as JSON. Raises ValueError when it holds none."""
        try:
            links = tuple(
                FacilitatorLink(str(link["token"]), str(link["given_at"]))
                for link in stored["facilitators"]
            )
            found = cls(str(stored["pin"]), str(stored["engineer"]), str(stored["signing"]), links)
        except (KeyError, TypeError) as error:
            raise ValueError(str(error)) from error
        tokens = [found.engineer, found.signing, *(link.token for link in links)]
        if not (len(found.pin) == _PIN_DIGITS and found.pin.isascii() and found.pin.isdigit()):
            raise ValueError("pin")
        if any(len(token) < _TOKEN_BYTES or not token.isascii() for token in tokens):
            raise ValueError("token")
        return found

    @property
    def name(self) -> str:
        """A short name of this room, which tells nothing of its secrets: for names of cookies."""
        return hashlib.sha256(self.signing.encode()).hexdigest()[:8]

    @property
    def invitation(self) -> str:
        """What a QR code holds in the place of the PIN; another PIN makes another one."""
        return hmac.new(self.signing.encode(), self.pin.encode(), "sha256").hexdigest()[:16]

    def with_new_pin(self) -> RoomSecrets:
        """Return secrets with another PIN: those who joined with the last one must join again."""
        return replace(self, pin=new_pin())

    def with_facilitator(self, now: datetime) -> RoomSecrets:
        """Return secrets with one more link for a facilitator."""
        link = FacilitatorLink(_token(), now.isoformat(timespec="minutes"))
        return replace(self, facilitators=(*self.facilitators, link))

    def without_facilitator(self, token: str) -> RoomSecrets:
        """Return secrets in which the link with ``token`` opens nothing any more."""
        kept = tuple(link for link in self.facilitators if link.token != token)
        return replace(self, facilitators=kept)


class SecretsFile:
    """The file with the secrets of the room of ``spec``; it is made when it is not there."""

    def __init__(self, spec: Path) -> None:
        self.path = spec.with_name(f".{spec.name}.room")
        self.is_kept = True
        self._stamp: tuple[int, int, int] | None = None
        self._now: RoomSecrets | None = None

    @property
    def now(self) -> RoomSecrets:
        """The secrets as the file has them now: another process may have changed it."""
        stamp = self._look()
        if self._now is None or (stamp is not None and stamp != self._stamp):
            self._stamp = stamp
            self._now = self._read() or self._now or self._create()
        if stamp is None and self.is_kept:
            self._write(self._now)
        return self._now

    def _create(self) -> RoomSecrets:
        """Return new secrets, stored in place of a missing or damaged file."""
        fresh = RoomSecrets()
        if self.is_kept:
            self._write(fresh)
        return fresh

    def change(self, changed: Callable[[RoomSecrets], RoomSecrets]) -> RoomSecrets:
        """Keep what ``changed`` makes of the secrets, and return it."""
        self._now = changed(self.now)
        self._write(self._now)
        return self._now

    def _look(self) -> tuple[int, int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _read(self) -> RoomSecrets | None:
        """Return what the file holds; None when there is none, or it holds something else."""
        try:
            with self.path.open("rb") as file:
                return RoomSecrets.of(json.loads(file.read(_MOST_BYTES)))
        except (FileNotFoundError, ValueError, RecursionError):
            return None
        except OSError:  # it is another user's: theirs stays as it is
            self.is_kept = False
            return None

    def _write(self, content: RoomSecrets) -> None:
        """Replace the file in one step; nobody but its owner may ever read it."""
        words = json.dumps(asdict(content), indent=1)
        try:
            handle, name = tempfile.mkstemp(prefix=f"{self.path.name}.", dir=self.path.parent)
            try:
                with os.fdopen(handle, "w", encoding="ascii") as file:
                    file.write(words)
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).replace(self.path)
            except BaseException:
                with suppress(OSError):
                    Path(name).unlink()
                raise
        except OSError:
            self.is_kept = False
            return
        self.is_kept = True
        self._stamp = self._look()
