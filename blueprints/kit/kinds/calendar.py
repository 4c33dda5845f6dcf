"""The calendar: the records of a month on their days.

Which month is shown stands in the address, so that it can be sent on and going back finds it again.
"""

from __future__ import annotations

from calendar import Calendar as Weeks
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date as Day  # noqa: N812
from datetime import timedelta
from typing import Any

from nicegui import ui

from ..model.entity import Entity
from ..model.field import Condition, Field
from ..model.holidays import holidays
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import heading, link, words
from ..store import DayOfRecords, Span
from ..store.clock import now
from ..texts import say
from .filters import Filters
from .lines import Lines

MOST_ON_DAY = 3
"""Records on a day of the month; the rest is behind a link."""
MOST_OF_DAY = 200
"""Records of one day that is shown alone."""
_SUNDAY = 6
_YEARS = range(1900, 2200)

_current: ContextVar[Calendar] = ContextVar("calendar")


@contextmanager
def calendar(
    view: View, entity: type[Entity], *, date: Field[Any], where: Condition | None = None
) -> Iterator[None]:
    """Show the records of a month on the days that ``date`` holds.

    What is named inside stands in each of them (``line(Report.place)``), or narrows them
    (``filter_by(Report.kind)``).
    """
    being_built = Calendar(view, entity, date, where or {})
    token = _current.set(being_built)
    try:
        yield
    finally:
        _current.reset(token)
    being_built.build()


def line(field: Field[Any], *, title: str = "", feature: str = "") -> None:
    """Show ``field`` in every record."""
    _current.get().lines.add(field, title or field.title, feature or field.feature)


def filter_by(field: Field[Any], *, title: str = "", feature: str = "") -> None:
    """Let people narrow the calendar by ``field``."""
    _current.get().filters.add(field, title or field.title, feature or field.feature)


