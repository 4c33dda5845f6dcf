"""A process in swim lanes: one for each role, and in it the steps that the role takes, in order."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from fastapi import Request
from nicegui import ui

from generator.live import kit
from generator.messages import text
from generator.spec.model import Process, Spec, Step
from generator.spec.places import written
from generator.trace import Part, trace

from ..feature_sheet import FeatureSheet
from ..page import Page
from ..participant import Participant
from ..specs import open_questions
from ..walk import Walk, address_of, address_of_process
from ..zoom import zoomed

if TYPE_CHECKING:
    from blueprints.kit.server.prototype import Prototype

_FACTS = ("trigger", "output", "volume", "deadline", "overdue")


class ProcessPage:
    """The process that the address names, else the first; ``prototype`` returns it as it is now."""

    def __init__(self, prototype: Callable[[], Prototype]) -> None:
        self._prototype = prototype

    def build(self, request: Request, who: Participant) -> None:
        """Show the process in lanes, and above it the way to the others."""
        spec = who.specs.now
        if spec is None:
            kit.widgets.notice(text("workshop.no_spec"), "warning")
            return
        if not spec.processes:
            kit.widgets.words(text("workshop.no_process_drawn"), "p")
            return
        asked = request.query_params.get("of", "")
        key = asked if asked in spec.processes else next(iter(spec.processes))
        if len(spec.processes) > 1:
            _choice(spec, key)
        with kit.keys.keyed("process", key), ui.element("section") as section:
            section.props["aria-label"] = spec.processes[key].title
            _Lanes(who, spec, key, self._prototype()).build()


def _choice(spec: Spec, chosen: str) -> None:
    """Lead to every process."""
    with ui.element("nav").classes("workshop-nav process-choice") as nav:
        nav.props["aria-label"] = text("workshop.processes")
        for key, process in spec.processes.items():
            with kit.keys.keyed("choice", key):
                entry = kit.widgets.link(process.title, address_of_process(key))
                if key == chosen:
                    entry.props["aria-current"] = "page"


class _Lanes:
    """The lanes of one process while they are built."""

    def __init__(self, who: Participant, spec: Spec, key: str, prototype: Prototype) -> None:
        self._who = who
        self._spec = spec
        self._key = key
        self._process: Process = spec.processes[key]
        self._prototype = prototype
        self._keyed = kit.keys.keyed
        self._trace = trace(spec)
        self._sheet = FeatureSheet(who)
        self._asked = open_questions(spec)
        # From left to right as the work goes, so that it seldom has to go back.
        self._lanes = list(dict.fromkeys(step.actor or "" for step in self._process.steps.values()))

    def build(self) -> None:
        """Put what there is to say about the whole on the page, then the lanes."""
        self._head()
        if not self._process.steps:
            kit.widgets.words(text("workshop.process_without_steps"), "p")
            return
        label = text("workshop.process_lanes", title=self._process.title)
        with zoomed(label), ui.element("div").classes("process") as drawn:
            drawn.style(f"--lanes: {len(self._lanes)}")
            with ui.element("div").classes("process-lanes").props("aria-hidden=true"):
                for actor in self._lanes:
                    kit.widgets.words(self._called(actor), "div", "process-lane")
            with ui.element("ol").classes("process-steps"):
                self._steps()

    def _steps(self) -> None:
        """Put the steps into their lanes; a row ends where the work does not go on to the right."""
        row, before = 1, 0
        for number, (name, step) in enumerate(self._process.steps.items(), 1):
            lane = self._lanes.index(step.actor or "") + 1
            row += lane <= before
            with self._keyed("step", name), ui.element("li").classes("process-step") as box:
                box.style(f"--lane: {lane}; --row: {row}")
                if before:
                    _way(lane - before)
                self._step(number, name, step)
            before = lane

    def _called(self, actor: str) -> str:
        role = self._spec.roles.get(actor)
        return role.title if role else text("workshop.process_nobody")

    def _head(self) -> None:
        process, words = self._process, kit.widgets.words
        kit.widgets.heading(process.title, 2)
        goal = self._spec.goals.get(process.goal or "")
        self._facts(
            [
                ("goal", goal.title if goal else ""),
                ("step_volume", process.volume),
                ("process_basis", process.basis),
                ("process_exceptions", process.exceptions),
            ]
        )
        with ui.element("div").classes("kit-actions process-ways"):
            if process.steps:
                kit.widgets.link(text("workshop.process_walk"), "/walk", "kit-add")
            words(text("workshop.process_intro"), "p", "kit-help")

    def _step(self, number: int, name: str, step: Step) -> None:
        words = kit.widgets.words
        with ui.element("div").classes("process-card"):
            words(self._called(step.actor or ""), "p", "process-role")
            title = text("workshop.process_step", number=number, title=step.title)
            kit.widgets.heading(title, 3)
            if step.wants:
                words(step.wants, "p", "process-wants")
            self._screen(name, step)
            self._facts(
                [
                    *((f"step_{fact}", getattr(step, fact)) for fact in _FACTS),
                    ("process_exceptions", step.exceptions),
                ]
            )
            self._features(name)
            if count := self._asked[f"{self._key}.{name}"]:
                label = text("workshop.asked_count", count=count)
                kit.widgets.link(label, "/questions", "workshop-asked process-asked")

    def _screen(self, name: str, step: Step) -> None:
        """Lead to the screen of the step, in the role of who takes it."""
        screen = self._spec.screens.get(step.screen or "")
        if screen is None:
            return
        asking = Walk("", self._key, name)  # finds a record that the step can be taken on
        query = kit.store.Query
        address = address_of(asking, step, self._prototype, self._who.store, query)
        with ui.element("p").classes("process-screen"):
            if address == "/" and not screen.traits.start:
                kit.widgets.words(text("workshop.process_screen", title=screen.title))
                return
            role = f"?{urlencode({'role': step.actor})}" if step.actor else ""
            label = text("workshop.process_screen", title=screen.title)
            kit.widgets.link(label, f"{address}{role}")

    def _facts(self, facts: list[tuple[str, Any]]) -> None:
        """Show the known facts, each under its name; several values on a line each."""
        known = [(name, value) for name, value in facts if value]
        if not known:
            return
        with ui.element("dl").classes("process-facts"):
            for name, value in known:
                with ui.element("div"):
                    kit.widgets.words(text(f"workshop.{name}"), "dt")
                    for line in (value,) if isinstance(value, str) else value:
                        kit.widgets.words(line, "dd", "kit-text")

    def _features(self, name: str) -> None:
        """Show the features that serve a step, with their phases; pressing one opens its sheet."""
        features = list(self._serving(name))
        if not features:
            return
        with ui.element("ul").classes("process-features") as listed:
            listed.props["aria-label"] = text("workshop.process_features")
            for feature in features:
                with self._keyed("feature", feature.id), ui.element("li"):
                    label = text("workshop.card_title", id=feature.id, title=feature.title)
                    kit.widgets.button(label, self._opens(feature.id), "text")
                    kit.widgets.words(feature.phase, "span", "kit-chip")

    def _serving(self, name: str) -> Iterator[Part]:
        own = self._trace.parts[written(("processes", self._key, "steps", name))]
        parts = (self._trace.parts[place] for place in own.down)
        return (part for part in parts if part.kind == "feature")

    def _opens(self, key: str) -> Callable[[], Coroutine[Any, Any, None]]:
        async def open_sheet() -> None:
            await self._sheet.open("", key)

        return open_sheet


def _way(lanes: int) -> None:
    """Draw the way from the step before: ``lanes`` to the left in this row, or in that above."""
    side = "on" if lanes > 0 else "back" if lanes < 0 else "down"
    way = ui.element("span").classes(f"process-way process-way-{side}").props("aria-hidden=true")
    way.style(f"--across: {abs(lanes)}")


PAGE = Page(
    order=20,
    content=lambda services: ProcessPage(services.prototype),
    files=("process.css", "zoom.css", "zoom.js"),
)
