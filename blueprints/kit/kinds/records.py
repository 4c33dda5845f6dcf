"""The list: the records of an entity, searched, filtered, sorted and paged by the database.

What is searched and where one stands is in the address, so that going back finds the same list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import Any

from nicegui import ui

from ..fields.file import File
from ..model.entity import Entity
from ..model.field import Condition, Field
from ..page.addresses import outside
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import button, link, words
from ..server.attachments import address_of
from ..spreadsheet.export import ExportDialog
from ..spreadsheet.import_dialog import ImportDialog
from ..store import Query, Shown
from ..texts import say
from .column import Column
from .column_choice import ColumnChoice
from .filters import Filters
from .table import show_table

PAGE_SIZE = 20
"""Records on one page."""


_current: ContextVar[Records] = ContextVar("records")


@contextmanager
def records(
    view: View, entity: type[Entity], *, sort: str = "", where: Condition | None = None
) -> Iterator[None]:
    """List the records with what is named inside: ``filter_by(Report.kind)``, ``column(…)``.

    ``sort`` is a field key, with ``-`` before it for the last first; ``where`` limits the list.
    """
    being_built = Records(view, entity, sort, where or {})
    token = _current.set(being_built)
    try:
        yield
    finally:
        _current.reset(token)
    being_built.build()


def column(field: Field[Any], *, title: str = "", feature: str = "") -> None:
    """Show ``field`` as a column."""
    _current.get().add_column(field, title or field.title, feature or field.feature)


def filter_by(field: Field[Any], *, title: str = "", feature: str = "") -> None:
    """Let people narrow the list by ``field``."""
    _current.get().filters.add(field, title or field.title, feature or field.feature)


class Records:
    """A list on a page: its filters, its columns, and where one stands in it."""

    def __init__(self, view: View, entity: type[Entity], sort: str, where: Condition) -> None:
        self.view = view
        self.entity = entity
        self.filters = Filters(view, entity, where)
        self._columns: list[Column] = []
        self._search = view.query.get("q", "")
        self._sort = view.query.get("sort", sort)
        self._page = max(1, _whole(view.query.get("page", "1")))

    def add_column(self, field: Field[Any], title: str, feature: str) -> None:
        """Add a column, unless its feature is not in the chosen phase."""
        standing = self.view.standing(feature)
        if standing.shown:
            self._columns.append(Column(field, title, standing))

    def build(self) -> None:
        """Put filters, table and pages on the page."""
        self.filters.add_asked()
        with keyed("tools"), ui.element("div").classes("kit-tools"):
            self._build_search()
            self.filters.build(self._restart)
            link(say("records.clear"), self.view.address(self.view.screen), "kit-clear")
            with keyed("sheets"), ui.element("div").classes("kit-sheets"):
                button(say("sheet.write_out"), self._write_out, "outline")
                if self.view.screen_of(self.entity, "form"):
                    button(say("sheet.take_in"), self._take_in, "outline")
            self._link_to_form()
        self._choice = ColumnChoice(self.view, self._columns, self._show)
        self._choice.build()
        with keyed("count"):
            self._count = words("", "p", "kit-count").props("role=status")
        with keyed("table"):
            self._table = show_table(self._sort_by)
        with keyed("pages"), ui.element("nav").classes("kit-pages") as pages:
            pages.props["aria-label"] = say("records.pages")
            self._previous = button(say("records.previous"), lambda: self._turn(-1), "outline")
            self._next = button(say("records.next"), lambda: self._turn(1), "outline")
        self._show()

    def _build_search(self) -> None:
        with keyed("search") as html_id, ui.element("div").classes("kit-tool kit-search"):
            words(say("records.search"), "label", "kit-label").props["for"] = html_id
            line = ui.input(value=self._search, on_change=lambda event: self._find(event.value))
            line.props("outlined dense tag=div type=search debounce=200 clearable")
            line.classes("kit-input").props["for"] = html_id

    async def _write_out(self) -> None:
        """Write what the list shows, with all its pages, into a file."""
        out = ExportDialog(self.view.store, self.entity, self.view.screen.title, self._choice.seen)
        await out.run(self._query(), self._total)

    async def _take_in(self) -> None:
        """Take in records from a file."""
        called = {item.field.key: item.title for item in self._columns}
        await ImportDialog(self.view, self.entity, called).run()

    def _query(self) -> Query:
        """Return what the list asks of the database, without its pages."""
        return Query(search=self._search, where=self.filters.condition(), sort=self._sort)

    def _link_to_form(self) -> None:
        target = self.view.form_of(self.entity)
        if target:
            link(say("records.add", title=target.title), self.view.address(target), "kit-add")

    def _find(self, text: str | None) -> None:
        self._search = text or ""
        self._restart()

    def _sort_by(self, key: str) -> None:
        """Sort by a column; the same column again turns the order round."""
        if key not in {item.field.key for item in self._columns}:
            return
        self._sort = f"-{key}" if self._sort == key else key
        self._restart()

    def _turn(self, pages: int) -> None:
        self._page += pages
        self._follow()

    def _restart(self) -> None:
        self._page = 1
        self._follow()

    def _follow(self) -> None:
        self._show()
        asked = self._asked()
        self.view.query.clear()
        self.view.query.update(asked)
        address = self.view.address(self.view.screen, query=asked)
        ui.navigate.history.replace(outside(address))

    def _asked(self) -> dict[str, str]:
        """Return what the address says of this list."""
        known = {"q": self._search, "sort": self._sort if self._sort else ""}
        known |= self.filters.asked()
        known |= {"page": str(self._page) if self._page > 1 else ""}
        return {name: text for name, text in known.items() if text}

    def _show(self) -> None:
        """Ask the database and show the page."""
        query = replace(self._query(), limit=PAGE_SIZE, offset=(self._page - 1) * PAGE_SIZE)
        found = self.view.store.find(self.entity, query)
        if not found.records and found.total and self._page > 1:
            self._page = 1
            self._show()
            return
        rows, pictures = self._rows(found.records), self._pictures(found.records)
        self._table.show(self._choice.seen, rows, self._sort, pictures)
        self._total = found.total
        self._say_count(found.total, len(found.records))

    def _rows(self, found: Sequence[Entity]) -> list[tuple[Shown, str]]:
        detail = self.view.screen_of(self.entity, "detail")
        shown = self.view.store.shown(self.entity, found)
        return [
            (texts, outside(self.view.address(detail, record.id)) if detail else "")
            for record, texts in zip(found, shown, strict=True)
        ]

    def _pictures(self, found: Sequence[Entity]) -> list[Mapping[str, Sequence[str]]]:
        """Return the addresses of the pictures of each record, by field key."""
        fields = [item.field for item in self._columns]
        with_pictures = [item for item in fields if isinstance(item, File) and item.pictures]
        store = self.view.store
        return [
            {
                field.key: [
                    outside(address_of(store, field, item, small=True))
                    for item in record.values.get(field.key) or ()
                    if item.hash
                ]
                for field in with_pictures
                if record.values.get(field.key)
            }
            for record in found
        ]

    def _say_count(self, total: int, here: int) -> None:
        first = (self._page - 1) * PAGE_SIZE + 1
        last = first + here - 1
        narrowed = self._search or self.filters.asked()
        key = "some" if total else "no_match" if narrowed else "none"
        self._count.set_text(say(f"records.{key}", total=f"{total:,}", first=first, last=last))
        self._previous.set_enabled(self._page > 1)
        self._next.set_enabled(last < total)
        for turn in (self._previous, self._next):
            turn.set_visibility(total > PAGE_SIZE)


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 1
