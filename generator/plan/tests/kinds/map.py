"""The tests of a map: the records that have a place, on the map and in the list beside it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.plan.screens import ScreenPlan
from generator.plan.tests.whole import Whole
from generator.pycode import Call, Table, call

MOST_PLACES = 300
"""Records on one map."""


@dataclass(frozen=True)
class MapTests:
    """What the tests of a map expect.

    ``placed`` is the call that counts the records with a place, None where there are too many or
    none; ``leads_to`` is the title of the detail to which they lead the first role.
    """

    placed: Call | None
    leads_to: str
    left_out: tuple[str, ...]


def plan(screen: ScreenPlan, whole: Whole) -> MapTests:
    """Return what the tests of the map ``screen`` expect."""
    entity = screen.entity
    assert entity
    role = next(iter(whole.may(screen)), None)
    detail = whole.screen_of(entity, "detail", role)
    few = 0 < whole.samples(entity) <= MOST_PLACES
    where = Table(tuple(screen.spec.where.items()))
    placed = call(
        "visit.placed", entity.key, screen.spec.location, *([where] if where.items else [])
    )
    return MapTests(
        placed=placed if few else None,
        leads_to=detail.title if detail else "",
        left_out=() if few else ("what is on the map: there are no records, or too many",),
    )