class Calendar:
    """A calendar on a page."""

    def __init__(self, view: View, entity: type[Entity], by: Field[Any], where: Condition) -> None:
        self.view = view
        self.entity = entity
        self._by = by
        self.filters = Filters(view, entity, where)
        self.lines = Lines(view)
        self._today = now().date()
        self._month = _first_of_month(view.query.get("month", "")) or self._today.replace(day=1)
        self._form = view.screen_of(entity, "form")
        self._detail = view.screen_of(entity, "detail")

    def build(self) -> None:
        """Put filters, the ways to other months, and the month or one day of it on the page."""
        with keyed("tools"), ui.element("div").classes("kit-tools"):
            self.filters.build(self._follow)
            if self._form:
                text = say("records.add", title=self._form.title)
                link(text, self.view.address(self._form), "kit-add")
        with keyed("months"):
            self._months()
        if day := _day(self.view.query.get("day", "")):
            with keyed("day", str(day)):
                self._one_day(day)
        else:
            with keyed("month"):
                self._whole_month()

    def _follow(self) -> None:
        ui.navigate.to(self._address(self._month))

    def _address(self, month: Day, day: Day | None = None) -> str:
        """Return the address of a month, or of one day of it, with the same filters."""
        asked = {"month": f"{month:%Y-%m}", "day": str(day) if day else ""}
        asked |= self.filters.asked()
        known = {name: text for name, text in asked.items() if text}
        return self.view.address(self.view.screen, query=known)

    def _months(self) -> None:
        this_month = self._today.replace(day=1)
        with ui.element("nav").classes("kit-months") as nav:
            nav.props["aria-label"] = say("calendar.months")
            heading(say("value.month", year=self._month.year, month=self._month.month), 2)
            for key, target in (
                ("previous", _first_of_month_before(self._month)),
                ("this_month", this_month),
                ("next", _first_of_month_after(self._month)),
            ):
                if target is not None:
                    entry = link(say(f"calendar.{key}"), self._address(target), "kit-month")
                    if target == self._month:
                        entry.props["aria-current"] = "page"

    def _whole_month(self) -> None:
        weeks = Weeks(_SUNDAY).monthdatescalendar(self._month.year, self._month.month)
        last = max(day for week in weeks for day in week if day.month == self._month.month)
        span, where = Span(self._by, self._month, last), self.filters.condition()
        found = self.view.store.days(self.entity, span, where, most=MOST_ON_DAY)
        if not found:
            self._lead_on(span, where)
        texts = self._texts([record for day in found.values() for record in day.records])
        with ui.element("table").classes("kit-calendar") as table:
            table.props["aria-label"] = say(
                "value.month", year=self._month.year, month=self._month.month
            )
            with ui.element("thead"), ui.element("tr"):
                for name in weekdays():
                    words(name, "th").props("scope=col")
            with ui.element("tbody"):
                for week in weeks:
                    with ui.element("tr"):
                        for day in week:
                            self._cell(day, found.get(day, DayOfRecords()), texts)

    def _lead_on(self, span: Span, where: Condition) -> None:
        """Say that nothing is here, with the ways to the nearest months that have something."""
        with ui.element("p").classes("kit-nothing").props("role=status"):
            words(say("calendar.none"))
            for day in self.view.store.nearest_days(self.entity, span, where):
                if day and day.year in _YEARS:
                    name = say("value.month", year=day.year, month=day.month)
                    link(name, self._address(day.replace(day=1)))

    def _texts(self, records: Sequence[Entity]) -> Mapping[int, Mapping[str, str]]:
        shown = self.view.store.shown(self.entity, records)
        return {record.id or 0: texts for record, texts in zip(records, shown, strict=True)}

    def _cell(
        self, day: Day, here: DayOfRecords[Entity], texts: Mapping[int, Mapping[str, str]]
    ) -> None:
        if day.month != self._month.month:
            ui.element("td").classes("kit-outside")
            return
        with keyed("date", str(day)), ui.element("td") as cell:
            cell.classes("kit-today" if day == self._today else "")
            cell.classes("" if here.records else "kit-free")
            with ui.element("div").classes("kit-date"):
                self._date(day)
                self._add(day)
            if holiday := holidays(day.year, day.month).get(day):
                cell.classes("kit-holiday")
                words(say("calendar.holiday", name=holiday), "p", "kit-holiday-name")
            if here.records:
                self._entries(here.records, texts)
            if here.total > len(here.records):
                count = f"{here.total - len(here.records):,}"
                more = link(say("calendar.more", count=count), self._address(self._month, day))
                more.classes("kit-more")
                more.props["aria-label"] = say("calendar.more_of", day=spoken(day), count=count)

    def _date(self, day: Day) -> None:
        """Write the day: its number in the grid, in full in the list that a phone shows."""
        with ui.element("time") as moment:
            moment.props["datetime"] = str(day)
            if day == self._today:
                moment.props["aria-current"] = "date"
            words(str(day.day), "span", "kit-day-number")
            words(spoken(day, weekday=True), "span", "kit-day-name")
            if day == self._today:
                words(say("calendar.today"), "span", "kit-today-mark")

    def _add(self, day: Day) -> None:
        """Lead to the form with the day filled in."""
        on_day = getattr(self._by, "on_day", None)
        if self._form is None or on_day is None:
            return
        query = {self._by.key: self._by.typed(on_day(day))}
        add = link("+", self.view.address(self._form, query=query), "kit-add-day")
        add.props["aria-label"] = say("calendar.add", day=spoken(day))

    def _entries(self, records: Sequence[Entity], texts: Mapping[int, Mapping[str, str]]) -> None:
        with ui.element("ul").classes("kit-entries"):
            for record in records:
                with keyed("record", str(record.id)), ui.element("li"):
                    self._entry(record, texts[record.id or 0])

    def _entry(self, record: Entity, texts: Mapping[str, str]) -> None:
        if self._detail:
            link(texts["label"], self.view.address(self._detail, record.id))
        else:
            words(texts["label"], "strong")
        if texts.get("state"):
            words(texts["state"], "span", "kit-state")
        self.lines.build(texts)

    def _one_day(self, day: Day) -> None:
        """Show every record of a day."""
        span = Span(self._by, day, day)
        days = self.view.store.days(self.entity, span, self.filters.condition(), most=MOST_OF_DAY)
        here = days.get(day, DayOfRecords())
        with ui.element("section").classes("kit-one-day"):
            title = say("value.date", year=day.year, month=day.month, day=day.day)
            heading(say("calendar.of_day", day=title, total=f"{here.total:,}"), 3)
            link(say("calendar.all_days"), self._address(day.replace(day=1)))
            self._entries(here.records, self._texts(here.records))
            if here.total > len(here.records):
                count = f"{here.total - len(here.records):,}"
                words(say("calendar.rest", count=count), "p")


def weekdays() -> Sequence[str]:
    """Return what the days of a week are called, from Sunday on."""
    names = say("calendar.weekdays")
    length = len(names) // 7
    return [names[start : start + length] for start in range(0, len(names), length)]


def spoken(day: Day, *, weekday: bool = False) -> str:
    """Return how a day of the month is called."""
    name = weekdays()[day.isoweekday() % 7]
    key = "day_and_weekday" if weekday else "day"
    return say(f"calendar.{key}", month=day.month, day=day.day, weekday=name)


def _first_of_month(text: str) -> Day | None:
    return _day(f"{text}-01")


def _day(text: str) -> Day | None:
    """Return the day that an address asks for, None when it is none."""
    try:
        day = Day.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def _first_of_month_before(month: Day) -> Day | None:
    return _day(str((month - timedelta(days=1)).replace(day=1)))


def _first_of_month_after(month: Day) -> Day | None:
    return _day(str((month + timedelta(days=31)).replace(day=1)))
