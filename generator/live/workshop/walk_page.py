"""The processes of the spec, each to be walked on the prototype, alone or with others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import Request
from nicegui import ui

from generator.messages import text
from generator.spec.model import Process, Spec

from .participant import Participant
from .walk import Standing, Walk, Walks
from .walk_offers import WalkOffers


class WalkPage:
    """The list of processes; ``prototype`` returns the kit's prototype as it is now."""

    def __init__(self, walks: Walks, prototype: Callable[[], Any]) -> None:
        self._walks = walks
        self._prototype = prototype

    def build(self, request: Request, who: Participant) -> None:  # noqa: ARG002
        """Show every process with its steps, the walks under way, and how to begin one."""
        spec, widgets = who.specs.now, who.kit("widgets")
        if spec is None:
            widgets.notice(text("workshop.no_spec"), "warning")
            return
        if not spec.processes:
            widgets.words(text("workshop.no_processes"), "p")
        prototype = self._prototype()
        of_browser = who.kit("visitor").Visitor.of_browser
        offers = WalkOffers(who, self._walks, prototype, lambda: of_browser(prototype.project))
        for key, process in spec.processes.items():
            with who.kit("keys").keyed("process", key), ui.element("section") as section:
                section.classes("kit-section").props["aria-label"] = process.title
                widgets.heading(process.title, 2)
                self._process(who, offers, spec, key, process)

    def _process(
        self, who: Participant, offers: WalkOffers, spec: Spec, key: str, process: Process
    ) -> None:
        words = who.kit("widgets").words
        if process.volume:
            words(text("workshop.walk_volume", volume=process.volume), "p", "kit-help")
        with ui.element("ol").classes("walk-steps"):
            for step in process.steps.values():
                with ui.element("li"):
                    words(step.title, "strong")
                    role = spec.roles.get(step.actor or "")
                    for said in (role.title if role else "", step.wants):
                        if said:
                            words(text("workshop.walk_more", said=said), "span")
        for walk in self._walks.of(key):
            with who.kit("keys").keyed("under_way", walk.key):
                self._under_way(who, offers, spec, process, walk)
        if process.steps:
            with ui.element("div").classes("kit-actions"):
                offers.begin(key, process)
                offers.drawn(key, process)

    def _under_way(
        self, who: Participant, offers: WalkOffers, spec: Spec, process: Process, walk: Walk
    ) -> None:
        """Offer to take part in a walk: in one role, or in all."""
        standing = Standing.of(spec, walk)
        if standing is None:
            return
        widgets = who.kit("widgets")
        with ui.element("div").classes("workshop-quote"):
            at = {"number": standing.number, "count": standing.count}
            said = text("workshop.walk_under_way", title=standing.step.title, **at)
            widgets.words(said, "p")
            actors = dict.fromkeys(step.actor for step in process.steps.values() if step.actor)
            with ui.element("div").classes("kit-actions"):
                for actor in ("", *actors):
                    offers.join(walk, actor)
