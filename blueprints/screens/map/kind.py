"""A map: the records that have a place, on the map and in the list beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.plan.entities import EntityPlan
from generator.plan.kind import KindPlanner
from generator.plan.screen import ScreenPlan
from generator.plan.tests.context import ProjectContext
from generator.pycode import Expression, Table, UnboundCall, do
from generator.spec.model import Screen

MOST_PLACES = 300
"""Records on one map."""


@dataclass(frozen=True)
class MapTests:
    """What the tests of a map expect.

    ``placed`` is the step that counts the records with a place, None where there are too many or
    none; ``leads_to`` is the title of the detail to which they lead the first role.
    """

    placed: UnboundCall | None
    leads_to: str
    left_out: tuple[str, ...]


def _tests(screen: ScreenPlan, context: ProjectContext) -> MapTests:
    entity = screen.entity
    assert entity
    role = next(iter(context.may(screen)), None)
    detail = context.screen_of(entity, "detail", role)
    few = 0 < context.samples(entity) <= MOST_PLACES
    where = Table(tuple(screen.spec.where.items()))
    placed = do("placed", entity.key, screen.spec.location, *([where] if where.items else []))
    return MapTests(
        placed=placed if few else None,
        leads_to=detail.title if detail else "",
        left_out=() if few else ("what is on the map: there are no records, or too many",),
    )


class MapKind(KindPlanner):
    """A map."""

    texts = ("map",)
    shows_lines = True

    def columns(self, entity: EntityPlan) -> Sequence[str]:
        """Show no more than the spec asks for: a place is small."""
        return ()

    def filters(self, entity: EntityPlan) -> Sequence[str]:
        """Show no filter that the spec does not ask for."""
        return ()

    def settings(self, screen: Screen, entity: EntityPlan | None) -> Mapping[str, Expression]:
        """Name the server of the ground and who made it."""
        return {"tiles": screen.tile_server, "credit": screen.tile_credit}

    def tests(self, screen: ScreenPlan, context: ProjectContext) -> MapTests:
        """Return what its tests expect."""
        return _tests(screen, context)
