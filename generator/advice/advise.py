"""Asks about a spec: puts together what all rules find in it, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.messages import Language
from generator.spec.model import UNDECIDED, Spec
from generator.spec.problems import Path

from .lexicon import sentences
from .model import Advice
from .parts import name, title
from .passages import passages
from .rules import lexical_rules, structural_rules
from .silence import still_open

_LONGEST = 20_000
"""Characters of a text that are read: nobody means more, and it must not take minutes."""

Quoted = tuple[str, str, str, int]
"""A rule, the words that it asks about, their sentence, and where in it they stand."""


def advise(spec: Spec, language: Language | None = None) -> list[Advice]:
    """Return what should be asked about a completed ``spec``, the most urgent first."""
    return to_ask(spec, found_in(spec, language))


def found_in(spec: Spec, language: Language | None = None) -> list[Advice]:
    """Return all that the rules find in a completed ``spec``, also what need not be asked."""
    return [*_missing(spec, language), *_vague(spec, language)]


def to_ask(spec: Spec, found: Sequence[Advice]) -> list[Advice]:
    """Return what of ``found`` is neither answered nor silenced, the most urgent first.

    What blocks the prototype comes before what blocks a decision, and that before mere wording; of
    the same kind, what is made first, then what stands first in the spec.
    """
    turns = _turns(spec)
    order = {id(advice): number for number, advice in enumerate(found)}

    def urgency(advice: Advice) -> tuple[int, int, int]:
        original = order.get(id(advice), len(found))
        return (advice.blocks, turns.get(advice.path[:2], 0), original)

    return sorted(still_open(spec, found), key=urgency)


def _missing(spec: Spec, language: Language | None) -> Iterator[Advice]:
    for rule, (blocks, find) in structural_rules().items():
        for gap in find(spec):
            called = name(spec, gap.path), title(spec, gap.path, language)
            yield Advice(
                rule,
                gap.path,
                blocks,
                *called,
                quote=gap.quote,
                sentence=gap.sentence,
                at=gap.sentence.find(gap.quote),
                variant=gap.variant,
                values=dict(gap.values),
                other=gap.other,
            )


def _vague(spec: Spec, language: Language | None) -> Iterator[Advice]:
    rules = lexical_rules()
    for path, text in passages(spec):
        for rule, quote, sentence, at in _quoted(text[:_LONGEST]):
            blocks, lexical = rules[rule]
            if not (lexical.settled and lexical.settled(spec, path)):
                called = name(spec, path), title(spec, path, language)
                yield Advice(rule, path, blocks, *called, quote, sentence, at=at)


@lru_cache(maxsize=4_096)
def _quoted(text: str) -> tuple[Quoted, ...]:
    """Return what the lexical rules find in ``text``, each word once.

    It is kept, as most texts are the same after a change of the spec.
    """
    found: dict[tuple[str, str], Quoted] = {}
    for sentence in sentences(text):
        for rule, (_, lexical) in lexical_rules().items():
            for quote, at in lexical.quotes(sentence):
                found.setdefault((rule, quote), (rule, quote, sentence.text, at))
    return tuple(found.values())


def _turns(spec: Spec) -> dict[Path, int]:
    """Return in which turn each feature is made; what belongs to no phase concerns all of them."""
    order = {phase: number for number, phase in enumerate([*spec.phases, UNDECIDED])}
    return {("features", key): order.get(f.phase, 0) for key, f in spec.features.items()}
