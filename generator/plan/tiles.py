"""How the tiles of a dashboard are written: a call each, such as ``count(Report, where=…)``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.kinds.screen_kind import Way
from generator.pycode import Call, Expression, Name, Table, call
from generator.spec.model import Condition, Screen, Spec, Tile

from .entities import EntityPlan

_FUNCTIONS = {"count": "count", "sum": "total", "chart": "chart"}


@dataclass(frozen=True)
class TilePlan:
    """A tile as the generated source names it.

    ``lists`` holds the lists that can show all of its records, None when every list can.
    """

    spec: Tile
    entity: EntityPlan
    lists: tuple[str, ...] | None

    @property
    def function(self) -> str:
        """The function of the kit that shows it."""
        return _FUNCTIONS[self.spec.shows or ""]

    @property
    def form(self) -> str:
        """How a chart is drawn: as the spec says, else a line over months and bars for others."""
        if self.spec.as_:
            return self.spec.as_.value
        return "line" if self.monthly else "bar"

    @property
    def monthly(self) -> bool:
        """Whether the parts of a chart are months."""
        field = self.entity.field(self.spec.by or "")
        return field.dated if field else self.spec.by != "state"

    @property
    def call(self) -> Call:
        """The call that puts it on the screen."""
        tile = self.spec
        named = [self.entity.target(key) for key in (tile.by,) if key and tile.chart]
        settings: dict[str, Expression] = {"title": tile.title}
        if tile.of:
            settings = {"of": self.entity.target(tile.of), **settings}
        if tile.chart and self.form != "bar":
            settings["form"] = self.form
        settings["where"] = Table(tuple(tile.where.items()))
        written = call(
            self.function, Name(self.entity.class_name), *named, **settings, feature=tile.feature
        )
        if self.lists is None:
            return written
        return Call(written.name, written.args, (*written.kwargs, ("lists", self.lists)))


def plan_tiles(
    screen: Screen, spec: Spec, entities: Mapping[str, EntityPlan]
) -> tuple[TilePlan, ...]:
    """Return the tiles of ``screen``, without those of fields whose type is not built yet."""
    return tuple(_planned(screen, spec, entities))


def _planned(screen: Screen, spec: Spec, entities: Mapping[str, EntityPlan]) -> Iterator[TilePlan]:
    for tile in screen.tiles:
        entity = entities.get(tile.entity or "")
        named = [key for key in (tile.of, tile.by) if key]
        if entity and all(entity.field(key) or key not in entity.spec.fields for key in named):
            way = screen.traits.ways.get("count", Way())
            yield TilePlan(tile, entity, _lists(spec, way, entity.key, tile.where))


def _lists(spec: Spec, way: Way, entity: str, where: Condition) -> tuple[str, ...] | None:
    """Return where ``way`` leads to all records that fulfil ``where``; None for all such lists."""
    lists = {
        key: screen.where
        for key, screen in spec.screens.items()
        if screen.kind in way.kinds and screen.entity == entity
    }
    whole = tuple(key for key, limit in lists.items() if _within(where, limit))
    return None if len(whole) == len(lists) else whole


def _within(where: Condition, limit: Condition) -> bool:
    """Tell whether everything that fulfils ``where`` fulfils ``limit`` too."""
    return all(key in where and set(where[key]) <= set(texts) for key, texts in limit.items())
