"""The map: records at their places, beside a list of them; it needs no network, but can use one.

Everything that the map shows is in the list as well, for keyboards and screen readers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from nicegui import ui

from ..model.entity import Entity
from ..model.field import Condition, Field
from ..page.addresses import outside
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import heading, link, words
from ..store import Query
from ..texts import say
from .filters import Filters, address_query
from .lines import Lines
from .map_view import MapView

MOST_PLACES = 300
"""Records on one map, the latest ones."""

Point = Callable[[Any], tuple[float, float]]
"""What a field that holds places has: the way from its value to latitude and longitude."""

_current: ContextVar[RecordMap] = ContextVar("map")


@contextmanager
def on_map(
    view: View,
    entity: type[Entity],
    *,
    location: Field[Any],
    where: Condition | None = None,
    tiles: str = "",
    credit: str = "",
) -> Iterator[None]:
    """Show the records at the places that ``location`` holds.

    ``tiles`` is where the background comes from, an address with ``{z}``, ``{x}`` and ``{y}``, and
    ``credit`` says whose it is; without it, or where it does not answer, there is a plain grid.

    What is named inside stands beside each of them (``line(Report.place)``), or narrows them
    (``filter_by(Report.kind)``).
    """
    being_built = RecordMap(view, entity, location, where or {})
    being_built.tiles, being_built.credit = tiles, credit
    token = _current.set(being_built)
    try:
        yield
    finally:
        _current.reset(token)
    being_built.build()


def line(field: Field[Any], *, title: str = "", feature: str = "") -> None:
    """Show ``field`` beside every record."""
    _current.get().lines.add(field, title or field.title, feature or field.feature)


def filter_by(field: Field[Any], *, title: str = "", feature: str = "") -> None:
    """Let people narrow the map by ``field``."""
    _current.get().filters.add(field, title or field.title, feature or field.feature)


class RecordMap:
    """A map with its list on a page."""

    def __init__(
        self, view: View, entity: type[Entity], location: Field[Any], where: Condition
    ) -> None:
        self.view = view
        self.entity = entity
        self._location = location
        self.filters = Filters(view, entity, where)
        self.lines = Lines(view)
        self._detail = view.screen_of(entity, "detail")
        self.tiles = self.credit = ""

    def build(self) -> None:
        """Put filters, map and list on the page."""
        if self.filters:
            with keyed("tools"), ui.element("div").classes("kit-tools"):
                self.filters.build(self._follow)
        where = self.filters.condition()
        query = Query(where=where, filled=[self._location.key], limit=MOST_PLACES)
        found = self.view.store.find(self.entity, query)
        texts = self.view.store.shown(self.entity, found.records)
        rows = list(zip(found.records, texts, strict=True))
        with ui.element("div").classes("kit-map-and-list"):
            with keyed("map"):
                shown = MapView(self.view.screen.title, list(self._points(rows)))
                if self.tiles:
                    self.view.sources.add(shown.lay_under(self.tiles, self.credit))
            with keyed("list"), ui.element("section").classes("kit-map-list"):
                heading(say("map.records", count=f"{found.total:,}"), 2)
                self._list(rows)
                if found.total > len(rows):
                    words(say("map.rest", count=f"{found.total - len(rows):,}"), "p")
                self._say_nowhere(where)

    def _follow(self) -> None:
        ui.navigate.to(self.view.address(self.view.screen, query=self.filters.asked()))

    def _points(
        self, rows: Sequence[tuple[Entity, Mapping[str, str]]]
    ) -> Iterator[Mapping[str, object]]:
        point: Point = getattr(self._location, "point")  # noqa: B009 - told by what a type has
        for number, (record, texts) in enumerate(rows, 1):
            latitude, longitude = point(record.values[self._location.key])
            yield {
                "id": record.id,
                "number": number,
                "lat": latitude,
                "lon": longitude,
                "label": texts["label"],
                "state": texts.get("state", ""),
                "href": outside(self._address(record)) if self._detail else "",
            }

    def _address(self, record: Entity) -> str:
        return self.view.address(self._detail, record.id) if self._detail else ""

    def _list(self, rows: Sequence[tuple[Entity, Mapping[str, str]]]) -> None:
        if not rows:
            words(say("map.none"), "p", "kit-empty")
            return
        with ui.element("ol").classes("kit-places"):
            for record, texts in rows:
                with keyed("record", str(record.id)), ui.element("li"):
                    self._entry(record, texts)

    def _entry(self, record: Entity, texts: Mapping[str, str]) -> None:
        if self._detail:
            link(texts["label"], self._address(record))
        else:
            words(texts["label"], "strong")
        if texts.get("state"):
            words(texts["state"], "span", "kit-state")
        self.lines.build(texts)

    def _say_nowhere(self, where: Condition) -> None:
        """Say how many records the map can't show, with the way to them."""
        nowhere = {**where, self._location.key: [""]}
        count = self.view.store.count(self.entity, nowhere)
        if not count:
            return
        text = say("map.nowhere", count=f"{count:,}")
        listing = self.view.screen_of(self.entity, "list")
        if listing:
            link(text, self.view.address(listing, query=address_query(nowhere)))
        else:
            words(text, "p")
