"""Signs for characters: those that a pattern does not tell apart are one sign.

A class such as ``\\w`` holds a hundred thousand characters, and an engine that reads UTF-8 needs a
thousand steps to know one of them. Told apart are seldom more than ten kinds of characters, so that
a class is a few signs, each of one byte.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, count
from operator import xor
from string import ascii_letters, digits

from .characters import DIGIT, KINDS, LAST, LETTER, Characters, kind_of
from .tree import Edge

_WORDS = Characters(kinds=frozenset({DIGIT, LETTER}))
_LINE_END = Characters(((0x0A, 0x0A),))
_WORD_SIGNS = tuple(map(ord, f"{digits}{ascii_letters}_"))
"""What RE2 takes for letters at the edge of a word."""
_MOST = 1_000
"""Signs of one or two bytes, and soon counted."""


class TooManySignsError(Exception):
    """A pattern tells more characters apart than there are signs for."""


class Signs:
    """The signs of the characters that ``classes`` tell apart.

    At ``edges`` RE2 looks at the text itself: signs of letters are letters, that of the end of a line
    is one. Raises TooManySignsError.
    """

    def __init__(self, classes: Iterable[Characters], edges: Iterable[Edge]) -> None:
        words, lines = _looked_at(edges)
        items = list(dict.fromkeys([*classes, *words, *lines]))
        self._starts, rows = _intervals(items)
        bits = {item: 1 << index for index, item in enumerate(items)}
        masks = dict.fromkeys(mask for row in rows for mask in row)
        asked = [sum(bits[item] for item in seen) for seen in (words, lines)]
        numbers = _numbered(masks, *asked)
        self._rows = [tuple(chr(numbers[mask]) for mask in row) for row in rows]
        self._classes = dict(zip(items, _of_classes(numbers, len(items)), strict=True))

    def of_text(self, text: str) -> bytes:
        """Return the signs of the characters of ``text``."""
        return "".join(map(self._of_character, text)).encode()

    def _of_character(self, character: str) -> str:
        row = self._rows[bisect_right(self._starts, ord(character)) - 1]
        return row[kind_of(character)]

    def of_class(self, characters: Characters) -> str:
        """Return the signs of ``characters`` as RE2 writes a class."""
        return self._classes[characters]


def _looked_at(edges: Iterable[Edge]) -> tuple[list[Characters], list[Characters]]:
    """Return the letters, and the end of a line, where RE2 looks at them to know an edge."""
    found = set(edges)
    words = [_WORDS] if found & {Edge.WORD, Edge.NO_WORD} else []
    return words, [_LINE_END] if found & {Edge.LINE_START, Edge.LINE_END} else []


def _intervals(items: Sequence[Characters]) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return where the characters begin that are told apart, and the masks of those behind.

    There is a mask for each of the kinds: a bit for each of ``items``, 1 where it holds them.
    """
    changes: defaultdict[int, int] = defaultdict(int, {0: 0})
    of_kind, negated = [0 for _ in KINDS], 0
    for index, item in enumerate(items):
        bit = 1 << index
        for low, high in item.ranges:
            changes[low] ^= bit
            changes[high + 1] ^= bit
        for kind in item.kinds:
            of_kind[kind] |= bit
        negated |= bit if item.negated else 0
    starts = sorted(changes)
    masks = accumulate((changes[start] for start in starts), xor)
    ends = [*starts[1:], LAST + 1]
    return starts, [
        tuple((mask | of_kind[kind]) ^ negated for kind in _kinds(start, end))
        for start, end, mask in zip(starts, ends, masks, strict=True)
    ]


def _kinds(start: int, end: int) -> Sequence[int]:
    """Return for each kind the one to look at: a single character is of one kind only."""
    return KINDS if end - start > 1 or start > LAST else (kind_of(chr(start)),) * len(KINDS)


def _numbered(masks: Iterable[int], words: int, lines: int) -> dict[int, int]:
    """Return for each of ``masks`` the code point of its sign.

    ``words`` is the bit of letters, ``lines`` that of the end of a line; 0 where no edge asks.
    """
    reserved = {*(_WORD_SIGNS if words else ()), *((ord("\n"),) if lines else ())}
    letters = iter(_WORD_SIGNS)
    free = (number for number in count() if number not in reserved)
    numbers = {}
    for mask in masks:
        if mask & lines:
            numbers[mask] = ord("\n")
        else:
            numbers[mask] = next(letters, _MOST) if mask & words else next(free)
        if numbers[mask] >= _MOST:
            raise TooManySignsError
    return numbers


def _of_classes(numbers: dict[int, int], size: int) -> list[str]:
    """Return the classes of signs that are in each of ``size`` classes of characters."""
    members: list[list[int]] = [[] for _ in range(size)]
    for mask, number in numbers.items():
        while mask:
            lowest = mask & -mask
            members[lowest.bit_length() - 1].append(number)
            mask ^= lowest
    return [_written(sorted(found)) for found in members]


def _written(numbers: list[int]) -> str:
    if not numbers:
        return r"[^\x{0}-\x{10FFFF}]"
    return "[" + "".join(f"\\x{{{low:X}}}-\\x{{{high:X}}}" for low, high in _runs(numbers)) + "]"


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of numbers that follow each other."""
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last
