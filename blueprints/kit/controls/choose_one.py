"""One of some words, from a list that opens."""

from __future__ import annotations

from collections.abc import Sequence

from nicegui import ui

from ..page.widgets import choices
from ..texts import say
from .base import BaseControl


class Control(BaseControl):
    """The browser's own list: it works by finger, by keyboard and for screen readers alike."""

    def build(self) -> None:
        """Put the list on the page, with an empty choice first."""
        words = {word: word for word in getattr(self.setting.field, "choices", ())}
        options = {"": say("form.choose"), **words}
        typed = str(self.setting.typed or "")
        self.element = choices(options, typed, self._choose, html_id=self.setting.html_id)
        self.describe(self.element)

    def inputs(self) -> Sequence[ui.element]:
        """Return the list."""
        return [self.element]

    def _choose(self, key: str) -> None:
        self.take(key)
        self.setting.on_leave()
