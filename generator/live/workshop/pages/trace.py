"""What a part of the spec is for, and what it consists of: links up and down, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from nicegui import ui

from generator.live import kit
from generator.messages import text
from generator.spec.model import Spec
from generator.trace import Part, Trace, trace

from ..feature_sheet import FeatureSheet
from ..page import Page
from ..participant import Participant
from ..questions_form import folded

_KINDS = ("goal", "step", "feature", "screen", "field", "action", "tile")
_TO_BEGIN_WITH = ("goal", "step", "feature", "screen")
"""The kinds of parts from which one can start."""
_MOST_UNFOLDED = 12


class TracePage:
    """The part that the address names, else what one can begin with."""

    def build(self, request: Request, who: Participant) -> None:
        """Show what is above and below the part, or the parts by their kind."""
        spec = who.specs.now
        if spec is None:
            kit.widgets.notice(text("workshop.no_spec"), "warning")
            return
        found = trace(spec)
        part = found.parts.get(request.query_params.get("at", ""))
        page = _Traced(who, spec, found)
        with ui.element("div").classes("workshop-traced"):
            if part is None:
                page.begin()
            else:
                page.part(part)


class _Traced:
    """The page while it is built."""

    def __init__(self, who: Participant, spec: Spec, found: Trace) -> None:
        self._who = who
        self._spec = spec
        self._found = found
        self._keyed = kit.keys.keyed

    def begin(self) -> None:
        """Show every part to start from, and those that are connected to nothing."""
        kit.widgets.words(text("workshop.trace_intro"), "p")
        for name, parts in (("unserved", self._found.unserved), ("aimless", self._found.aimless)):
            if parts:
                with self._keyed("alone", name):
                    kit.widgets.heading(text(f"trace.{name}"), 2)
                    self._links(parts)
        for kind in _TO_BEGIN_WITH:
            self._of_kind(kind, self._found.of_kind(kind), 2)

    def part(self, part: Part) -> None:
        """Show a part with everything above and below it."""
        with self._keyed("part", part.place):
            kit.widgets.link(text("workshop.trace_all"), "/trace")
            kit.widgets.heading(_called(part), 2)
            self._what_to_do(part)
            with ui.element("div").classes("workshop-trace-ways"):
                self._way("up", {kind: self._found.above(part.place, kind) for kind in _KINDS})
                self._way("down", {kind: self._found.below(part.place, kind) for kind in _KINDS})

    def _way(self, way: str, groups: Mapping[str, Sequence[Part]]) -> None:
        with self._keyed("way", way), ui.element("section"):
            kit.widgets.heading(text(f"workshop.trace_{way}"), 3)
            if not any(groups.values()):
                kit.widgets.words(text("workshop.trace_nothing"), "p")
            for kind, parts in groups.items():
                self._of_kind(kind, parts, 4)

    def _what_to_do(self, part: Part) -> None:
        """Lead to the screen itself, or to the decision on a feature."""
        screen = self._spec.screens.get(part.id) if part.kind == "screen" else None
        built = screen is not None and screen.kind in self._who.specs.kinds
        if screen is not None and built and not screen.traits.one_record:
            kit.widgets.link(text("workshop.trace_open"), f"/s/{quote(part.id, safe='')}")
        if part.kind == "feature":
            kit.widgets.words(part.phase, "p", "kit-help")

            async def decide() -> None:
                await FeatureSheet(self._who).open("", part.id)

            kit.widgets.button(text("workshop.open_sheet"), decide, "outline")

    def _of_kind(self, kind: str, parts: Sequence[Part], level: int) -> None:
        if not parts:
            return
        title = text(f"trace.kind.{kind}")
        with self._keyed("kind", kind):
            if len(parts) > _MOST_UNFOLDED:
                with folded(text("workshop.trace_many", kind=title, count=len(parts))):
                    self._links(parts)
            else:
                kit.widgets.heading(title, level)
                self._links(parts)

    def _links(self, parts: Sequence[Part]) -> None:
        with ui.element("ul").classes("workshop-trace"):
            for part in parts:
                with ui.element("li"):
                    address = f"/trace?{urlencode({'at': part.place})}"
                    link: Any = kit.widgets.link(f"{part.id} {part.title}", address)
                    if part.phase:
                        kit.widgets.words(part.phase, "span", "kit-count")
                    link.props["data-place"] = part.place


def _called(part: Part) -> str:
    return text(
        "workshop.trace_part", kind=text(f"trace.kind.{part.kind}"), id=part.id, title=part.title
    )


PAGE = Page(order=90, content=lambda _: TracePage())
