"""The wizard: a form in steps, with a summary before anything is saved.

All fields are on the page from the beginning, and the steps only decide which of them are seen. So
whatever is typed stays when somebody goes back, and a field may hang on one of another step.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import Any

from nicegui import ui

from ..controls.field_part import FieldPart
from ..model.asking import asker
from ..model.entity import Entity
from ..model.field import Field
from ..page.addresses import outside
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import Look, focus_on
from ..texts import say
from .check_answers import CheckAnswers
from .form import Form
from .form_fields import Wrong
from .steps import Step, Stepper

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


class Wizard:
    """The layout of a form of which one step is seen at a time, and at last all answers."""

    def __init__(self, view: View, entity: type[Entity]) -> None:
        self._view = view
        self._form = Form(view, entity, self)
        self._answers = CheckAnswers(self._form.fields, self._go_to)
        self._steps: list[Step] = []
        self._summing_up = Step("", say("wizard.confirm"))
        self._being_built = self._summing_up
        self._stepper = Stepper(visible=not self._form.gone)

    def open(self) -> AbstractContextManager[None]:
        """Build what stands round the steps."""
        return self._form.open()

    @contextmanager
    def step(self, key: str, title: str, feature: str) -> Iterator[None]:
        """Build a step round its fields."""
        self._being_built = Step(key, title, self._view.standing(feature))
        if self._form.gone or not self._being_built.standing.shown:
            yield
            return
        self._steps.append(self._being_built)
        with self._being_built.on_page():
            yield

    def ask(self, field: Field[Any], *, title: str, feature: str) -> None:
        """Put a field on the step that is being built, unless that is not there."""
        if self._being_built.standing.shown:
            self._form.ask(field, title=title, feature=feature)
            if field.key in self._form.fields.parts:
                self._being_built.keys.append(field.key)

    def build_end(self, form: Form) -> None:
        """Put the summary, the list of steps and the buttons on the page."""
        with self._summing_up.on_page():
            self._answers.build()
        self._stepper.build(self._all_steps)
        with keyed("actions"), ui.element("div").classes("kit-actions"):
            self._next = _button(say("wizard.next"), self._go_forward).props("type=submit")
            self._save = _button(form.text_of_save, form.saving.save)
            self._back = _button(say("wizard.back"), self._go_back, "outline")
            form.link_back()

    def follow(self) -> None:
        """Show the step where somebody is, and where that is among the others."""
        here, ways = self._here, self._ways
        self._stepper.show(self._all_steps, ways, here)
        self._next.set_visibility(here is not self._summing_up)
        self._save.set_visibility(here is self._summing_up)
        self._back.set_visibility(here is not ways[0])
        if here is self._summing_up:
            self._answers.show(ways[:-1], self._form.texts())

    def lead_to(self, wrong: Wrong, among: Collection[str] | None) -> Collection[str] | None:
        """Go to the first step with something wrong; return the fields of that step."""
        step = self._step_of(wrong)
        if step and step is not self._here:
            self._go_to(step)
        return step.keys if step else among or ()

    def of_here(self, wrong: Wrong) -> Wrong:
        """Return what is wrong with this step, and what no step asks for."""
        here, parts = self._here.keys, self._form.fields.parts
        return {key: text for key, text in wrong.items() if key in here or key not in parts}

    def focus(self, part: FieldPart) -> None:
        """Put the cursor into a field, which may be about to be seen."""
        part.control.focus()
        focus_on(part.html_id)

    @property
    def _all_steps(self) -> list[Step]:
        return [*self._steps, self._summing_up]

    @property
    def _ways(self) -> list[Step]:
        """The steps that ask for something as things stand, and the summary."""
        shown = self._form.fields.shown
        asking = [step for step in self._steps if not set(step.keys).isdisjoint(shown)]
        return [*asking, self._summing_up]

    @property
    def _here(self) -> Step:
        """The step that is seen: what the address says, the first when it says nothing."""
        ways, query = self._ways, self._view.query
        if _CONFIRM in query and self._view.fresh and (wrong := self._form.fields.wrong()):
            return self._step_of(wrong) or ways[0]
        if _CONFIRM in query:
            return self._summing_up
        asked = query.get(_STEP)
        return next((step for step in ways[:-1] if step.key == asked), ways[0])

    def _step_of(self, keys: Collection[str]) -> Step | None:
        """Return the first step that asks for any of ``keys``."""
        return next((step for step in self._ways if not set(step.keys).isdisjoint(keys)), None)

    def _go_to(self, step: Step) -> None:
        """Show ``step`` and begin to read at its heading."""
        query = self._view.query
        query.clear()
        query.update({_CONFIRM: "1"} if step is self._summing_up else {_STEP: step.key})
        address = self._view.address(self._view.screen, self._view.record_id, query)
        ui.navigate.history.replace(outside(address))
        self._form.autosave.keep()
        self.follow()
        focus_on(step.html_id)

    def _go_forward(self) -> None:
        """Go to the next step if nothing is wrong with this one."""
        here = self._here
        wrong = {k: text for k, text in self._form.fields.wrong().items() if k in here.keys}
        self._form.say_wrong(wrong, here.keys)
        if not wrong and here is not self._summing_up:
            ways = self._ways
            self._go_to(ways[ways.index(here) + 1])

    def _go_back(self) -> None:
        """Go to the step before; nothing is asked and nothing is lost."""
        ways = self._ways
        self._form.summary.show({})
        self._go_to(ways[max(0, ways.index(self._here) - 1)])


def _button(text: str, on_click: Callable[[], object], look: Look = "solid") -> ui.button:
    """Put a button on the page that takes a double click for one."""
    element = ui.button(text, color=None).props("no-caps unelevated")
    element.classes(f"kit-button kit-{look}")
    return element.on("click", on_click, js_handler=_FIRST_CLICK)
