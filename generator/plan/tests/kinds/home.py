"""The tests of the home: what it leads to and what it shows each role of the processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.plan.screens import ScreenPlan
from generator.plan.tests.whole import NEEDS_RECORD, Role, Whole, address
from generator.pycode import Expression, Row


@dataclass(frozen=True)
class HomeTests:
    """What each role that may open the home finds there.

    ``links`` holds (role, [(title, address)]), ``steps`` (role, title of the role, [(title of the
    step, title of its process)]), as they are written down.
    """

    links: tuple[Row, ...]
    steps: tuple[Row, ...]


def plan(screen: ScreenPlan, whole: Whole) -> HomeTests:
    """Return what the tests of the home ``screen`` expect."""
    roles = whole.may(screen)
    steps = [
        Row((role, whole.titles[role], tuple(_steps(whole, role))))
        for role in roles
        if role is not None and whole.processes
    ]
    return HomeTests(
        links=tuple(Row((role, tuple(_links(screen, whole, role)))) for role in roles),
        steps=tuple(steps),
    )


def _links(home: ScreenPlan, whole: Whole, role: Role) -> Iterator[Expression]:
    """Yield the screens that ``role`` may open, those of the same entity together."""
    groups: dict[str, list[ScreenPlan]] = {"": []}
    for screen in whole.screens:
        if screen is not home and screen.kind not in NEEDS_RECORD and whole.opens(screen, role):
            groups.setdefault(screen.entity.title if screen.entity else "", []).append(screen)
    for screens in groups.values():
        yield from (Row((screen.title, address(screen))) for screen in screens)


def _steps(whole: Whole, role: str) -> Iterator[Expression]:
    for process in whole.processes.values():
        for step in process.steps.values():
            if step.actor == role:
                yield Row((step.title, process.title))
