"""Who may do what in a room: three rights, and the table of what needs which.

A right follows from a secret that a browser has shown, never from where a request comes from: a
proxy, a tunnel or another user of the same machine would have the engineer's.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Right(IntEnum):
    """What somebody has shown; a higher one can do all that a lower one can."""

    NONE = 0
    PARTICIPANT = 1
    """Somebody who joined with the PIN or the QR code: walks, enters records, decides, asks."""
    FACILITATOR = 2
    """Somebody who opened a link that the engineer gave: leads the room."""
    ENGINEER = 3
    """Somebody who opened the link that the terminal shows: looks after the prototype."""


class Permission(StrEnum):
    """Something that not everybody in the room may do."""

    INVITE = "invite"
    """See PIN and QR code, on the page for the wall."""
    SEE_ROOM = "see_room"
    """See who is here, and on which screen."""
    RESET_RECORDS = "reset_records"
    """Throw away everybody's records for the sample data, and take that back."""
    RENEW_PIN = "renew_pin"
    """Let only those in who know a new PIN."""
    GIVE_RIGHTS = "give_rights"
    """Give links to facilitators, and withdraw them."""
    VERIFY = "verify"
    """See what was verified, and verify everything."""
    RESTART = "restart"
    """Start the prototype again."""


NEEDS = {
    Permission.INVITE: Right.FACILITATOR,
    Permission.SEE_ROOM: Right.FACILITATOR,
    Permission.RESET_RECORDS: Right.FACILITATOR,
    Permission.RENEW_PIN: Right.ENGINEER,
    Permission.GIVE_RIGHTS: Right.ENGINEER,
    Permission.VERIFY: Right.ENGINEER,
    Permission.RESTART: Right.ENGINEER,
}
"""The table: the least right that a permission needs. CONTRIBUTING shows it to people."""


def allows(right: Right, permission: Permission) -> bool:
    """Tell whether somebody with ``right`` may do what needs ``permission``."""
    return right >= NEEDS[permission]
