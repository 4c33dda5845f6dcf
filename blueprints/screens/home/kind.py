"""The home: the way to every screen, and what each role does in the processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.plan.kind import KindPlanner
from generator.plan.screen import ScreenPlan
from generator.plan.tests.context import ProjectContext, Role, address
from generator.plan.tests.parts import Part, those
from generator.pycode import Expression, Row


@dataclass(frozen=True)
class HomeTests:
    """What each role that may open the home finds there.

    ``links`` holds (role, [(title, address)]), ``steps`` (role, title of the role, [(title of the
    step, title of its process)]), as they are written down.
    """

    links: tuple[Row, ...]
    steps: tuple[Row, ...]


def _tests(screen: ScreenPlan, context: ProjectContext) -> HomeTests:
    roles = context.may(screen)
    steps = [
        Row((role, context.titles[role], tuple(_steps(context, role))))
        for role in roles
        if role is not None and context.processes
    ]
    return HomeTests(
        links=tuple(Row((role, tuple(_links(screen, context, role)))) for role in roles),
        steps=tuple(steps),
    )


def _links(home: ScreenPlan, context: ProjectContext, role: Role) -> Iterator[Expression]:
    """Yield the screens that ``role`` may open, those of the same entity together."""
    groups: dict[str, list[ScreenPlan]] = {"": []}
    for screen in _led_to(home, context, role):
        groups.setdefault(screen.entity.title if screen.entity else "", []).append(screen)
    for screens in groups.values():
        yield from (Row((screen.title, address(screen))) for screen in screens)


def _led_to(home: ScreenPlan, context: ProjectContext, role: Role) -> Iterator[ScreenPlan]:
    for screen in context.screens:
        in_menu = screen is not home and not screen.spec.traits.one_record
        if in_menu and context.opens(screen, role):
            yield screen


def _steps(context: ProjectContext, role: str) -> Iterator[Expression]:
    for process in context.processes.values():
        for step in process.steps.values():
            if step.actor == role:
                yield Row((step.title, process.title))


class HomeKind(KindPlanner):
    """The home."""

    texts = ("home",)

    def parts(
        self, screen: ScreenPlan, context: ProjectContext, answers: Mapping[str, str]
    ) -> Iterator[Part]:
        """Yield the screens to which the home leads the first role."""
        role = next(iter(context.may(screen)), None)
        for other in _led_to(screen, context, role):
            yield Part(other.title, those(other.spec.feature))

    def other_words(self, screen: ScreenPlan, context: ProjectContext) -> Iterator[str]:
        """Yield nothing: the titles of other screens are its parts."""
        yield from ()

    def tests(self, screen: ScreenPlan, context: ProjectContext) -> HomeTests:
        """Return what its tests expect."""
        return _tests(screen, context)
