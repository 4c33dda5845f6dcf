"""What lies beside a ``kind.py`` can be imported from there."""

from __future__ import annotations

from generator.plan.screen import ScreenPlan
from generator.plan.tests.context import ProjectContext


def titles(screen: ScreenPlan, context: ProjectContext) -> tuple[str, ...]:
    """Return the titles of the fields on ``screen``."""
    return tuple(map(context.title, screen.fields))
