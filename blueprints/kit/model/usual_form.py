"""The usual forms of characters (NFKC), in a time that grows with the text alone.

Unicode puts marks that are combined with a letter in order, and the more of them stand together the
longer that takes: ten seconds for the 100,000 that somebody may paste. No language has more than a few
of them, so that Unicode allows to part them after thirty (UAX #15, stream-safe text).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

MOST_MARKS = 30
"""Marks that are put in order together."""
_PARTED = "\u034f"
"""Parts marks and is not seen itself."""


def usual(text: str) -> str:
    """Return ``text`` in its usual forms: full-width digits and letters become narrow."""
    if text.isascii():
        return text
    if any(map(_is_mark, text)):
        text = "".join(_parted(text))
    return unicodedata.normalize("NFKC", text)


def _parted(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        marks = marks + 1 if _is_mark(character) else 0
        if marks > MOST_MARKS:
            yield _PARTED
            marks = 1
        yield character


@lru_cache(maxsize=5000)
def _is_mark(character: str) -> bool:
    """Tell whether the usual form of ``character`` begins with a mark, as that of ﾞ does."""
    return unicodedata.combining(unicodedata.normalize("NFKD", character)[0]) != 0
