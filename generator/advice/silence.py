"""Leaves out questions that the spec answers, or that the team has silenced with a reason.

Silencing that has no effect any more is reported, so that the list does not grow stale.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.spec.model import Ignored, Question, Spec
from generator.spec.places import path_of
from generator.spec.problems import Finding, Path, Severity

from .model import Advice
from .parts import about


def still_open(spec: Spec, found: Iterable[Advice]) -> Iterator[Advice]:
    """Yield advice that is neither answered nor silenced, with its question where it was asked."""
    ignored = _ignored(spec)
    questions: dict[str | None, list[tuple[str, Question]]] = {}
    for key, question in spec.questions.items():
        questions.setdefault(question.about, []).append((key, question))
    for advice in found:
        if any(_covers(path, advice.path) for path in ignored.get(advice.rule, ())):
            continue
        related = [item for item in questions.get(about(advice.path), ()) if _asks(item[1], advice)]
        if any(question.answer for _, question in related):
            continue
        waiting = [key for key, question in related if advice.rule in question.rule]
        yield replace(advice, asked=waiting[0]) if waiting else advice


def needless(spec: Spec, found: Sequence[Advice]) -> Iterator[Finding]:
    """Yield the silenced rules and places that match none of the advice ``found``."""
    for index, ignored in enumerate(spec.advice.ignore):
        here: Path = ("advice", "ignore", index)
        matched = list(_matched(spec, ignored, found))
        rules = {rule for rule, _ in matched}
        places = {place for _, place in matched}
        if not matched:
            yield _needless("all", here, ", ".join(ignored.rule))
            continue
        for number, rule in enumerate(ignored.rule):
            if rule not in rules:
                yield _needless("rule", (*here, "rule", number), rule)
        for number, place in enumerate(ignored.at):
            if place not in places:
                yield _needless("place", (*here, "at", number), place)


def _matched(spec: Spec, ignored: Ignored, found: Sequence[Advice]) -> Iterator[tuple[str, str]]:
    """Yield each rule with each place at which ``ignored`` keeps something from being asked."""
    paths = {place: path_of(spec, place) for place in ignored.at} or {"": ()}
    for advice in found:
        for place, path in paths.items():
            if advice.rule in ignored.rule and path is not None and _covers(path, advice.path):
                yield advice.rule, place


def _needless(what: str, path: Path, name: str) -> Finding:
    return Finding(f"needless_silence_{what}", path, {"name": name}, Severity.NOTICE)


def _ignored(spec: Spec) -> dict[str, list[Path]]:
    """Return the places where each rule is silent; the empty path is everywhere."""
    places: dict[str, list[Path]] = {}
    for ignored in spec.advice.ignore:
        paths = [path_of(spec, place) for place in ignored.at] if ignored.at else [()]
        for rule in ignored.rule:
            places.setdefault(rule, []).extend(path for path in paths if path is not None)
    return places


def _covers(path: Path, wanted: Path) -> bool:
    return wanted[: len(path)] == path


def _asks(question: Question, advice: Advice) -> bool:
    """Tell whether the question is on what the advice asks; without a rule it is on all of it."""
    if question.about is None:  # about the whole: it must say what it is on
        return advice.rule in question.rule
    return not question.rule or advice.rule in question.rule
