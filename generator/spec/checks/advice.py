"""Silenced advice refers to rules and places that exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.spec.model import Spec
from generator.spec.places import known_at, path_of
from generator.spec.problems import Finding, Path, unknown
from generator.spec.vocabulary import Vocabulary


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Look up every rule and every place that advice is silenced by."""
    for index, ignored in enumerate(spec.advice.ignore):
        here: Path = ("advice", "ignore", index)
        yield from _rules((*here, "rule"), ignored.rule, vocabulary)
        for number, place in enumerate(ignored.at):
            if path_of(spec, place) is None:
                wanted = tuple(place.split("."))
                yield unknown("place", (*here, "at", number), place, known_at(spec, place), wanted)
    for key, question in spec.questions.items():
        yield from _rules(("questions", key, "rule"), question.rule, vocabulary)


def _rules(path: Path, names: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[Finding]:
    for index, name in enumerate(names):
        if name not in vocabulary.advice_rules:
            found = unknown("rule", (*path, index), name, vocabulary.advice_rules)
            yield replace(found, values=found.values | _ends(vocabulary.advice_rules))


def _ends(rules: Sequence[str]) -> dict[str, str]:
    """Return the first and the last rule about words (L) and about gaps (S), for a sentence."""
    ends: dict[str, str] = {}
    for kind, letter in (("word", "L"), ("gap", "S")):
        own = [rule for rule in rules if rule.startswith(letter)] or [letter]
        ends |= {f"first_{kind}": own[0], f"last_{kind}": own[-1]}
    return ends
