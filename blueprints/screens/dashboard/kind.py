"""A dashboard: tiles, their figures and charts, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.plan.kind import KindPlanner
from generator.plan.screen import ScreenPlan
from generator.plan.tests.context import ProjectContext, Role, unambiguous
from generator.plan.tests.parts import Part, those
from generator.plan.tests.structure import named
from generator.plan.tiles import TilePlan
from generator.pycode import Expression, Row, Table, UnboundCall, do
from generator.spec.model import Condition

MOST_PARTS = 12
"""Parts that a chart shows; the rest is put together."""


@dataclass(frozen=True)
class Leads:
    """A figure that leads ``role`` to the list ``title``; ``counted`` is a step that counts it."""

    tile: str
    role: Role
    title: str
    counted: UnboundCall


@dataclass(frozen=True)
class DashboardTests:
    """What the tests of a dashboard expect.

    ``titles`` are those of its tiles in order; ``figures`` holds (title of the tile, the step that
    works the figure out from the records), ``charts`` (title of the tile, [(name of a part, the
    step)]) for parts that the spec names.
    """

    titles: tuple[str, ...]
    figures: tuple[Row, ...]
    charts: tuple[Row, ...]
    leads: Leads | None
    left_out: tuple[str, ...]

    @property
    def structure(self) -> tuple[str, ...]:
        """What the screen is built of: a heading a tile."""
        return tuple(named("heading", self.titles, " [level=2]"))


def _tests(screen: ScreenPlan, context: ProjectContext) -> DashboardTests:
    titles = [tile_title(tile, context) for tile in screen.tiles]
    distinct = unambiguous(titles)
    tiles = [
        (title, tile)
        for title, tile in zip(titles, screen.tiles, strict=True)
        if title in distinct and _comparable(tile)
    ]
    return DashboardTests(
        titles=tuple(titles),
        figures=tuple(Row((title, _figure(tile))) for title, tile in tiles if not tile.spec.chart),
        charts=tuple(_charts(tiles, context)),
        leads=next(_leads(screen, tiles, context), None),
        left_out=tuple(
            f"what the tile {title} says: several are called so"
            for title in dict.fromkeys(titles)
            if title not in distinct
        ),
    )


def tile_title(tile: TilePlan, context: ProjectContext) -> str:
    """Return the title of a tile: from the spec, else as the kit composes it from its parts."""
    if tile.spec.title:
        return tile.spec.title
    entity, say = tile.entity, context.kit.say
    values = {"entity": entity.title, "of": _field_title(tile, tile.spec.of, context)}
    if tile.spec.chart:
        by = _field_title(tile, tile.spec.by, context)
        return say("dashboard.chart_of" if tile.spec.of else "dashboard.chart", **values, by=by)
    key = "total" if tile.spec.sum else "count"
    texts = [text for name in tile.spec.where for text in _read(tile, name, context)]
    if not texts:
        return say(f"dashboard.{key}", **values)
    return say(f"dashboard.{key}_where", **values, where=say("frame.comma").join(texts))


def _field_title(tile: TilePlan, key: str | None, context: ProjectContext) -> str:
    field = tile.entity.field(key or "")
    if field:
        return field.spec.title
    return context.kit.say(f"value.{key}") if key else ""


def _read(tile: TilePlan, key: str, context: ProjectContext) -> Iterator[str]:
    """Yield how the texts of a condition read."""
    states = tile.entity.spec.states if key == "state" else {}
    field = tile.entity.field(key)
    for text in tile.spec.where[key]:
        if text in states:
            yield states[text].title
        elif field and text:
            yield context.kit.shown(field.spec, text) or context.kit.say("dashboard.empty")
        else:
            yield text or context.kit.say("dashboard.empty")


def _comparable(tile: TilePlan) -> bool:
    """Tell whether a test can ask for the records of the tile."""
    return all(texts for texts in tile.spec.where.values())


def _figure(tile: TilePlan) -> UnboundCall:
    if tile.spec.sum:
        where = Table(tuple(tile.spec.where.items()))
        return do("total", tile.entity.key, tile.spec.of, where)
    return _count(tile, {})


def _count(tile: TilePlan, more: Condition) -> UnboundCall:
    where = Table(tuple((tile.spec.where | more).items()))
    return do("records", tile.entity.key, *([where] if where.items else []))


def _charts(tiles: Sequence[tuple[str, TilePlan]], context: ProjectContext) -> Iterator[Row]:
    for title, tile in tiles:
        if tile.spec.chart and not tile.spec.of and (parts := tuple(_chart_parts(tile, context))):
            yield Row((title, parts))


def _chart_parts(tile: TilePlan, context: ProjectContext) -> Iterator[Expression]:
    """Yield name and number of the parts that the spec names: states, choices, yes and no."""
    key = tile.spec.by or ""
    limit = tile.spec.where.get(key)
    field = tile.entity.field(key)
    titles: dict[str, str] = {}
    if key == "state":
        titles = {key: state.title for key, state in tile.entity.spec.states.items()}
    elif field and field.type == "boolean":
        titles = {
            word: word for word in (context.kit.say("value.yes"), context.kit.say("value.no"))
        }
    elif field:
        titles = {word: word for word in field.spec.choices}
    wanted = {word: title for word, title in titles.items() if not limit or word in limit}
    for word, title in list(wanted.items())[:MOST_PARTS]:
        yield Row((title, _count(tile, {key: (word,)})))


def _leads(
    screen: ScreenPlan, tiles: Sequence[tuple[str, TilePlan]], context: ProjectContext
) -> Iterator[Leads]:
    """Yield where figures lead, those to records that are narrowed first."""
    for title, tile in sorted(tiles, key=lambda item: not item[1].spec.where):
        for role in context.may(screen) if not tile.spec.chart else ():
            for listing in context.screens_of(tile.entity, "list"):
                fits = tile.lists is None or listing.key in tile.lists
                if fits and context.opens(listing, role):
                    yield Leads(title, role, listing.title, _count(tile, {}))
                    break


class DashboardKind(KindPlanner):
    """A dashboard."""

    texts = ("dashboard",)

    def parts(
        self, screen: ScreenPlan, context: ProjectContext, answers: Mapping[str, str]
    ) -> Iterator[Part]:
        """Yield the tiles."""
        for tile in screen.tiles:
            yield Part(tile.spec.title or "", those(tile.spec.feature))

    def tests(self, screen: ScreenPlan, context: ProjectContext) -> DashboardTests:
        """Return what its tests expect."""
        return _tests(screen, context)
