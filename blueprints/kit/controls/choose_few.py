"""One of a few words, a button for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from nicegui import ui
from nicegui.events import GenericEventArguments

from ..page.widgets import words
from .base import BaseControl


class Control(BaseControl):
    """Radio buttons: all words can be seen, and one touch chooses."""

    group: ClassVar[bool] = True
    input_type: ClassVar[str] = "radio"

    def build(self) -> None:
        """Put a button and its word on the page for each choice."""
        self._buttons: dict[str, ui.element] = {}
        with ui.element("div").classes("kit-options"):
            for index, word in enumerate(getattr(self.setting.field, "choices", ())):
                self._buttons[word] = self._button(index, word)

    def inputs(self) -> Sequence[ui.element]:
        """Return the buttons."""
        return list(self._buttons.values())

    def chosen(self, word: str) -> bool:
        """Tell whether ``word`` is chosen at first."""
        return bool(word == self.setting.typed)

    def choose(self, word: str, on: bool) -> None:
        """Note that ``word`` was chosen."""
        self.take(word)

    def require(self, required: bool) -> None:
        """The legend says it: a single button can't be required."""

    def _button(self, index: int, word: str) -> ui.element:
        def choose(event: GenericEventArguments) -> None:
            self.choose(word, event.args is True)
            self.setting.on_leave()

        html_id = self.setting.html_id if index == 0 else f"{self.setting.html_id}-{index}"
        with ui.element("div").classes("kit-option"):
            box = ui.element("input").props(f"type={self.input_type}")
            box.props["name"] = self.setting.html_id
            box.props["id"] = html_id
            if self.chosen(word):
                box.props["checked"] = True
            box.on("change", choose, js_handler="(event) => emit(event.target.checked)")
            box.props["aria-describedby"] = " ".join(self.setting.described_by)
            words(word, "label").props["for"] = html_id
        return box
