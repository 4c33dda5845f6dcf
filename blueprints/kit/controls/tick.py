"""A box to tick."""

from __future__ import annotations

from collections.abc import Sequence

from nicegui import ui
from nicegui.events import GenericEventArguments

from .base import BaseControl


class Control(BaseControl):
    """A box to tick for yes."""

    def build(self) -> None:
        """Put the box on the page."""

        def choose(event: GenericEventArguments) -> None:
            self.take(event.args is True)
            self.setting.on_leave()

        self.element = ui.element("input").props("type=checkbox").classes("kit-tick")
        self.element.props["id"] = self.setting.html_id
        if self.setting.typed is True:
            self.element.props["checked"] = True
        self.element.on("change", choose, js_handler="(event) => emit(event.target.checked)")
        self.describe(self.element)

    def inputs(self) -> Sequence[ui.element]:
        """Return the box."""
        return [self.element]
