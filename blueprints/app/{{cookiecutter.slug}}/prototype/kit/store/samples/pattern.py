"""Texts that a regular expression matches, for samples of fields with a pattern.

Only what patterns of forms are made of is known: characters, classes, groups, choices, repetitions.
Whoever asks checks the text: for anything else it may not match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from random import Random
from typing import Any

_MOST_REPEATS = 4
_DIGITS = "0123456789"
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CLASSES = {
    "CATEGORY_DIGIT": _DIGITS,
    "CATEGORY_WORD": _LETTERS + _DIGITS + "_",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_DIGIT": _LETTERS,
    "CATEGORY_NOT_WORD": "-",
    "CATEGORY_NOT_SPACE": _LETTERS + _DIGITS,
}
_ALL = _DIGITS + _LETTERS + "あいうえおアイウエオ漢字-_ "


def matching(pattern: str, random: Random) -> str | None:
    """Return a text that should match ``pattern``, None when none can be made."""
    try:
        return _Maker(random).make(_parsed(pattern))
    except (re.error, ValueError, KeyError, IndexError, TypeError, RecursionError):
        return None


@cache
def _parsed(pattern: str) -> Any:
    # The parser of the standard library is not documented; should it ever change, there are no
    # such samples, and the fields fall back on other values.
    try:
        return import_module("re._parser").parse(pattern)
    except (ImportError, AttributeError) as error:
        raise ValueError(pattern) from error


class _Maker:
    """Walks a parsed pattern and writes down what it asks for."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._groups: dict[int, str] = {}

    def make(self, parts: Iterable[Any]) -> str:
        return "".join(self._part(str(kind), given) for kind, given in parts)

    def _part(self, kind: str, given: Any) -> str:
        if kind == "LITERAL":
            return chr(given)
        if kind in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            least, most, part = given
            times = self._random.randint(least, min(int(most), least + _MOST_REPEATS))
            return "".join(self.make(part) for _ in range(times))
        if kind == "SUBPATTERN":
            text = self.make(given[-1])
            if given[0] is not None:
                self._groups[given[0]] = text
            return text
        if kind == "BRANCH":
            return self.make(self._random.choice(given[1]))
        if kind == "GROUPREF":
            return self._groups[given]
        if kind in {"AT", "ASSERT_NOT"}:
            return ""
        if kind == "ATOMIC_GROUP":
            return self.make(given)
        return self._random.choice(self._allowed(kind, given))

    def _allowed(self, kind: str, given: Any) -> str:
        """Return the characters that one position allows."""
        if kind == "ANY":
            return _LETTERS
        if kind == "NOT_LITERAL":
            return _ALL.replace(chr(given), "")
        if kind != "IN":
            raise ValueError(kind)
        named = [(str(name), value) for name, value in given]
        members = "".join(self._members(name, value) for name, value in named)
        if named[0][0] == "NEGATE":
            return "".join(character for character in _ALL if character not in members)
        return members

    def _members(self, kind: str, given: Any) -> str:
        if kind == "LITERAL":
            return chr(given)
        if kind == "RANGE":
            low, high = given
            return "".join(map(chr, range(low, min(high, low + 200) + 1)))
        return "" if kind == "NEGATE" else _CLASSES[str(given)]
