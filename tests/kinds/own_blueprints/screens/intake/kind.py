"""An intake: a record is taken in with one press, which a process can walk."""

from __future__ import annotations

from collections.abc import Sequence

from generator.plan.kind import KindPlanner
from generator.plan.screen import ScreenPlan
from generator.plan.tests.context import ProjectContext
from generator.pycode import Call, call


class IntakeKind(KindPlanner):
    """An intake."""

    def walked(self, screen: ScreenPlan, context: ProjectContext) -> Sequence[Call]:
        """Press the button."""
        return (call("visit.click", "受け付ける"),)
