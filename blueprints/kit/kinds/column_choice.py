"""Which columns of a list somebody wants to see: chosen above it, kept in the browser."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nicegui import ui
from nicegui.events import GenericEventArguments

from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import words
from ..texts import say
from .column import Column

_KEPT = "hidden_columns"


class ColumnChoice:
    """The columns of a list, of which people may hide all but the first, which leads to the record.

    A screen's choice outlives the page and a renamed screen; ``on_change`` is called after each.
    """

    def __init__(
        self, view: View, columns: Sequence[Column], on_change: Callable[[], object]
    ) -> None:
        self._kept = view.visitor.kept
        self._screen = view.screen.first_key
        self._columns = columns
        self._on_change = on_change

    @property
    def seen(self) -> list[Column]:
        """The columns that are not hidden."""
        first, hidden = self._columns[:1], self._hidden()
        return [*first, *(item for item in self._columns[1:] if _name(item) not in hidden)]

    def build(self) -> None:
        """Put the choice on the page, folded up."""
        if len(self._columns) < 2:
            return
        with keyed("columns") as html_id, ui.element("details").classes("kit-columns"):
            words(say("records.columns"), "summary")
            with ui.element("fieldset"):
                words(say("records.columns_help"), "legend", "kit-help")
                for item in self._columns[1:]:
                    with keyed(_name(item)):
                        self._box(item, f"{html_id}-{_name(item)}")

    def _box(self, item: Column, html_id: str) -> None:
        def choose(event: GenericEventArguments) -> None:
            hidden = self._hidden() - {_name(item)}
            chosen = sorted(hidden if event.args is True else {*hidden, _name(item)})
            self._kept[_KEPT] = {**self._kept.get(_KEPT, {}), self._screen: chosen}
            self._on_change()

        with ui.element("div").classes("kit-option"):
            box = ui.element("input").props("type=checkbox")
            box.props["id"] = html_id
            if _name(item) not in self._hidden():
                box.props["checked"] = True
            box.on("change", choose, js_handler="(event) => emit(event.target.checked)")
            words(item.title, "label").props["for"] = html_id

    def _hidden(self) -> set[str]:
        return set(self._kept.get(_KEPT, {}).get(self._screen, ()))


def _name(item: Column) -> str:
    """Return what a column is remembered by: the key that its field had at first."""
    return item.field.first_key
