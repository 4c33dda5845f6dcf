"""Several lines to type in."""

from __future__ import annotations

from collections.abc import Sequence

from nicegui import ui

from .base import BaseControl


class Control(BaseControl):
    """Several lines to type in; the box grows with the text."""

    def build(self) -> None:
        """Put the box on the page."""
        setting = self.setting
        self.element = (
            ui.textarea(value=setting.typed or "", on_change=lambda event: self.take(event.value))
            .props("outlined autogrow tag=div")
            .classes("kit-input kit-lines")
            .on("blur", lambda: setting.on_leave())
        )
        self.element.props["for"] = setting.html_id
        self.describe(self.element)

    def inputs(self) -> Sequence[ui.element]:
        """Return the box."""
        return [self.element]
