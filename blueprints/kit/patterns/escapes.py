r"""What a backslash makes of the character behind it: ``\d``, ``\t``, ``\u3042``."""

from __future__ import annotations

import re
import unicodedata

from .characters import DIGIT, KINDS, LAST, LETTER, SPACE, Characters, Ranges, others
from .cursor import Cursor
from .refusal import Reason
from .tree import Edge

_EDGES = {"A": Edge.START, "Z": Edge.END, "z": Edge.END, "b": Edge.WORD, "B": Edge.NO_WORD}
_KINDS = {"d": {DIGIT}, "w": {DIGIT, LETTER}, "s": {SPACE}}
_ASCII: dict[str, Ranges] = {
    "d": ((0x30, 0x39),),
    "w": ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)),
    "s": ((0x09, 0x0D), (0x20, 0x20)),
}
_CONTROLS = dict(zip("afnrtv", "\a\f\n\r\t\v", strict=True))
_CODE = re.compile(r"x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})")
_NAME = re.compile(r"N\{([^{}]{1,100})\}")
_OCTAL = re.compile("0[0-7]{0,2}|[0-7]{3}")
_OCTAL_IN_CLASS = re.compile("[0-7]{1,3}")
_LAST_OCTAL = 0o377
_REFERENCE = re.compile("[1-9][0-9]?")
_NAMED_KIND = re.compile(r"[pP](?:\{[^{}]*\}?|[A-Za-z])?")


def read_escape(cursor: Cursor, *, ascii_only: bool) -> Characters | Edge | str:
    """Read what stands behind a backslash outside of brackets: one character as a text."""
    start = cursor.at - 1
    if cursor.next in _EDGES:
        return _edge(cursor, start, ascii_only)
    if octal := cursor.found(_OCTAL):
        return _octal(cursor, octal[0])
    if cursor.found(_REFERENCE):
        raise cursor.refused(Reason.BACK_REFERENCE, start)
    return _read(cursor, start, ascii_only)


def read_escape_in_class(cursor: Cursor, *, ascii_only: bool) -> Characters | str:
    """Read what stands behind a backslash within brackets: one character as a text."""
    start = cursor.at - 1
    if cursor.taken("b"):
        return "\b"
    if octal := cursor.found(_OCTAL_IN_CLASS):
        return _octal(cursor, octal[0])
    return _read(cursor, start, ascii_only)


def _edge(cursor: Cursor, start: int, ascii_only: bool) -> Edge:
    edge = _EDGES[cursor.next]
    cursor.at += 1
    if ascii_only and edge in {Edge.WORD, Edge.NO_WORD}:
        raise cursor.refused(Reason.ESCAPE, start)  # elsewhere letters are those of any script
    return edge


def _read(cursor: Cursor, start: int, ascii_only: bool) -> Characters | str:
    letter = cursor.next
    if letter.lower() in _KINDS:
        cursor.at += 1
        return _kind(letter, ascii_only)
    if code := cursor.found(_CODE):
        number = int(code[1] or code[2] or code[3], 16)
        if number <= LAST:
            return chr(number)
        raise cursor.refused(Reason.ESCAPE, start)
    if name := cursor.found(_NAME):
        try:
            return unicodedata.lookup(name[1])
        except KeyError:
            raise cursor.refused(Reason.ESCAPE, start) from None
    if cursor.found(_NAMED_KIND):
        raise cursor.refused(Reason.NAMED_CLASS, start)
    cursor.at += len(letter)
    if letter in _CONTROLS:
        return _CONTROLS[letter]
    if not letter or (letter.isascii() and letter.isalnum()):
        raise cursor.refused(Reason.ESCAPE, start)
    return letter


def _octal(cursor: Cursor, digits: str) -> str:
    code = int(digits, 8)
    if code > _LAST_OCTAL:
        raise cursor.refused(Reason.ESCAPE, cursor.at - len(digits) - 1)
    return chr(code)


def _kind(letter: str, ascii_only: bool) -> Characters:
    name = letter.lower()
    if ascii_only:
        ranges = _ASCII[name]
        return Characters(ranges if letter == name else others(ranges))
    kinds = _KINDS[name]
    return Characters(kinds=frozenset(kinds if letter == name else set(KINDS) - kinds))
