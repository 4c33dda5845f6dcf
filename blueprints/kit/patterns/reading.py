"""Reads a pattern: the language of Python's ``re``, but for what takes trying out."""

from __future__ import annotations

import re
from enum import StrEnum

from .brackets import read_brackets
from .characters import LAST, Characters, Ranges, in_any_case
from .cursor import Cursor
from .escapes import read_escape
from .refusal import Reason
from .tree import Choice, Edge, Node, Repeat, Sequence

LONGEST_PATTERN = 5_000
DEEPEST = 50
_LARGEST_BOUND = 9
"""Digits of the largest number that is read; the engine counts far less."""

_BOUNDS = re.compile(r"\{(?!\})([0-9]*)(?:(,)([0-9]*))?\}")
_GLOBAL_FLAGS = re.compile(r"\(\?([aimsux]+)\)")
_FLAGS = re.compile(r"\?([aimsux]*)(?:-([imsx]+))?:")
_NAME = re.compile(r"\?P?<[^\W\d]\w*>")
_COMMENT = re.compile(r"\(\?#[^)]*\)")
_BLANKS = re.compile(r"(?:[ \t\n\r\f\v]|#[^\n]*)+")
_GROUP = re.compile(r"\?(?:P?[<=>!]|.)?[^()]*\)?")
_LINE = Characters(((0x0A, 0x0A),), negated=True)
_ALL = Characters(((0, LAST),))


class Flag(StrEnum):
    """What a pattern may ask for at its start, ``(?i)``, or for a group, ``(?i:…)``."""

    ASCII = "a"
    ANY_CASE = "i"
    LINES = "m"
    ALL = "s"
    UNICODE = "u"
    SPACED = "x"


Flags = frozenset[str]


def read(pattern: str) -> Node:
    """Return the tree of ``pattern``. Raises NotAPattern."""
    return _Reader(pattern).whole()


