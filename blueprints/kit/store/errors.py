"""What can come of a request to the store instead of what was asked for.

Every message is for the person at the screen, in the language of the prototype.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..texts import say

if TYPE_CHECKING:
    from ..model.entity import Entity

REASON = ""
"""The key under which NotValid speaks of a missing reason; no field can have it."""


class StoreError(Exception):
    """The store did not do what it was asked; nothing was changed."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Conflict(StoreError):
    """Somebody else changed the record meanwhile.

    ``record_now`` is the record as it is kept, None when it is gone.
    """

    def __init__(self, record_now: Entity | None) -> None:
        super().__init__(say("store.conflict" if record_now else "store.gone"))
        self.record_now = record_now


class Refused(StoreError):
    """The rules of the flow do not allow it: the role, or the state the record is in."""


class NotValid(StoreError):
    """Some values break a rule; ``problems`` says which, by key of the field."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(say("store.not_valid"))
        self.problems = dict(problems)


class Unavailable(StoreError):
    """The database can't be used right now: locked, full, read-only, broken or not there.

    One that is ``away`` does not answer at all, to nobody.
    """

    def __init__(self, message: str, *, away: bool = False) -> None:
        super().__init__(message)
        self.away = away
