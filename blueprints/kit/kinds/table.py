"""The table of a list: rows that link to their record, headers that sort; cards on a phone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from nicegui import ui
from nicegui.events import GenericEventArguments

from ..store import Shown
from .column import Column


class Table:
    """A table on the page that is given its rows again whenever something changes."""

    def __init__(self, on_sort: Callable[[str], None]) -> None:
        def sort(event: GenericEventArguments) -> None:
            if isinstance(event.args, str):
                on_sort(event.args)

        self._element = _Table().classes("kit-table")
        self._element.on("sort", sort)

    def show(
        self,
        columns: Sequence[Column],
        rows: Sequence[tuple[Shown, str]],
        sort: str,
        pictures: Sequence[Mapping[str, Sequence[str]]] = (),
    ) -> None:
        """Show ``rows`` (texts of a record, its address) in ``columns``, marked as sorted.

        ``pictures`` holds, for each row, the addresses of pictures by field key.
        """
        keys = [item.field.key for item in columns]
        self._element.props["columns"] = [_column(item, sort) for item in columns]
        self._element.props["rows"] = [
            {
                "href": address,
                "label": texts.label,
                "pictures": pictures[number] if pictures else {},
                "texts": [texts.get(key, "") for key in keys],
            }
            for number, (texts, address) in enumerate(rows)
        ]


class _Table(ui.element, component="records_table.js"):
    """One element for all cells: a table with slots makes each of them anew at every change."""


def show_table(on_sort: Callable[[str], None]) -> Table:
    """Put an empty table on the page; ``on_sort`` is told the key of the column to sort by."""
    return Table(on_sort)


def _column(item: Column, sort: str) -> dict[str, object]:
    key = item.field.key
    order = {key: "ascending", f"-{key}": "descending"}.get(sort, "none")
    return {
        "key": key,
        "part": item.field.part,
        "label": item.title,
        "align": "right" if item.field.numeric else "left",
        "order": order,
        "arrow": {"ascending": "▲", "descending": "▼"}.get(order, ""),
        "state": item.field.name == "state",
        "ghost": item.standing.ghost,
        "chip": item.standing.chip,
        "usual": item.standing.usual,
        "feature": item.standing.feature,
    }
