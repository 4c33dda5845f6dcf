"""Check answers: at the end of a wizard, everything that is typed, with the way back to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from nicegui import ui

from ..page.keys import keyed
from ..page.widgets import button, heading, words
from ..texts import say
from .form_fields import FormFields
from .steps import Step


class CheckAnswers:
    """The place where the answers stand; ``on_change`` goes back to a step."""

    def __init__(self, fields: FormFields, on_change: Callable[[Step], object]) -> None:
        self._fields = fields
        self._on_change = on_change

    def build(self) -> None:
        """Put the place on the page, with nothing in it."""
        words(say("wizard.look"), "p", "kit-help")
        with keyed("values"):
            self._place = ui.element("div")

    def show(self, steps: Sequence[Step], texts: Mapping[str, str]) -> None:
        """Show the answers of each step; ``texts`` are how they read, by key of the field."""
        self._place.clear()
        with self._place:
            for step in steps:
                self._show_step(step, texts)

    def _show_step(self, step: Step, texts: Mapping[str, str]) -> None:
        with ui.element("section").classes("kit-summary"):
            with ui.element("div").classes("kit-record"):
                heading(step.title, 3)
                change = button(say("wizard.change"), lambda: self._on_change(step), "text")
                change.props["aria-label"] = say("wizard.change_step", title=step.title)
            with ui.element("dl").classes("kit-values"):
                for key in step.keys:
                    part = self._fields.parts[key]
                    if part.shown:
                        _show_answer(part.title, texts.get(key, ""))


def _show_answer(title: str, text: str) -> None:
    with ui.element("div").classes("kit-value"):
        words(title, "dt")
        with ui.element("dd"):
            words(text or say("detail.empty"), "span", "kit-text" if text else "kit-empty")
