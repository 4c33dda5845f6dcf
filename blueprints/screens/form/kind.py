"""A form: asks for a new record, or for changes to one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.plan.kind import KindPlanner, NotWalkedError
from generator.plan.screen import ScreenPlan
from generator.plan.tests.parts import Part, asked_parts
from generator.plan.tests.whole import Whole
from generator.pycode import UnboundCall

from .planning import FormPlanner, FormTests


class FormKind(KindPlanner):
    """A form."""

    texts = ("form",)

    def parts(self, screen: ScreenPlan, whole: Whole, answers: Mapping[str, str]) -> Iterator[Part]:
        """Yield what is asked for."""
        yield from asked_parts(screen.fields, whole, answers)

    def tests(self, screen: ScreenPlan, whole: Whole) -> FormTests:
        """Return what its tests expect."""
        return FormPlanner(screen, whole).plan()

    def walked(self, screen: ScreenPlan, whole: Whole) -> Sequence[UnboundCall]:
        """Return how its fields are filled in."""
        filled = FormPlanner(screen, whole).filled()
        if filled is None:
            raise NotWalkedError("no test can fill in its form")
        steps, _ = filled
        return tuple(steps.values())
