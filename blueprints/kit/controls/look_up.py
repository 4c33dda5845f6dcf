"""Another record, found by its label."""

from __future__ import annotations

from collections.abc import Sequence

from nicegui import ui

from ..page.widgets import choices
from ..texts import say
from .base import BaseControl

MOST_OPTIONS = 200
"""A list of more records is searched first: it would be too long to look through."""


class Control(BaseControl):
    """A list of the other entity's records; a long one has a search line above it."""

    def build(self) -> None:
        """Put the list on the page, with an empty choice first."""
        self._entity = str(getattr(self.setting.field, "entity", ""))
        found = self.setting.store.options(self._entity, limit=MOST_OPTIONS + 1)
        if len(found) > MOST_OPTIONS:
            search = ui.input(on_change=lambda event: self._search(event.value))
            search.props("outlined tag=div debounce=300").classes("kit-input kit-search")
            search.props["placeholder"] = say("form.search_records", title=self.setting.label)
            search.props["aria-label"] = say("form.search_records", title=self.setting.label)
        with ui.element("div") as self._place:
            self._list(found[:MOST_OPTIONS])

    def inputs(self) -> Sequence[ui.element]:
        """Return the list."""
        return [self.element]

    def _search(self, text: str | None) -> None:
        found = self.setting.store.options(self._entity, search=text or "", limit=MOST_OPTIONS)
        self._place.clear()
        with self._place:
            self._list(found)

    def _list(self, found: Sequence[tuple[int, str]]) -> None:
        options = {"": say("form.choose")} | {str(key): label for key, label in found}
        chosen = str(self.typed or "")
        if chosen and chosen not in options:
            options[chosen] = self.setting.store.label(self._entity, int(chosen))
        self.element = choices(options, chosen, self._choose, html_id=self.setting.html_id)
        self.describe(self.element)

    def _choose(self, key: str) -> None:
        self.take(key)
        self.setting.on_leave()
