"""Export: what a list shows, all pages of it, as a file to download."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from nicegui import ui

from ..model.attachment import clean_name
from ..page.keys import keyed
from ..page.widgets import button, choices, heading, words
from ..store import Query, Store, Unavailable
from ..store.clock import now
from ..texts import say
from .files import CP932, EXCEL, FORMATS, Written, write
from .values import Cell, cell

if TYPE_CHECKING:
    from ..kinds.column import Column
    from ..model.entity import Entity

_DAYS = ("iso", "era")


def rows_of(
    store: Store, entity: type[Entity], query: Query, columns: Sequence[Column], *, era: bool
) -> Iterator[Sequence[Cell]]:
    """Yield the titles, then a row for each record that fits ``query``."""
    yield [item.title for item in columns]
    for record, shown in store.each(entity, query):
        held = record.values | {"created_at": record.created_at, "updated_at": record.updated_at}
        yield [
            cell(item.field, held.get(item.field.key), shown.get(item.field.key, ""), era=era)
            for item in columns
        ]


class ExportDialog:
    """The dialog that asks how a list is written, and hands it to the browser."""

    def __init__(
        self, store: Store, entity: type[Entity], title: str, columns: Sequence[Column]
    ) -> None:
        self._store = store
        self._entity = entity
        self._title = title
        self._columns = columns
        self._format, self._days = EXCEL, "iso"

    async def run(self, query: Query, total: int) -> None:
        """Open the dialog and wait until it is closed."""
        called = say("sheet.write_out")
        with keyed("write_out"), ui.dialog() as dialog, ui.card().classes("kit-dialog"):
            dialog.props["aria-label"] = called
            heading(called, 2)
            words(say("sheet.write_what", count=f"{total:,}"), "p")
            self._ask("format", {key: say(f"sheet.{key}") for key in FORMATS}, self._format)
            self._ask("days", {key: say(f"sheet.{key}") for key in _DAYS}, self._days)
            self._status = words("", "p", "kit-told").props("role=status")
            with ui.element("div").classes("kit-actions"):
                button(called, lambda: self._write(query, dialog))
                button(say("frame.cancel"), dialog.close, "outline")
        await dialog
        if not dialog.is_deleted:
            dialog.delete()

    def _ask(self, name: str, options: dict[str, str], chosen: str) -> None:
        with keyed("write_out", name) as html_id, ui.element("div").classes("kit-field"):
            label = words(say(f"sheet.ask_{name}"), "label", "kit-label")
            label.props["for"] = html_id
            choices(options, chosen, lambda key: setattr(self, f"_{name}", key), html_id=html_id)

    async def _write(self, query: Query, dialog: ui.dialog) -> None:
        self._status.set_text(say("sheet.under_way"))
        try:
            written = await asyncio.to_thread(self._written, query)
        except Unavailable as error:
            self._status.set_text(str(error))
            return
        ui.download.content(written.content, self._name(now()))
        self._status.set_text("")
        if written.missing:
            self._status.set_text(say("sheet.missing", count=written.missing))
        else:
            dialog.close()

    def _written(self, query: Query) -> Written:
        era = self._days == "era"
        rows = rows_of(self._store, self._entity, query, self._columns, era=era)
        return write(rows, self._format)

    def _name(self, moment: datetime) -> str:
        ending = "xlsx" if self._format == EXCEL else "csv"
        encoding = "_sjis" if self._format == CP932 else ""
        return clean_name(f"{self._title}_{moment:%Y%m%d_%H%M}{encoding}.{ending}")
