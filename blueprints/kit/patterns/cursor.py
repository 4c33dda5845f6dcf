"""Where the reading of a pattern has come to."""

from __future__ import annotations

import re

from .refusal import NotAPattern, Reason


class Cursor:
    """A pattern and the place in it that is read next."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    @property
    def next(self) -> str:
        """The next character, empty at the end."""
        return self.pattern[self.at : self.at + 1]

    def taken(self, wanted: str) -> bool:
        """Go on behind ``wanted`` if it is what comes next, and tell whether it was."""
        found = self.pattern.startswith(wanted, self.at)
        self.at += len(wanted) if found else 0
        return found

    def found(self, form: re.Pattern[str]) -> re.Match[str] | None:
        """Go on behind what ``form`` finds at this place, and return it."""
        match = form.match(self.pattern, self.at)
        self.at = match.end() if match else self.at
        return match

    def refused(self, reason: Reason, start: int, end: int | None = None) -> NotAPattern:
        """Return the refusal of what stands from ``start`` to ``end``, or to this place."""
        return NotAPattern(reason, self.pattern, start, self.at if end is None else end)
