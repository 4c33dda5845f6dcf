"""A slip: one record, with who gets it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.plan.entities import EntityPlan
from generator.plan.kind import KindPlanner
from generator.plan.screen import ScreenPlan
from generator.plan.tests.context import ProjectContext
from generator.plan.tests.parts import Part, value_parts
from generator.pycode import Expression
from generator.spec.model import Screen

from .titles import titles


@dataclass(frozen=True)
class SlipTests:
    """What the tests of a slip expect: the titles on it."""

    titles: tuple[str, ...]


class SlipKind(KindPlanner):
    """A slip."""

    texts = ("slip",)
    shows_lines = True

    def fields(self, entity: EntityPlan) -> Sequence[str]:
        """Show the first field alone."""
        return [field.key for field in entity.fields][:1]

    def settings(self, screen: Screen, entity: EntityPlan | None) -> Mapping[str, Expression]:
        """Name who gets it."""
        return {"recipient": screen.recipient}

    def parts(
        self, screen: ScreenPlan, context: ProjectContext, answers: Mapping[str, str]
    ) -> Iterator[Part]:
        """Yield the lines."""
        yield from value_parts(screen.fields, context)

    def tests(self, screen: ScreenPlan, context: ProjectContext) -> SlipTests:
        """Return what its tests expect."""
        return SlipTests(titles(screen, context))
