"""One line to type in."""

from __future__ import annotations

from collections.abc import Sequence

from nicegui import ui

from .base import BaseControl


class Control(BaseControl):
    """One line to type in; a unit stands behind it."""

    def build(self) -> None:
        """Put the line on the page."""
        setting = self.setting
        self.element = ui.input(
            value=setting.typed or "",
            on_change=lambda event: self.take(event.value),
            suffix=setting.field.suffix() or None,
        ).props(f"outlined tag=div type={setting.field.input_type} autocomplete=off")
        self.element.props["for"] = setting.html_id
        if setting.field.numeric:
            self.element.props("inputmode=decimal").classes("kit-number")
        self.element.classes("kit-input").on("blur", lambda: setting.on_leave())
        self.describe(self.element)

    def inputs(self) -> Sequence[ui.element]:
        """Return the line."""
        return [self.element]
