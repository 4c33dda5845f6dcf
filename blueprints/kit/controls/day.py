"""A day: typed in any usual form, or chosen from a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from nicegui import ui

from ..texts import say
from .base import BaseControl


class Control(BaseControl):
    """A line for the day, with a calendar behind a button."""

    def build(self) -> None:
        """Put the line and its calendar on the page."""
        setting = self.setting
        self.element = ui.input(
            value=setting.typed or "",
            placeholder=setting.field.example,
            on_change=lambda event: self.take(event.value),
        ).props("outlined tag=div autocomplete=off")
        self.element.props["for"] = setting.html_id
        self.element.classes("kit-input kit-day").on("blur", lambda: setting.on_leave())
        self.describe(self.element)
        with self.element.add_slot("append"):
            opener = ui.button(icon="event", color=None).props("flat dense").classes("kit-icon")
            opener.props["aria-label"] = say("form.calendar", title=setting.label)
            with opener, ui.menu() as menu:
                self._calendar = ui.date(on_change=lambda event: self._choose(event.value, menu))
        menu.on("before-show", self._show_typed)

    def inputs(self) -> Sequence[ui.element]:
        """Return the line."""
        return [self.element]

    def _choose(self, day: object, menu: ui.menu) -> None:
        if isinstance(day, str) and day and day != self._typed_day():
            self.element.set_value(day)
            menu.close()

    def _show_typed(self) -> None:
        self._calendar.set_value(self._typed_day())

    def _typed_day(self) -> str | None:
        """Return the day that is typed as the calendar wants it, None when it is none."""
        with suppress(ValueError):
            return str(self.setting.field.read(str(self.typed)))
        return None
