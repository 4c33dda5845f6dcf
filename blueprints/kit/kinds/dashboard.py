"""The dashboard: figures and charts over the records, counted by the database.

Every chart has its numbers in a table beside it, for those who can't see it and for paper; a figure
or a row of the table leads to the list of just these records where the acting role has one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from nicegui import ui

from ..model.conditions import wanted_texts
from ..model.entity import Entity
from ..model.field import Condition, Field
from ..model.phases import Standing
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import chip, link, words
from ..store import Group, Groups
from ..texts import say
from .charts import ChartForm, draw
from .filters import address_query

MOST_BARS = 12
"""Groups that a chart shows; the rest is one row of its table."""

_current: ContextVar[Dashboard] = ContextVar("dashboard")


@contextmanager
def dashboard(view: View) -> Iterator[None]:
    """Show the tiles that are named inside: ``count(Report)``, ``total(…)``, ``chart(…)``."""
    being_built = Dashboard(view)
    token = _current.set(being_built)
    try:
        with ui.element("div").classes("kit-tiles"):
            yield
    finally:
        _current.reset(token)


def count(
    entity: type[Entity],
    *,
    title: str = "",
    where: Condition | None = None,
    lists: Sequence[str] | None = None,
    feature: str = "",
) -> None:
    """Show how many records fulfil ``where``.

    ``lists`` holds the keys of the lists that can show all of them; every list can, without it.
    """
    here, where = _current.get(), where or {}
    title = title or here.title("count", entity, where, entity=entity.about.title)
    with here.tile(title, feature, "count", entity.about.key, repr(where)) as standing:
        if standing.shown:
            figure = say("dashboard.records", count=f"{here.view.store.count(entity, where):,}")
            here.figure(title, figure, here.target(entity, where, lists))


def total(
    entity: type[Entity],
    of: Field[Any],
    *,
    title: str = "",
    where: Condition | None = None,
    lists: Sequence[str] | None = None,
    feature: str = "",
) -> None:
    """Show what the values of ``of`` come to in the records that fulfil ``where``."""
    here, where = _current.get(), where or {}
    title = title or here.title("total", entity, where, of=of.title)
    with here.tile(title, feature, "total", of.part, repr(where)) as standing:
        if standing.shown:
            figure = of.show(here.view.store.total(entity, of, where))
            here.figure(title, figure, here.target(entity, where, lists))


def chart(
    entity: type[Entity],
    by: Field[Any],
    *,
    of: Field[Any] | None = None,
    form: ChartForm = "bar",
    title: str = "",
    where: Condition | None = None,
    lists: Sequence[str] | None = None,
    feature: str = "",
) -> None:
    """Draw how many records there are for each value of ``by``, or what ``of`` comes to in them."""
    here, where = _current.get(), where or {}
    titles = {"entity": entity.about.title, "by": by.title, "of": of.title if of else ""}
    title = title or say("dashboard.chart_of" if of else "dashboard.chart", **titles)
    keys = ("chart", entity.about.key, by.key, of.key if of else "", form, repr(where))
    with here.tile(title, feature, *keys, wide=True) as standing:
        if standing.shown:
            groups = here.view.store.groups(entity, by, where, of=of, most=MOST_BARS)
            Chart(here, entity, by, of, where, lists).build(title, form, groups)


class Dashboard:
    """A dashboard on a page."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._seen: Counter[tuple[str, ...]] = Counter()

    @contextmanager
    def tile(self, title: str, feature: str, *keys: str, wide: bool = False) -> Iterator[Standing]:
        """Put a tile on the page, unless its feature is not in the chosen phase.

        ``keys`` say what it shows: it keeps its place in the browser while that stays the same.
        """
        standing = self.view.standing(feature)
        if not standing.shown:
            yield standing
            return
        self._seen[keys] += 1
        with keyed("tile", *keys, str(self._seen[keys])), ui.element("section") as tile:
            tile.classes("kit-tile" + " kit-wide" * wide + " kit-ghost" * standing.ghost)
            with ui.element("div").classes("kit-tile-head"):
                words(title, "h2", "kit-heading")
                chip(standing)
            yield standing

    def title(self, key: str, kind: type[Entity], where: Condition, /, **values: str) -> str:
        """Return what a tile is called when the spec has no title for it."""
        texts = [
            text for name, wanted in where.items() for text in wanted_texts(kind, name, wanted)
        ]
        if not texts:
            return say(f"dashboard.{key}", **values)
        return say(f"dashboard.{key}_where", **values, where=say("frame.comma").join(texts))

    def target(
        self, entity: type[Entity], where: Condition, lists: Sequence[str] | None
    ) -> str | None:
        """Return the address of a list of the records that fulfil ``where``, None without one."""
        for screen in self.view.screens_of(entity, "list"):
            if lists is None or screen.key in lists:
                return self.view.address(screen, query=address_query(where))
        return None

    def figure(self, title: str, figure: str, target: str | None) -> None:
        """Show a large figure, as a link where there is something to see."""
        if target is None:
            words(figure, "p", "kit-figure")
            return
        leading = link(figure, target, "kit-figure")
        leading.props["aria-label"] = say("dashboard.figure_in_list", title=title, figure=figure)


