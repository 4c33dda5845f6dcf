"""A form: asks for a new record, or for changes to one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.plan.kind import KindPlanner, NotWalkedError
from generator.plan.screen import ScreenPlan
from generator.plan.tests.context import ProjectContext
from generator.plan.tests.parts import Part, asked_parts
from generator.pycode import UnboundCall

from .filling import Filling
from .planning import FormTests, plan_form


class FormKind(KindPlanner):
    """A form."""

    texts = ("form",)

    def parts(
        self, screen: ScreenPlan, context: ProjectContext, answers: Mapping[str, str]
    ) -> Iterator[Part]:
        """Yield what is asked for."""
        yield from asked_parts(screen.fields, context, answers)

    def tests(self, screen: ScreenPlan, context: ProjectContext) -> FormTests:
        """Return what its tests expect."""
        return plan_form(Filling(screen, context))

    def walked(self, screen: ScreenPlan, context: ProjectContext) -> Sequence[UnboundCall]:
        """Return how its fields are filled in."""
        filled = Filling(screen, context).filled()
        if filled is None:
            raise NotWalkedError("no test can fill in its form")
        steps, _ = filled
        return tuple(steps.values())
