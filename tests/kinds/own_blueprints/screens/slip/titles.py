"""What lies beside a ``kind.py`` can be imported from there."""

from __future__ import annotations

from generator.plan.screen import ScreenPlan
from generator.plan.tests.whole import Whole


def titles(screen: ScreenPlan, whole: Whole) -> tuple[str, ...]:
    """Return the titles of the fields on ``screen``."""
    return tuple(map(whole.title, screen.fields))
