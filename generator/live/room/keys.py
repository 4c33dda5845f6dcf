"""The keys of a room: which right a browser has proved, and the names that people gave.

Two cookies: one names who joined, signed and worth nothing after the PIN was renewed; the other
holds the token of the engineer's or a facilitator's link.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from itsdangerous import BadSignature, URLSafeSerializer
from nicegui import Client

from generator.live.room_secrets import RoomSecrets, SecretsFile

from .attempts import Attempts
from .rights import Right

COOKIE_SECONDS = 30 * 24 * 3600
"""Sessions are weeks apart: a tablet that joined stays in as long as the PIN is the same."""


@dataclass(frozen=True)
class Person:
    """Somebody in the room, by the name and organisation that they gave."""

    name: str = ""
    organization: str = ""

    def __str__(self) -> str:
        """Return how a record names them: 会津若松市 建設課 山田."""
        return " ".join(part for part in (self.organization, self.name) if part)


class Keys:
    """Knows what opens the room; a room that is ``local`` asks nobody for a PIN.

    Only this machine reaches a local room. Being there makes nobody more than a participant.
    """

    def __init__(self, file: SecretsFile, *, local: bool) -> None:
        self.file = file
        self.local = local
        self.attempts = Attempts()
        self._attempts_on = ""

    @property
    def now(self) -> RoomSecrets:
        """The secrets as they are now."""
        return self.file.now

    @property
    def person_cookie(self) -> str:
        """The name of the cookie of who joined: of this room, as all ports of a host share them."""
        return f"room-{self.now.name}"

    @property
    def right_cookie(self) -> str:
        """The name of the cookie with the token of a link."""
        return f"right-{self.now.name}"

    def sign(self, person: Person) -> str:
        """Return the cookie of ``person``."""
        return str(self._signer.dumps(asdict(person)))

    def person(self, cookies: Mapping[str, str]) -> Person | None:
        """Return who holds the cookies; None when they did not join."""
        try:
            return Person(**self._signer.loads(cookies.get(self.person_cookie, "")))
        except (BadSignature, TypeError, UnicodeError):
            return None

    def right_of_token(self, token: str) -> Right:
        """Return the right that the link with ``token`` gives."""
        now = self.now
        if _same(token, now.engineer):
            return Right.ENGINEER
        if any(_same(token, link.token) for link in now.facilitators):
            return Right.FACILITATOR
        return Right.NONE

    def right(self, cookies: Mapping[str, str]) -> Right:
        """Return what the holder of the cookies may do at this moment."""
        if (shown := self.right_of_token(cookies.get(self.right_cookie, ""))) is not Right.NONE:
            return shown
        joined = self.local or self.person(cookies) is not None
        return Right.PARTICIPANT if joined else Right.NONE

    def right_of(self, client: Client) -> Right:
        """Return what the browser with a page may do; a page that no browser has may do nothing."""
        try:
            return self.right(client.request.cookies)
        except RuntimeError:
            return Right.NONE

    def invites(self, invitation: str) -> bool:
        """Tell whether ``invitation`` is what the QR code holds now."""
        return _same(invitation, self.now.invitation)

    def fits(self, pin: str, address: str) -> bool | None:
        """Tell whether ``pin`` is the right one; None when ``address`` has to wait."""
        if self.local:
            return True
        if self._attempts_on != self.now.pin:  # what was tried on another one tells nothing
            self.attempts, self._attempts_on = Attempts(), self.now.pin
        if self.attempts.seconds_to_wait(address):
            return None
        if _same(digits_of(pin), self.now.pin):
            self.attempts.was_right(address)
            return True
        self.attempts.was_wrong(address)
        return False

    @property
    def _signer(self) -> URLSafeSerializer:
        # Another PIN is another room: those who joined the last one must join again.
        return URLSafeSerializer(self.now.signing, salt=f"room-{self.now.pin}")


def digits_of(typed: str) -> str:
    """Return the digits of a PIN as people type it: １２３ ４５６, 123-456."""
    plain = unicodedata.normalize("NFKC", typed)
    return "".join(sign for sign in plain if sign.isascii() and sign.isdigit())


def _same(given: str, known: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "surrogatepass"), known.encode())
