"""A wizard: steps one after the other, the way back, the summary, one record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from blueprints.screens.form.filling import Filling, Texts
from blueprints.screens.form.saving import Saving, plan_saving
from generator.plan.kind import KindPlanner
from generator.plan.screen import ScreenPlan, StepPlan
from generator.plan.tests.context import ProjectContext, unambiguous
from generator.plan.tests.entries import Entry
from generator.plan.tests.parts import Part, asked_parts, those
from generator.pycode import Expression, UnboundCall, do


@dataclass(frozen=True)
class Stage:
    """A step as a test goes through it: what it asks, how it is left empty, what fills it.

    ``seen`` are the title, the number and how many steps there are; a press on the button leads
    from ``emptied`` to ``missing``, and from ``filled`` to the next stage.
    """

    seen: tuple[Expression, ...]
    asked: tuple[UnboundCall, ...]
    emptied: tuple[UnboundCall, ...]
    missing: tuple[UnboundCall, ...]
    filled: tuple[UnboundCall, ...]


@dataclass(frozen=True)
class WizardTests:
    """What the tests of a wizard expect.

    ``stages`` is the way to the summary, which is ``seen`` at its end and shows ``values``; a test
    that can't go all the way has the first of them only. ``kept`` expects what was typed on the
    stage ``marked`` (the number in ``stages``), ``stopped`` is the first that must be filled.
    """

    stages: tuple[Stage, ...]
    seen: tuple[Expression, ...]
    values: tuple[tuple[str, str], ...]
    saving: Saving | None
    marked: int
    kept: UnboundCall | None
    stopped: int | None
    left_out: tuple[str, ...]


class _Wizard:
    """A wizard while its tests are planned."""

    def __init__(self, screen: ScreenPlan, context: ProjectContext) -> None:
        self.screen, self.context = screen, context
        uses = tuple(use for step in screen.steps for use in step.fields)
        self.form = Filling(replace(screen, fields=uses), context)

    def plan(self) -> WizardTests:
        """Return what the tests expect."""
        saving, filled = plan_saving(self.form), self.form.filled()
        steps, texts = filled or ({}, dict(self.form.first))
        stages = list(self._stages(steps, texts))
        summary = self.context.kit.say("wizard.confirm")
        total = len(self._asking(texts)) + 1
        stopped = [number for number, stage in enumerate(stages) if stage.missing]
        marked = self.form.marked
        return WizardTests(
            stages=tuple(stages if saving else stages[:1]),
            seen=(summary, total, total),
            values=tuple(self._values(steps)) if saving else (),
            saving=saving,
            marked=self._number_of(marked, texts) if marked else 0,
            kept=do("expect_typed", marked.label, marked.text) if marked and saving else None,
            stopped=stopped[0] if stopped and (saving or stopped[0] == 0) else None,
            left_out=tuple(dict.fromkeys(self.form.left_out)),
        )

    def _asking(self, texts: Texts) -> list[StepPlan]:
        """Return the steps that ask for something once ``texts`` are typed."""
        entries = self.context.entries(self.form.entity)
        return [
            step
            for step in self.screen.steps
            if any(self.form.shown(entries[use.key], texts) for use in step.fields)
        ]

    def _number_of(self, entry: Entry, texts: Texts) -> int:
        keys = [[use.key for use in step.fields] for step in self._asking(texts)]
        return next(number for number, some in enumerate(keys) if entry.key in some)

    def _stages(self, steps: dict[str, UnboundCall], texts: Texts) -> Iterator[Stage]:
        """Yield the steps with what is asked when somebody has typed those before."""
        typed = dict(self.form.first)
        for step in self._asking(texts):
            entries = [
                self.form.entries[use.key] for use in step.fields if use.key in self.form.entries
            ]
            here = [other.key for other in self._asking(typed)]
            seen = (step.title, here.index(step.key) + 1, len(here) + 1)
            yield self._stage(seen, entries, steps, typed)
            typed |= {entry.key: texts[entry.key] for entry in entries}

    def _stage(
        self,
        seen: tuple[Expression, ...],
        entries: Sequence[Entry],
        steps: dict[str, UnboundCall],
        typed: Texts,
    ) -> Stage:
        missing = [
            entry
            for entry in entries
            if self.form.shown(entry, typed)
            and self.form.needed(entry, typed)
            and entry.missing
            and (entry.clear() or not entry.default)
        ]
        return Stage(
            seen=seen,
            asked=tuple(filter(None, (self._expected(entry, typed) for entry in entries))),
            emptied=tuple(step for entry in missing if entry.default and (step := entry.clear())),
            missing=tuple(do("expect_wrong", entry.label, entry.missing) for entry in missing),
            filled=tuple(steps[entry.key] for entry in entries if entry.key in steps),
        )

    def _expected(self, entry: Entry, typed: Texts) -> UnboundCall | None:
        if not self.form.shown(entry, typed):
            return do("expect_not_asked", entry.label)
        return entry.expect(self.form.needed(entry, typed))

    def _values(self, steps: dict[str, UnboundCall]) -> Iterator[tuple[str, str]]:
        """Yield what the summary shows: title and text."""
        entries = self.form.entries
        distinct = unambiguous([entry.label for entry in entries.values()])
        for key in steps:
            entry = entries[key]
            if entry.shown and entry.label in distinct:
                yield entry.label, entry.shown


class WizardKind(KindPlanner):
    """A wizard."""

    texts = ("form", "wizard")

    def parts(
        self, screen: ScreenPlan, context: ProjectContext, answers: Mapping[str, str]
    ) -> Iterator[Part]:
        """Yield the steps, which stand in a row, and what the first of them asks for."""
        features = [those(step.feature) for step in screen.spec.steps.values()]
        for step, of_step in zip(screen.steps, features, strict=True):
            yield Part(step.title, of_step, sure=False)  # one that asks for nothing is left out
        yield from asked_parts(screen.steps[0].fields, context, answers, features[0])

    def tests(self, screen: ScreenPlan, context: ProjectContext) -> WizardTests:
        """Return what its tests expect."""
        return _Wizard(screen, context).plan()
