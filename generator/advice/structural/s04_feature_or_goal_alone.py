"""A feature that serves no goal, and a goal that no feature serves.

The one is built for nobody, the other is hoped for. A feature also serves the goal of the process
that its step is part of, and a goal is served by what serves the goals below it; where nothing
does, those are asked about.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import OUT, Feature, Spec

BLOCKS = Blocks.DECISION


def find(spec: Spec) -> Iterator[Gap]:
    """Find both; of a spec without any goal that is what is told."""
    if spec.features and not spec.goals:
        yield Gap(("project",), "no_goals")
        return
    served: set[str] = set()
    for key, feature in spec.features.items():
        if feature.phase != OUT:
            goals = goals_of(spec, feature)
            served.update(goals)
            if not goals:
                yield Gap(("features", key), "feature")
    for key in list(served):
        _climb(spec, key, served)
    above_others = {goal.parent for key, goal in spec.goals.items() if key not in served}
    for key in spec.goals:
        if key not in served and key not in above_others:
            yield Gap(("goals", key), "goal")


def goals_of(spec: Spec, feature: Feature) -> list[str]:
    """Return the goals that ``feature`` serves, by itself or by the processes of its steps."""
    processes = (spec.processes.get(step.partition(".")[0]) for step in feature.step)
    of_steps = (process.goal for process in processes if process is not None and process.goal)
    return list(dict.fromkeys([*feature.goal, *of_steps]))


def _climb(spec: Spec, key: str, served: set[str]) -> None:
    """Add every goal above ``key``."""
    goal = spec.goals.get(key)
    while goal is not None and goal.parent and goal.parent not in served:
        served.add(goal.parent)
        goal = spec.goals.get(goal.parent)