class _Reader:
    def __init__(self, pattern: str) -> None:
        self._cursor = Cursor(pattern)
        self._depth = 0

    def whole(self) -> Node:
        cursor = self._cursor
        if len(cursor.pattern) > LONGEST_PATTERN:
            raise cursor.refused(Reason.TOO_LARGE, LONGEST_PATTERN, len(cursor.pattern))
        flags: Flags = frozenset()
        while given := cursor.found(_GLOBAL_FLAGS):
            flags |= set(given[1])
        tree = self._choice(flags)
        if cursor.next:  # only a bracket that was not opened ends a choice here
            raise cursor.refused(Reason.BRACKETS, cursor.at, cursor.at + 1)
        return tree

    def _choice(self, flags: Flags) -> Node:
        parts = [self._sequence(flags)]
        while self._cursor.taken("|"):
            parts.append(self._sequence(flags))
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def _sequence(self, flags: Flags) -> Node:
        parts: list[Node] = []
        self._skip(flags)
        while self._cursor.next not in {"", "|", ")"}:
            start = self._cursor.at
            part = self._one(flags)
            self._skip(flags)
            parts.append(self._repeated(part, start, flags))
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _skip(self, flags: Flags) -> None:
        """Go on behind comments, and behind spaces where they mean nothing."""
        cursor = self._cursor
        while cursor.found(_COMMENT) or (Flag.SPACED in flags and cursor.found(_BLANKS)):
            pass

    def _one(self, flags: Flags) -> Node:
        """Read a character, brackets, an edge or a group."""
        cursor = self._cursor
        start = cursor.at
        ascii_only = Flag.ASCII in flags
        if cursor.taken("("):
            return self._group(flags)
        if cursor.taken("["):
            any_case = Flag.ANY_CASE in flags
            return read_brackets(cursor, ascii_only=ascii_only, any_case=any_case)
        if cursor.taken("\\"):
            read = read_escape(cursor, ascii_only=ascii_only)
            return _character(read, flags) if isinstance(read, str) else read
        if cursor.next in {"*", "+", "?"} or cursor.found(_BOUNDS):
            raise cursor.refused(Reason.REPEAT, start, max(cursor.at, start + 1))
        cursor.at += 1
        return _meaning(cursor.pattern[start], flags)

    def _repeated(self, part: Node, start: int, flags: Flags) -> Node:
        """Read how often ``part`` may stand, if that is said."""
        cursor = self._cursor
        quantifier = cursor.at
        bounds = self._bounds()
        if bounds is None:
            return part
        if isinstance(part, Edge):
            raise cursor.refused(Reason.REPEAT, quantifier)
        if cursor.taken("+"):
            raise cursor.refused(Reason.POSSESSIVE, start)
        cursor.taken("?")  # few or many first: for a whole text it is the same
        end = cursor.at
        self._skip(flags)
        again = cursor.at
        if self._bounds() is not None:
            raise cursor.refused(Reason.REPEAT, again)
        return Repeat(part, *bounds, start, end)

    def _bounds(self) -> tuple[int, int | None] | None:
        cursor = self._cursor
        start = cursor.at
        for sign, bounds in (("*", (0, None)), ("+", (1, None)), ("?", (0, 1))):
            if cursor.taken(sign):
                return bounds
        found = cursor.found(_BOUNDS)
        if not found:
            return None
        low, comma, high = found.groups()
        if max(len(low), len(high or "")) > _LARGEST_BOUND:
            raise cursor.refused(Reason.TOO_OFTEN, start)
        least = int(low or 0)
        most = (int(high) if high else None) if comma else least
        if most is not None and most < least:
            raise cursor.refused(Reason.BOUNDS, start)
        return least, most

    def _group(self, flags: Flags) -> Node:
        cursor = self._cursor
        opened = cursor.at - 1
        if cursor.next == "?" and not cursor.found(_NAME):
            flags = self._flags(flags, opened)
        self._depth += 1
        if self._depth > DEEPEST:
            raise cursor.refused(Reason.TOO_LARGE, opened, opened + 1)
        inner = self._choice(flags)
        self._depth -= 1
        if not cursor.taken(")"):
            raise cursor.refused(Reason.BRACKETS, opened, opened + 1)
        return Sequence((inner,)) if isinstance(inner, Edge) else inner

    def _flags(self, flags: Flags, opened: int) -> Flags:
        """Read what a group is for; refuse what asks to look round or to go back."""
        cursor = self._cursor
        if given := cursor.found(_FLAGS):
            added, removed = set(given[1]), set(given[2] or "")
            if Flag.UNICODE in added:
                removed |= {Flag.ASCII}
            return flags - removed | added
        reason = next(
            (why for sign, why in _REFUSED.items() if cursor.pattern.startswith(sign, opened)),
            Reason.GROUP,
        )
        cursor.found(_GROUP)
        raise cursor.refused(reason, opened)


_REFUSED = {
    "(?=": Reason.LOOK_AHEAD,
    "(?!": Reason.LOOK_AHEAD,
    "(?<=": Reason.LOOK_BEHIND,
    "(?<!": Reason.LOOK_BEHIND,
    "(?P=": Reason.BACK_REFERENCE,
    "(?>": Reason.POSSESSIVE,
    "(?(": Reason.CONDITION,
}


def _meaning(sign: str, flags: Flags) -> Node:
    """Return what a sign means that stands outside of brackets."""
    if sign == ".":
        return _ALL if Flag.ALL in flags else _LINE
    if sign == "^":
        return Edge.LINE_START if Flag.LINES in flags else Edge.START
    if sign == "$":
        return Edge.LINE_END if Flag.LINES in flags else Edge.END
    return _character(sign, flags)


def _character(sign: str, flags: Flags) -> Characters:
    ranges: Ranges = ((ord(sign), ord(sign)),)
    if Flag.ANY_CASE in flags:
        ranges = in_any_case(ranges, ascii_only=Flag.ASCII in flags)
    return Characters(ranges)
