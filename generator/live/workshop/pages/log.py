"""The decision log: who decided what, when, why; to be undone, and to be taken along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import Request
from nicegui import ui
from nicegui.events import GenericEventArguments

from generator.decide.log import Kind, Row, cells, headings, rows
from generator.decide.markdown import as_markdown
from generator.live import kit
from generator.messages import text
from generator.spec.model import UNDECIDED, Spec

from ..feature_sheet import FeatureSheet
from ..page import Page
from ..participant import Participant
from ..specs import last_decision
from ..unwritten import Unwritten

_CELL = """
<q-td :props="props" :data-title="props.col.label"
  :class="['kit-text', {'workshop-none': !props.value}]">{{ props.value }}</q-td>
"""
_UNDO = """
<q-td :props="props" :data-title="props.col.label" :class="{'workshop-none': !props.row.feature}">
  <button v-if="props.row.feature" type="button" class="workshop-undo" :aria-label="props.row.name"
    @click="$parent.$emit('undo', props.row.feature)">{{ props.col.label }}</button>
</q-td>
"""


class LogPage:
    """The log, the latest first."""

    def build(self, request: Request, who: Participant) -> None:  # noqa: ARG002
        """Show what could not be written, and every decision, question and answer."""
        spec, keyed = who.specs.now, kit.keys.keyed
        with keyed("unwritten"):
            Unwritten(who).build()
        if spec is None:
            kit.widgets.notice(text("workshop.no_spec"), "warning")
            return
        entries = rows(spec)
        with keyed("log"):
            if entries:
                _downloads(spec, entries)
                _table(who, spec, entries)
            else:
                kit.widgets.words(text("workshop.no_decisions"), "p")


def _downloads(spec: Spec, entries: Sequence[Row]) -> None:
    """Offer the log as Markdown and as a workbook, for the minutes."""
    title, button = spec.project.title, kit.widgets.button

    def markdown() -> None:
        ui.download.content(as_markdown(title, entries).encode(), text("workshop.file") + ".md")

    def workbook() -> None:
        from generator.decide.spreadsheet import as_xlsx  # rarely used, and slow to import

        ui.download.content(as_xlsx(entries), text("workshop.file") + ".xlsx")

    with ui.element("div").classes("kit-actions"):
        button(text("workshop.as_markdown"), markdown, "outline")
        button(text("workshop.as_excel"), workbook, "outline")


def _table(who: Participant, spec: Spec, entries: Sequence[Row]) -> None:
    """Show the rows; only the last decision on a feature can be undone."""
    sheet = FeatureSheet(who)

    async def undo(event: GenericEventArguments) -> None:
        now = who.specs.now
        feature = now.features.get(str(event.args)) if now else None
        decision = last_decision(feature) if feature else None
        if decision:
            reason = text("workshop.undo_reason", reason=decision.reason)
            await sheet.open("", str(event.args), decision.from_ or UNDECIDED, reason)

    titles = [*headings(), text("workshop.undo")]
    columns = [{"name": f"c{n}", "field": f"c{n}", "label": t} for n, t in enumerate(titles)]
    undo_column = columns[-1]["name"]
    table = ui.table(rows=_rows(spec, entries), columns=[c | {"align": "left"} for c in columns])
    table.props("flat hide-bottom wrap-cells").classes("kit-table workshop-log")
    table.props["rows-per-page-options"] = [0]
    table.add_slot("body-cell", _CELL)
    table.add_slot(f"body-cell-{undo_column}", _UNDO)
    table.on("undo", undo)


def _rows(spec: Spec, entries: Sequence[Row]) -> list[dict[str, Any]]:
    last = {row.id: row for row in entries if row.kind is Kind.DECISION}
    found = []
    for number, row in reversed(list(enumerate(entries))):
        shown: dict[str, Any] = {f"c{n}": cell for n, cell in enumerate(cells(row))}
        if last.get(row.id) is row and row.id in spec.features:
            name = text("workshop.undo_one", title=row.title)
            shown |= {"feature": row.id, "name": name}
        found.append({"id": number, **shown})
    return found


PAGE = Page(order=50, content=lambda _: LogPage())
