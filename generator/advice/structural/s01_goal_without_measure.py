"""A goal that nobody can tell the reaching of: no measure, value now, target, or day.

Two people who look back in two years will not agree whether it was reached, and no feature can be
weighed against another. A goal has the day of the goal above it when it has none of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import Goal, Spec

BLOCKS = Blocks.DECISION


def find(spec: Spec) -> Iterator[Gap]:
    """Find the first thing that each goal lacks."""
    for key, goal in spec.goals.items():
        lacks = [name for name in ("measure", "now", "target") if not getattr(goal, name)]
        if not lacks and not _has_day(spec, goal):
            lacks = ["by"]
        if lacks:
            yield Gap(("goals", key), lacks[0])


def _has_day(spec: Spec, goal: Goal) -> bool:
    seen = set()
    above: Goal | None = goal
    while above is not None and id(above) not in seen:
        if above.by:
            return True
        seen.add(id(above))
        above = spec.goals.get(above.parent or "")
    return False
