"""Characters in brackets: ``[0-9A-F]``, ``[^、。]``."""

from __future__ import annotations

import re

from .characters import Characters, in_any_case, joined
from .cursor import Cursor
from .escapes import read_escape_in_class
from .refusal import Reason

_POSIX = re.compile(r"\[:\^?[A-Za-z]+:\]")


def read_brackets(cursor: Cursor, *, ascii_only: bool, any_case: bool) -> Characters:
    """Read what stands behind an opening bracket, to the closing one."""
    opened = cursor.at - 1
    negated = cursor.taken("^")
    pieces: list[tuple[int, int]] = []
    named: list[tuple[int, int]] = []
    kinds: set[int] = set()
    first = True
    while first or cursor.next != "]":
        if not cursor.next:
            raise cursor.refused(Reason.BRACKETS, opened, opened + 1)
        first = False
        start = cursor.at
        low = _read_one(cursor, ascii_only)
        high = _read_end_of_range(cursor, ascii_only)
        if isinstance(low, Characters) or isinstance(high, Characters):
            if high is not None:
                raise cursor.refused(Reason.RANGE, start)
            assert isinstance(low, Characters)
            named += low.ranges
            kinds |= low.kinds
        elif high is not None and high < low:
            raise cursor.refused(Reason.RANGE, start)
        else:
            pieces.append((ord(low), ord(high or low)))
    cursor.at += 1
    ranges = joined(pieces)
    if any_case:
        ranges = in_any_case(ranges, ascii_only=ascii_only)
    return Characters(joined([*ranges, *named]), frozenset(kinds), negated)


def _read_one(cursor: Cursor, ascii_only: bool) -> Characters | str:
    start = cursor.at
    if cursor.found(_POSIX):
        raise cursor.refused(Reason.NAMED_CLASS, start)
    if cursor.taken("\\"):
        return read_escape_in_class(cursor, ascii_only=ascii_only)
    cursor.at += 1
    return cursor.pattern[start]


def _read_end_of_range(cursor: Cursor, ascii_only: bool) -> Characters | str | None:
    """Read ``-`` and what is behind it; a ``-`` at the end of the brackets is a character."""
    behind = cursor.pattern[cursor.at + 1 : cursor.at + 2]
    if behind in {"", "]"} or not cursor.taken("-"):
        return None
    return _read_one(cursor, ascii_only)