class Chart:
    """A chart with its table, for the records of one entity."""

    def __init__(
        self,
        dashboard: Dashboard,
        entity: type[Entity],
        by: Field[Any],
        of: Field[Any] | None,
        where: Condition,
        lists: Sequence[str] | None,
    ) -> None:
        self._dashboard = dashboard
        self._entity = entity
        self._by = by
        self._of = of
        self._where = where
        self._lists = lists

    def build(self, title: str, form: ChartForm, groups: Groups) -> None:
        """Put the chart and its table on the page."""
        rows = list(self._rows(groups))
        if not any(group.count for _, group in rows):
            words(say("dashboard.none"), "p", "kit-empty")
            return
        with keyed("chart"), ui.element("div").classes("kit-chart") as picture:
            picture.props("role=img")
            picture.props["aria-label"] = title
            drawn = [row for row in rows if form != "line" or row[1] in groups.shown]
            draw(form, [(name, self._number(group), self._text(group)) for name, group in drawn])
        with keyed("table"), ui.element("details").classes("kit-numbers"):
            words(say("dashboard.as_table"), "summary")
            with ui.element("table").classes("kit-plain-table"):
                words(title, "caption")
                self._head()
                with ui.element("tbody"):
                    for name, group in rows:
                        self._row(name, group)

    def _rows(self, groups: Groups) -> Iterator[tuple[str, Group]]:
        """Yield every group with its name; the earlier months come before the others."""
        dated = hasattr(self._by, "day")
        if groups.rest and dated:
            yield say("dashboard.earlier"), groups.rest
        yield from ((group.title or say("dashboard.empty"), group) for group in groups.shown)
        if groups.rest and not dated:
            yield say("dashboard.others"), groups.rest
        if groups.empty:
            yield say("dashboard.empty"), groups.empty

    def _number(self, group: Group) -> float:
        return float(group.total or 0) if self._of else group.count

    def _text(self, group: Group) -> str:
        if self._of:
            return self._of.show(group.total)
        return say("dashboard.records", count=f"{group.count:,}")

    def _head(self) -> None:
        number = say("dashboard.sum" if self._of else "dashboard.number")
        with ui.element("thead"), ui.element("tr"):
            words(self._by.title, "th").props("scope=col")
            words(number, "th", "kit-number-cell").props("scope=col")

    def _row(self, name: str, group: Group) -> None:
        with ui.element("tr"):
            with ui.element("th").props("scope=row"):
                target = self._target(group)
                link(name, target) if target else words(name)
            words(self._text(group), "td", "kit-number-cell")

    def _target(self, group: Group) -> str | None:
        if group.key is None or not group.count:
            return None
        narrowed: Mapping[str, Sequence[str]] = {**self._where, self._by.key: [group.key]}
        return self._dashboard.target(self._entity, narrowed, self._lists)
