"""Buttons to begin walking a process, or to join a walk: in the list of them, and on the home."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nicegui import ui

from generator.live import kit
from generator.messages import text
from generator.spec.model import Process

from .participant import Participant
from .walk import KEPT, Part, Standing, Walk, Walks, address_of_process
from .walk_bar import open_step

if TYPE_CHECKING:
    from blueprints.kit.page.screen import Screens
    from blueprints.kit.page.visitor import Visitor


class WalkOffers:
    """Offers walks of ``prototype`` to ``who``; ``visitor`` returns the kit's at their browser."""

    def __init__(
        self, who: Participant, walks: Walks, prototype: Screens, visitor: Callable[[], Visitor]
    ) -> None:
        self._who = who
        self._walks = walks
        self._prototype = prototype
        self._visitor = visitor

    def at_home(self) -> None:
        """Put the processes on the page, each with the button that begins to walk it."""
        spec = self._who.specs.now
        if spec is None or not any(process.steps for process in spec.processes.values()):
            return
        keyed = kit.keys.keyed
        with keyed("walks"), ui.element("section").classes("kit-section walk-offers") as section:
            section.props["aria-label"] = text("workshop.walk")
            kit.widgets.heading(text("workshop.walk"), 2)
            kit.widgets.words(text("workshop.walk_intro"), "p", "kit-help")
            with ui.element("ul"):
                for key, process in spec.processes.items():
                    if process.steps:
                        with keyed("process", key), ui.element("li"):
                            self._at_home(key, process)

    def _at_home(self, key: str, process: Process) -> None:
        kit.widgets.words(process.title, "strong")
        count = text("workshop.walk_count", count=len(process.steps))
        kit.widgets.words(count, "span", "kit-help")
        with ui.element("div").classes("kit-actions"):
            self.begin(key, process)
            self.drawn(key, process)
            if self._walks.of(key):
                kit.widgets.link(text("workshop.walk_others"), "/walk", "walk-others")

    def begin(self, key: str, process: Process) -> None:
        """Put the button on the page that begins to walk ``process``."""

        def begin() -> None:
            self._join(self._walks.begin(key, next(iter(process.steps))), "")

        button = kit.widgets.button(text("workshop.walk_it"), begin)
        button.props["aria-label"] = text("workshop.walk_begin", title=process.title)

    def drawn(self, key: str, process: Process) -> None:
        """Add a link to the process in swim lanes."""
        link = kit.widgets.link(text("workshop.walk_drawn"), address_of_process(key), "kit-edit")
        link.props["aria-label"] = text("workshop.process_drawn", title=process.title)

    def join(self, walk: Walk, role: str) -> None:
        """Put the button on the page that joins ``walk`` in a role, or in all when it is empty."""
        spec = self._who.specs.now
        known = spec.roles.get(role) if spec else None
        label = text("workshop.walk_join_all")
        if role:
            label = text("workshop.walk_join", role=known.title if known else role)
        kit.widgets.button(label, lambda: self._join(walk, role), "outline")

    def _join(self, walk: Walk, role: str) -> None:
        """Keep in the browser which part it plays, and open the page where that begins."""
        visitor = self._visitor()
        visitor.kept[KEPT] = {"key": walk.key, "role": role}
        part = Part(walk, role)
        standing = Standing.of(self._who.specs.now, walk)
        if standing is None or part.plays(standing.step):
            ui.navigate.to(open_step(self._who, self._prototype, visitor, part))
            return
        visitor.act_as(role)
        ui.navigate.to("/")
