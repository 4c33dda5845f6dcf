"""The processes of the spec, each to be walked on the prototype, alone or with others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fastapi import Request
from nicegui import ui

from generator.live import kit
from generator.messages import text
from generator.spec.model import Process, Spec

from ..page import Page
from ..participant import Participant
from ..walk import Standing, Walk, Walks
from ..walk_offers import WalkOffers

if TYPE_CHECKING:
    from blueprints.kit.server.prototype import Prototype


class WalkPage:
    """The list of processes; ``prototype`` returns the kit's prototype as it is now."""

    def __init__(self, walks: Walks, prototype: Callable[[], Prototype]) -> None:
        self._walks = walks
        self._prototype = prototype

    def build(self, request: Request, who: Participant) -> None:  # noqa: ARG002
        """Show every process with its steps, the walks under way, and how to begin one."""
        spec = who.specs.now
        if spec is None:
            kit.widgets.notice(text("workshop.no_spec"), "warning")
            return
        if not spec.processes:
            kit.widgets.words(text("workshop.no_processes"), "p")
        prototype = self._prototype()
        of_browser = kit.visitor.Visitor.of_browser
        offers = WalkOffers(who, self._walks, prototype, lambda: of_browser(prototype.project))
        for key, process in spec.processes.items():
            with kit.keys.keyed("process", key), ui.element("section") as section:
                section.classes("kit-section").props["aria-label"] = process.title
                kit.widgets.heading(process.title, 2)
                self._process(offers, spec, key, process)

    def _process(self, offers: WalkOffers, spec: Spec, key: str, process: Process) -> None:
        words = kit.widgets.words
        if process.volume:
            words(text("workshop.walk_volume", volume=process.volume), "p", "kit-help")
        with ui.element("ol").classes("walk-steps"):
            for step in process.steps.values():
                with ui.element("li"):
                    words(step.title, "strong")
                    role = spec.roles.get(step.actor or "")
                    for detail in (role.title if role else "", step.wants):
                        if detail:
                            words(text("workshop.walk_more", said=detail), "span")
        for walk in self._walks.of(key):
            with kit.keys.keyed("under_way", walk.key):
                self._under_way(offers, spec, process, walk)
        if process.steps:
            with ui.element("div").classes("kit-actions"):
                offers.begin(key, process)
                offers.drawn(key, process)

    def _under_way(self, offers: WalkOffers, spec: Spec, process: Process, walk: Walk) -> None:
        """Offer to take part in a walk: in one role, or in all."""
        standing = Standing.of(spec, walk)
        if standing is None:
            return
        with ui.element("div").classes("workshop-quote"):
            at = {"number": standing.number, "count": standing.count}
            message = text("workshop.walk_under_way", title=standing.step.title, **at)
            kit.widgets.words(message, "p")
            actors = dict.fromkeys(step.actor for step in process.steps.values() if step.actor)
            with ui.element("div").classes("kit-actions"):
                for actor in ("", *actors):
                    offers.join(walk, actor)


PAGE = Page(order=10, content=lambda services: WalkPage(services.walks, services.prototype))
