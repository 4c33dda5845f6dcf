"""A page: text to be read, with links that lead where they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.plan.kind import KindPlanner
from generator.plan.screen import ScreenPlan
from generator.plan.tests.context import ProjectContext, Role, address
from generator.pycode import Expression, Row
from generator.spec.prose import Prose, read_prose


@dataclass(frozen=True)
class PageTests:
    """What the tests of a page expect.

    ``lines`` is all that can be read, ``ways`` what each role that may open the page finds in it
    (role, [(words, address)]); a link to a screen that the role may not open is only words.
    """

    headings: tuple[str, ...]
    lines: tuple[str, ...]
    ways: tuple[Row, ...]


def _tests(screen: ScreenPlan, context: ProjectContext) -> PageTests:
    prose = read_prose(screen.spec.text or "")
    ways = [Row((role, tuple(_links(prose, role, context)))) for role in context.may(screen)]
    return PageTests(
        headings=prose.headings, lines=prose.lines, ways=tuple(ways) if prose.links else ()
    )


def _links(prose: Prose, role: Role, context: ProjectContext) -> Iterator[Expression]:
    screens = {screen.key: screen for screen in context.screens}
    for link in prose.links:
        screen = screens.get(link.target)
        if link.outside:
            yield Row((link.text, link.target))
        elif screen and context.opens(screen, role):
            yield Row((link.text, address(screen)))


class PageKind(KindPlanner):
    """A page."""

    def tests(self, screen: ScreenPlan, context: ProjectContext) -> PageTests:
        """Return what its tests expect."""
        return _tests(screen, context)
