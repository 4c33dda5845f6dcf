"""Words that two readers understand differently: what a lexical rule looks for, and where.

Japanese words count only where tokens begin and end, and not within the name of something
(検討 in 検討委員会) or where a value is quoted (種別は「その他」).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.spec.model import Spec
from generator.spec.problems import Path

from .reading import Reading, read

_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_END = re.compile("[。\n!?！？]+|[.;](?=\\s|$)")
_QUOTED = re.compile('「[^「」]{1,12}」|『[^『』]{1,12}』|“[^“”]{1,25}”|"[^"]{1,25}"')


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text and where it begins in it."""

    text: str
    begin: int

    @cached_property
    def is_japanese(self) -> bool:
        """Tell in which of the two languages the sentence is."""
        return bool(_JAPANESE.search(self.text))

    @cached_property
    def quoted(self) -> list[range]:
        """The places that name a value, such as a choice or a state."""
        return [range(*found.span()) for found in _QUOTED.finditer(self.text)]

    @property
    def reading(self) -> Reading:
        """The tokens of a Japanese sentence."""
        return read(self.text)


@dataclass(frozen=True)
class Wording:
    """A regular expression for words; ``in_names`` if they stay vague before another noun.

    An adverb does so (随時掲載), and a noun becomes part of a name (管理番号). ``first`` wants no
    noun before either (行動原則).
    """

    words: str
    in_names: bool = False
    first: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.words)

    def found(self, sentence: Sentence) -> Iterator[re.Match[str]]:
        """Yield where the words stand as words of their own."""
        for match in self.pattern.finditer(sentence.text):
            if self._stands_alone(match, sentence.reading):
                yield match

    def _stands_alone(self, match: re.Match[str], reading: Reading) -> bool:
        if match.start() not in reading.beginning or match.end() not in reading.ending:
            return False
        before, behind = reading.ending.get(match.start()), reading.beginning.get(match.end())
        if self.first and before is not None and before.in_name:
            return False
        return self.in_names or behind is None or not behind.in_name


Meant = Callable[[Sentence, re.Match[str]], bool]
Settled = Callable[[Spec, Path], bool]


@dataclass(frozen=True)
class Lexical:
    """What one rule looks for in the two languages.

    ``unless`` is a regular expression for what answers the question in the same sentence (速やかに,
    3営業日以内に). ``meant`` looks at the sentence once more where words alone do not tell, and
    ``settled`` at what else the spec says about the part.
    """

    japanese: tuple[Wording, ...]
    english: tuple[str, ...]
    unless: str = ""
    meant: Meant | None = None
    settled: Settled | None = None

    def quotes(self, sentence: Sentence) -> Iterator[tuple[str, int]]:
        """Yield the words of ``sentence`` that the rule asks about, each once, and where."""
        matches = self._japanese(sentence) if sentence.is_japanese else self._english(sentence)
        found: dict[str, int] = {}
        for match in matches:
            is_value = any(match.start() in place for place in sentence.quoted)
            if not is_value and (self.meant is None or self.meant(sentence, match)):
                found.setdefault(match[0].strip(), match.start())
        if found and not (self.unless and re.search(self.unless, sentence.text)):
            yield from found.items()

    def _japanese(self, sentence: Sentence) -> Iterator[re.Match[str]]:
        for wording in self.japanese:
            yield from wording.found(sentence)

    def _english(self, sentence: Sentence) -> Iterable[re.Match[str]]:
        return self._any_english.finditer(sentence.text) if self.english else ()

    @cached_property
    def _any_english(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{words})" for words in self.english), re.IGNORECASE)


def sentences(text: str) -> Iterator[Sentence]:
    """Cut ``text`` into its sentences."""
    begin = 0
    for end in _END.finditer(text):
        yield Sentence(text[begin : end.end()], begin)
        begin = end.end()
    if text[begin:].strip():
        yield Sentence(text[begin:], begin)
