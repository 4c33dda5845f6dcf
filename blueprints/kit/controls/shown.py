"""A value that nobody types: a number given by itself, or one that is worked out."""

from __future__ import annotations

from collections.abc import Sequence

from nicegui import ui

from ..page.widgets import words
from .base import BaseControl


class Control(BaseControl):
    """The value as text; it changes with what it is worked out from."""

    def build(self) -> None:
        """Put the value on the page."""
        self.element = words(str(self.setting.typed or ""), "output", "kit-shown")
        self.element.props["id"] = self.setting.html_id
        self.describe(self.element)

    def inputs(self) -> Sequence[ui.element]:
        """Return nothing: it can't be wrong."""
        return []

    def show(self, text: str) -> None:
        """Show ``text`` as the value."""
        if text != self.element.text:
            self.element.set_text(text)
