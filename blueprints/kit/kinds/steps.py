"""The steps of a wizard on the page: a section for each, and the list that says where one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from nicegui import ui

from ..model.phases import Standing
from ..page.keys import keyed
from ..page.widgets import chip, words
from ..texts import say


@dataclass
class Step:
    """A step on the page; ``keys`` are its fields, ``entry`` is its place in the list of steps."""

    key: str
    title: str
    standing: Standing = Standing()
    html_id: str = ""
    keys: list[str] = field(default_factory=list)
    section: ui.element | None = None
    entry: ui.element | None = None
    number: ui.label | None = None

    @contextmanager
    def on_page(self) -> Iterator[None]:
        """Put the section of the step on the page, round what is built inside."""
        with (
            keyed("step", self.key) as self.html_id,
            ui.element("section").classes("kit-wizard-step") as self.section,
        ):
            self.section.props["aria-labelledby"] = self.html_id
            with ui.element("div").classes("kit-record"):
                title = words(self.title, "h2", "kit-heading")
                title.props["id"] = self.html_id
                title.props["tabindex"] = "-1"
                chip(self.standing)
            if self.standing.ghost:
                self.section.classes("kit-ghost")
            yield


class Stepper:
    """The list of steps above a wizard, which is seen when there is something to ask."""

    def __init__(self, visible: bool) -> None:
        with keyed("steps"), ui.element("nav").classes("kit-stepper") as navigation:
            navigation.props["aria-label"] = say("wizard.steps")
            self._count = words("", "p", "kit-step-count")
            self._list = ui.element("ol")
        navigation.set_visibility(visible)

    def build(self, steps: Sequence[Step]) -> None:
        """Put an entry for each step into the list."""
        with self._list:
            for step in steps:
                with keyed("steps", step.key), ui.element("li") as step.entry:
                    step.number = words("", "span", "kit-step-number")
                    words(step.title, "span", "kit-step-name")

    def show(self, steps: Sequence[Step], ways: Sequence[Step], here: Step) -> None:
        """Show that somebody is ``here`` among the ``ways``: those of ``steps`` to be taken now."""
        place = ways.index(here)
        self._count.set_text(say("wizard.count", number=place + 1, total=len(ways)))
        for step in steps:
            assert step.section and step.entry
            step.section.set_visibility(step is here)
            step.entry.set_visibility(step in ways)
            if step in ways:
                _mark_entry(step, ways.index(step), place)


def _mark_entry(step: Step, place: int, here: int) -> None:
    """Show in the list of steps whether a step is done, under way or still to come."""
    assert step.entry and step.number
    done = place < here
    step.entry.classes(**{"add" if done else "remove": "kit-step-done"})
    if place == here:
        step.entry.props["aria-current"] = "step"
    else:
        step.entry.props.pop("aria-current", None)
    step.number.set_text(str(place + 1))
