"""Japanese sentences as tokens, so that 約 is found in 約200名 and not in 予約.

The tokenizer is loaded when the first sentence has to be read: most commands never do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sudachipy import Tokenizer

_LONGEST = 10_000
_IN_NAMES = ("名詞", "接尾辞", "接頭辞")


@dataclass(frozen=True)
class Token:
    """A word and where it stands; ``kind`` is the part of speech, from the general to the fine."""

    begin: int
    end: int
    kind: tuple[str, ...]

    @property
    def in_name(self) -> bool:
        """Tell whether the token can go on a name that another noun began: 管理 + 番号."""
        return self.kind[0] in _IN_NAMES and self.kind[1] != "代名詞"


@dataclass(frozen=True)
class Reading:
    """The tokens of a sentence by where they begin, and by where they end."""

    beginning: dict[int, Token]
    ending: dict[int, Token]


@lru_cache(maxsize=4_096)
def read(sentence: str) -> Reading:
    """Return the tokens of ``sentence``; of a monstrous one only the beginning is read."""
    tokens = list(_tokens(sentence[:_LONGEST]))
    return Reading({t.begin: t for t in tokens}, {t.end: t for t in tokens})


def _tokens(sentence: str) -> Iterator[Token]:
    for morpheme in _tokenizer().tokenize(sentence):
        yield Token(morpheme.begin(), morpheme.end(), tuple(morpheme.part_of_speech()[:3]))


@lru_cache(maxsize=4_096)
def spellings(text: str) -> tuple[tuple[str, str], ...]:
    """Return the nouns of ``text``, each with the form that the dictionary has it under."""
    if text.isascii():
        return ()
    morphemes = _tokenizer().tokenize(text[:_LONGEST])
    return tuple(
        (m.surface(), m.normalized_form())
        for m in morphemes
        if m.part_of_speech()[0] == "名詞" and len(m.surface()) > 1
    )


@cache
def _tokenizer() -> Tokenizer:
    from sudachipy import Dictionary

    return Dictionary(dict="small").tokenizer()
