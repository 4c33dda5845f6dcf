"""The trace from each goal over its features to the screens and the results of their tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from generator.spec.model import Spec

from .results import ModuleResult, Verdict
from .subjects import Kind, Subject


@dataclass(frozen=True)
class Named:
    """A part of the spec by its id and title."""

    key: str
    title: str


@dataclass(frozen=True)
class Row:
    """One way from a goal to a result.

    What the spec does not say is None or empty: a goal without a feature, a feature without a goal,
    a step or a screen. ``tests`` and ``failed`` are numbers of tests.
    """

    goal: Named | None
    steps: tuple[Named, ...]
    feature: Named | None
    phase: str
    screen: Named | None
    module: str
    tests: int
    failed: int
    verdict: Verdict


def trace(
    spec: Spec, subjects: Sequence[Subject], results: Mapping[str, ModuleResult]
) -> tuple[Row, ...]:
    """Return all ways through ``spec``, by goal, then feature, then screen, in its order."""
    return tuple(_Trace(spec, subjects, results).rows())


def as_json(rows: Sequence[Row]) -> list[dict[str, object]]:
    """Return ``rows`` for machines."""
    return [asdict(row) for row in rows]


class _Trace:
    def __init__(
        self, spec: Spec, subjects: Sequence[Subject], results: Mapping[str, ModuleResult]
    ) -> None:
        self._spec = spec
        self._screens = [subject for subject in subjects if subject.kind is Kind.SCREEN]
        self._results = results

    def rows(self) -> Iterator[Row]:
        goals = {key: Named(key, goal.title) for key, goal in self._spec.goals.items()}
        for key, goal in goals.items():
            yield from self._of_goal(key, goal)
        for feature, whole in self._spec.features.items():
            if not whole.goal:
                yield from self._of_feature(None, feature)
        for subject in self._screens:
            if not subject.features:
                yield self._row(None, None, subject)

    def _of_goal(self, key: str, goal: Named) -> Iterator[Row]:
        features = [name for name, whole in self._spec.features.items() if key in whole.goal]
        for feature in features:
            yield from self._of_feature(goal, feature)
        if not features and not self._is_parent(key):
            yield self._row(goal, None, None)

    def _is_parent(self, key: str) -> bool:
        return any(goal.parent == key for goal in self._spec.goals.values())

    def _of_feature(self, goal: Named | None, feature: str) -> Iterator[Row]:
        subjects = [s for s in self._screens if feature in s.features]
        if not subjects:
            yield self._row(goal, feature, None)
        for subject in subjects:
            yield self._row(goal, feature, subject)

    def _row(self, goal: Named | None, feature: str | None, subject: Subject | None) -> Row:
        whole = self._spec.features.get(feature or "")
        result = self._results.get(subject.module) if subject else None
        return Row(
            goal=goal,
            steps=tuple(self._step(step) for step in whole.step) if whole else (),
            feature=Named(feature, whole.title) if whole and feature else None,
            phase=whole.phase if whole else "",
            screen=Named(subject.key, subject.title) if subject else None,
            module=subject.module if subject else "",
            tests=len(result.tests) if result else 0,
            failed=len(result.failures) if result else 0,
            verdict=result.verdict if result else Verdict.NOT_RUN,
        )

    def _step(self, key: str) -> Named:
        process, _, step = key.partition(".")
        whole = self._spec.processes.get(process)
        found = whole.steps.get(step) if whole else None
        return Named(key, found.title if found else key)
