"""The decision log: who decided what, when, why; to be undone, and to be taken along."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from fastapi import Request
from nicegui import ui

from generator.decide.log import Kind, Row, cells, headings, rows
from generator.decide.markdown import as_markdown
from generator.decide.spreadsheet import as_xlsx
from generator.decide.undo import reversal
from generator.decide.write import Done, Waits
from generator.messages import text
from generator.spec.model import Spec

from .pages import Kit
from .scribe import Scribe
from .specs import Specs


class LogPage:
    """The log; ``person`` tells who looks at a page."""

    def __init__(
        self, kit: Kit, specs: Specs, scribe: Scribe, person: Callable[[Request], str]
    ) -> None:
        self._kit = kit
        self._specs = specs
        self._scribe = scribe
        self._person = person

    def build(self, request: Request) -> None:
        """Show everything that was said, the latest first."""
        spec, widgets = self._specs.now, self._kit("widgets")
        if spec is None:
            widgets.notice(text("workshop.no_spec"), "warning")
            return
        said = rows(spec)
        if not said:
            widgets.words(text("workshop.no_decisions"), "p")
            return
        self._downloads(spec, said)
        newest = {row.id: row for row in said if row.kind is Kind.DECISION}
        with ui.element("div").classes("workshop-scroll"), ui.element("table") as table:
            table.classes("workshop-log")
            with ui.element("thead"), ui.element("tr"):
                for heading in (*headings(), text("workshop.undo")):
                    widgets.words(heading, "th").props("scope=col")
            with ui.element("tbody"):
                for row in reversed(said):
                    with ui.element("tr"):
                        for cell in cells(row):
                            widgets.words(cell, "td", "kit-text")
                        with ui.element("td"):
                            if newest.get(row.id) is row:
                                self._undo_button(spec, row, self._person(request))

    def _downloads(self, spec: Spec, said: list[Row]) -> None:
        """Offer the log as Markdown and as a workbook, for the minutes."""
        title = spec.project.title
        button = self._kit("widgets").button
        with ui.element("div").classes("kit-actions"):
            markdown = as_markdown(title, said).encode()
            button("Markdown", lambda: ui.download.content(markdown, "decisions.md"), "outline")
            button("Excel", lambda: ui.download.content(as_xlsx(said), "decisions.xlsx"), "outline")

    def _undo_button(self, spec: Spec, row: Row, person: str) -> None:
        undo = partial(self._undo, spec, row, person)
        button = self._kit("widgets").button(text("workshop.undo"), undo, "text")
        button.props["aria-label"] = text("workshop.undo_one", title=row.title)

    async def _undo(self, spec: Spec, row: Row, person: str) -> None:
        """Decide back; nothing is erased."""
        records = [
            decision.model_dump(by_alias=True, exclude_none=True)
            for decision in spec.features[row.id].decisions
        ]
        reason = text("workshop.undo_reason", reason=records[-1]["reason"])
        action = reversal(row.id, records, by=person or records[-1]["by"], reason=reason)
        if action is None:
            return
        outcome = await self._scribe.write([action])
        if isinstance(outcome, Done | Waits):
            ui.notify(text("workshop.undone"), type="positive")
        else:
            ui.notify(text("workshop.not_undone"), type="negative")
