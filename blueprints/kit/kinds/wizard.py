"""The wizard: a form in steps, with a summary before anything is saved.

All fields are on the page from the beginning, and the steps only decide which of them are seen. So
whatever is typed stays when somebody goes back, and a field may hang on one of another step.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from nicegui import ui

from ..model.asking import asker
from ..model.entity import Entity
from ..model.field import Field
from ..model.phases import Standing
from ..page.addresses import outside
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import Look, button, chip, focus_on, heading, words
from ..texts import say
from .form import Form

_STEP, _CONFIRM = "step", "confirm"
"""What the address says of where somebody is, so that a reload comes back there."""
_FIRST_CLICK = "(event) => { if (event.detail < 2) emit() }"
"""The second click of a double click must not answer for the next step, which it never saw."""

_current: ContextVar[Wizard] = ContextVar("wizard")


@contextmanager
def wizard(view: View, entity: type[Entity]) -> Iterator[None]:
    """Ask in the steps that are named inside: ``with step("S1", "場所"):`` and its fields."""
    being_built = Wizard(view, entity)
    tokens = asker.set(being_built), _current.set(being_built)
    try:
        with being_built.open():
            yield
    finally:
        asker.reset(tokens[0])
        _current.reset(tokens[1])


@contextmanager
def step(key: str, title: str, *, feature: str = "") -> Iterator[None]:
    """Ask for what is named inside as one step, unless its feature is not in the chosen phase."""
    with _current.get().step(key, title, feature):
        yield


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


class Wizard(Form):
    """A form of which one step is seen at a time, and at last a summary of all of them."""

    def __init__(self, view: View, entity: type[Entity]) -> None:
        super().__init__(view, entity)
        self._steps: list[Step] = []
        self._summing_up = Step("", say("wizard.confirm"))
        self._being_built = self._summing_up
        with keyed("steps"), ui.element("nav").classes("kit-stepper") as navigation:
            navigation.props["aria-label"] = say("wizard.steps")
            self._count = words("", "p", "kit-step-count")
            self._list = ui.element("ol")
        navigation.set_visibility(self._record is not None)

    @contextmanager
    def step(self, key: str, title: str, feature: str) -> Iterator[None]:
        """Build a step round its fields."""
        self._being_built = Step(key, title, self.view.standing(feature))
        if self._record is None or not self._being_built.standing.shown:
            yield
            return
        self._steps.append(self._being_built)
        with self._section(self._being_built):
            yield

    def ask(self, field: Field[Any], *, title: str, feature: str) -> None:
        """Put a field on the step that is being built, unless that is not there."""
        if self._being_built.standing.shown:
            super().ask(field, title=title, feature=feature)
            if field.key in self._parts:
                self._being_built.keys.append(field.key)

    @contextmanager
    def _section(self, step: Step) -> Iterator[None]:
        with (
            keyed("step", step.key) as step.html_id,
            ui.element("section").classes("kit-wizard-step") as step.section,
        ):
            step.section.props["aria-labelledby"] = step.html_id
            with ui.element("div").classes("kit-record"):
                title = words(step.title, "h2", "kit-heading")
                title.props["id"] = step.html_id
                title.props["tabindex"] = "-1"
                chip(step.standing)
            if step.standing.ghost:
                step.section.classes("kit-ghost")
            yield

    def _build_end(self) -> None:
        """Put the summary, the list of steps and the buttons on the page."""
        with self._section(self._summing_up):
            words(say("wizard.look"), "p", "kit-help")
            with keyed("values"):
                self._values_place = ui.element("div")
        with self._list:
            for step in (*self._steps, self._summing_up):
                self._build_entry(step)
        with keyed("actions"), ui.element("div").classes("kit-actions"):
            self._next = _button(say("wizard.next"), self._go_forward).props("type=submit")
            self._save_button = _button(self._text_of_save, self._save)
            self._back = _button(say("wizard.back"), self._go_back, "outline")
            self._link_back()

    def _build_entry(self, step: Step) -> None:
        with keyed("steps", step.key), ui.element("li") as step.entry:
            step.number = words("", "span", "kit-step-number")
            words(step.title, "span", "kit-step-name")

    def _follow(self) -> None:
        super()._follow()
        self._show()

    @property
    def _ways(self) -> list[Step]:
        """The steps that ask for something as things stand, and the summary."""
        asking = [step for step in self._steps if any(map(self._is_shown, step.keys))]
        return [*asking, self._summing_up]

    def _is_shown(self, key: str) -> bool:
        return self._parts[key].shown

    @property
    def _here(self) -> Step:
        """The step that is seen: what the address says, the first when it says nothing."""
        ways, query = self._ways, self.view.query
        if _CONFIRM in query and self.view.fresh and (wrong := self._wrong()):
            return self._step_of(wrong) or ways[0]
        if _CONFIRM in query:
            return self._summing_up
        asked = query.get(_STEP)
        return next((step for step in ways[:-1] if step.key == asked), ways[0])

    def _step_of(self, keys: Collection[str]) -> Step | None:
        """Return the first step that asks for any of ``keys``."""
        return next((step for step in self._ways if not set(step.keys).isdisjoint(keys)), None)

    def _show(self) -> None:
        """Show the step where somebody is, and where that is among the others."""
        here, ways = self._here, self._ways
        place = ways.index(here)
        self._count.set_text(say("wizard.count", number=place + 1, total=len(ways)))
        for step in (*self._steps, self._summing_up):
            assert step.section and step.entry and step.number
            step.section.set_visibility(step is here)
            step.entry.set_visibility(step in ways)
            if step in ways:
                _mark_entry(step, ways.index(step), place)
        self._next.set_visibility(here is not self._summing_up)
        self._save_button.set_visibility(here is self._summing_up)
        self._back.set_visibility(place > 0)
        if here is self._summing_up:
            self._sum_up()

    def _go_to(self, step: Step) -> None:
        """Show ``step`` and begin to read at its heading."""
        query = self.view.query
        query.clear()
        query.update({_CONFIRM: "1"} if step is self._summing_up else {_STEP: step.key})
        address = self.view.address(self.view.screen, self.view.record_id, query)
        ui.navigate.history.replace(outside(address))
        self.keep_draft()
        self._show()
        focus_on(step.html_id)

    def _go_forward(self) -> None:
        """Go to the next step if nothing is wrong with this one."""
        here = self._here
        wrong = {key: message for key, message in self._wrong().items() if key in here.keys}
        self._say_wrong(wrong, here.keys)
        if not wrong and here is not self._summing_up:
            ways = self._ways
            self._go_to(ways[ways.index(here) + 1])

    def _go_back(self) -> None:
        """Go to the step before; nothing is asked and nothing is lost."""
        ways = self._ways
        self._summarize({})
        self._go_to(ways[max(0, ways.index(self._here) - 1)])

    def _say_wrong(self, wrong: Mapping[str, str], among: Collection[str] | None = None) -> None:
        """Go to the first step with something wrong and say what that is."""
        step = self._step_of(wrong)
        if step and step is not self._here:
            self._go_to(step)
        super()._say_wrong(wrong, step.keys if step else among or ())
        first = next((key for key in self._parts if key in wrong), None)
        if first:
            focus_on(self._parts[first].html_id)

    def _summarize(self, wrong: Mapping[str, str]) -> None:
        """Show at the top what is wrong with this step, and what no step asks for."""
        here = self._here.keys
        said = {k: text for k, text in wrong.items() if k in here or k not in self._parts}
        super()._summarize(said)

    def _sum_up(self) -> None:
        """Show everything that is typed, step by step, with the way back to each."""
        assert self._record is not None
        record = self.entity(self._to_save(), id=self._record.id)
        texts = self.view.store.shown(self.entity, [record])[0]
        self._values_place.clear()
        with self._values_place:
            for step in self._ways[:-1]:
                self._sum_up_step(step, texts)

    def _sum_up_step(self, step: Step, texts: Mapping[str, str]) -> None:
        with ui.element("section").classes("kit-summary"):
            with ui.element("div").classes("kit-record"):
                heading(step.title, 3)
                change = button(say("wizard.change"), lambda: self._go_to(step), "text")
                change.props["aria-label"] = say("wizard.change_step", title=step.title)
            with ui.element("dl").classes("kit-values"):
                for key in filter(self._is_shown, step.keys):
                    with ui.element("div").classes("kit-value"):
                        words(self._parts[key].title, "dt")
                        with ui.element("dd"):
                            text = texts.get(key, "")
                            words(
                                text or say("detail.empty"),
                                "span",
                                "kit-text" if text else "kit-empty",
                            )


def _button(text: str, on_click: Callable[[], object], look: Look = "solid") -> ui.button:
    """Put a button on the page that takes a double click for one."""
    element = ui.button(text, color=None).props("no-caps unelevated")
    element.classes(f"kit-button kit-{look}")
    return element.on("click", on_click, js_handler=_FIRST_CLICK)


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
