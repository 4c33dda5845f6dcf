"""A form: asks for a new record, or for changes to one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.plan.kind import KindPlanner, NotWalkedError
from generator.plan.screen import ScreenPlan
from generator.plan.tests.parts import Part, asked_parts
from generator.plan.tests.whole import Whole
from generator.pycode import UnboundCall

from .filling import Filling
from .planning import FormTests, plan_form


class FormKind(KindPlanner):
    """A form."""

    texts = ("form",)

    def parts(self, screen: ScreenPlan, whole: Whole, answers: Mapping[str, str]) -> Iterator[Part]:
        """Yield what is asked for."""
        yield from asked_parts(screen.fields, whole, answers)

    def tests(self, screen: ScreenPlan, whole: Whole) -> FormTests:
        """Return what its tests expect."""
        return plan_form(Filling(screen, whole))

    def walked(self, screen: ScreenPlan, whole: Whole) -> Sequence[UnboundCall]:
        """Return how its fields are filled in."""
        filled = Filling(screen, whole).filled()
        if filled is None:
            raise NotWalkedError("no test can fill in its form")
        steps, _ = filled
        return tuple(steps.values())
