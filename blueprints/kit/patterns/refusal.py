"""Why a text can't be a pattern, and which part of it is to blame."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with a pattern."""

    BRACKETS = "brackets"
    """A bracket is not closed, or not opened."""
    REPEAT = "repeat"
    """There is nothing to repeat, or it is repeated already."""
    BOUNDS = "bounds"
    """At least is more than at most: ``{3,2}``."""
    ESCAPE = "escape"
    """A backslash before a letter that means nothing."""
    NAMED_CLASS = "named_class"
    r"""Characters by the name of their kind: ``\p{Han}``, ``[[:alpha:]]``."""
    RANGE = "range"
    """A range that ends before it begins, or has no ends: ``[z-a]``."""
    GROUP = "group"
    """A group or a flag that there is not, or not at this place."""
    LOOK_AHEAD = "look_ahead"
    LOOK_BEHIND = "look_behind"
    BACK_REFERENCE = "back_reference"
    POSSESSIVE = "possessive"
    """What never gives back what it took: ``a++``, ``(?>a+)``."""
    CONDITION = "condition"
    TOO_OFTEN = "too_often"
    """Repeated more often than the engine counts, all bounds round it multiplied."""
    TOO_LARGE = "too_large"
    """Too long, nested too deep, or too much to keep count of."""


class NotAPattern(ValueError):
    """A text is no pattern that can be matched; ``start`` and ``end`` say where in the text."""

    def __init__(self, reason: Reason, pattern: str, start: int, end: int) -> None:
        super().__init__(f"{reason}: {pattern[start:end]!r} at {start} of {pattern!r}")
        self.reason = reason
        self.pattern = pattern
        self.start = start
        self.end = end

    @property
    def part(self) -> str:
        """The part of the pattern that is to blame."""
        return self.pattern[self.start : self.end]
