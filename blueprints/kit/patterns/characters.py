"""Which characters one position of a text may hold, and other cases of letters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

LAST = 0x10FFFF
"""The last code point of Unicode."""
_LAST_ASCII = 0x7F
DIGIT, LETTER, SPACE, OTHER = range(4)
KINDS = (DIGIT, LETTER, SPACE, OTHER)
"""The kinds into which Python's ``re`` divides all characters."""
_CASED = (
    range(0x2E00),
    range(0xA640, 0xAC00),
    range(0xFF00, 0x11A00),
    range(0x16E00, 0x17000),
    range(0x1E900, 0x1EA00),
)
"""Where the letters are that have capitals: to look through all of Unicode takes half a second."""

Ranges = tuple[tuple[int, int], ...]
"""Code points from … to …, in order, neither touching nor overlapping each other."""


def kind_of(character: str) -> int:
    """Return the one of :data:`KINDS` that ``character`` is of."""
    if character.isalnum() or character == "_":
        return DIGIT if character.isdecimal() else LETTER
    return SPACE if character.isspace() else OTHER


@dataclass(frozen=True)
class Characters:
    """The characters in ``ranges`` or of ``kinds``; all others when ``negated``."""

    ranges: Ranges = ()
    kinds: frozenset[int] = frozenset()
    negated: bool = False

    def __contains__(self, character: str) -> bool:
        """Tell whether a position may hold ``character``."""
        among = within(self.ranges, ord(character)) or kind_of(character) in self.kinds
        return among != self.negated


def joined(pieces: Iterable[tuple[int, int]]) -> Ranges:
    """Return the ranges of all ``pieces``, which may overlap."""
    found: list[tuple[int, int]] = []
    for low, high in sorted(pieces):
        if found and low <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(high, found[-1][1])
        else:
            found.append((low, high))
    return tuple(found)


def others(ranges: Ranges) -> Ranges:
    """Return the ranges of all that is not in ``ranges``."""
    ends = [-1, *(end for low, high in ranges for end in (low - 1, high)), LAST]
    pairs = zip(ends[::2], ends[1::2], strict=True)
    return tuple((before + 1, last) for before, last in pairs if before < last)


def within(ranges: Ranges, code: int) -> bool:
    """Tell whether ``code`` is in one of ``ranges``."""
    index = bisect_right(ranges, (code, LAST)) - 1
    return index >= 0 and code <= ranges[index][1]


def in_any_case(ranges: Ranges, *, ascii_only: bool = False) -> Ranges:
    """Return ``ranges`` with the capitals of their small letters and the other way round."""
    last = _LAST_ASCII if ascii_only else LAST
    same = _cases()
    letters = tuple(same)
    inside = {
        code
        for low, high in ranges
        for code in letters[bisect_left(letters, low) : bisect_right(letters, high)]
    }
    added = {code for letter in inside for code in same[letter] if code <= last}
    return joined([*ranges, *((code, code) for code in added)])


@cache
def _cases() -> dict[int, tuple[int, ...]]:
    """Return for each letter, in order, those that differ from it by case only."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for code in _cased():
        small = chr(code).lower()
        small = small if len(small) == 1 else chr(code)
        capital = small.upper()
        groups[capital if len(capital) == 1 else small].append(code)
    return dict(sorted((code, tuple(group)) for group in groups.values() for code in group))


def _cased() -> Iterator[int]:
    for code in chain.from_iterable(_CASED):
        character = chr(code)
        if character.lower() != character or character.upper() != character:
            yield code
