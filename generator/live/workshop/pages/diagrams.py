"""Diagrams of the spec: the states of a record, the ways between screens, what is kept of what."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import Request
from nicegui import ui

from generator.live import kit
from generator.messages import text
from generator.spec.model import Spec

from ..page import Page
from ..participant import Participant


class DiagramsPage:
    """The diagram that the address names, else the first, and the way to the others."""

    def build(self, request: Request, who: Participant) -> None:
        """Show the kinds of diagrams, what can be chosen of the kind, and the diagram."""
        from generator.drawing import KINDS  # with what draws them only when they are asked for

        spec = who.specs.now
        if spec is None:
            kit.widgets.notice(text("workshop.no_spec"), "warning")
            return
        asked = request.query_params.get("kind", "")
        name = asked if asked in KINDS else next(iter(KINDS))
        choices = KINDS[name].choices(spec)
        with ui.element("nav").classes("workshop-nav") as nav:
            nav.props["aria-label"] = text("workshop.diagrams")
            for kind in KINDS:
                entry = kit.widgets.link(text(f"workshop.diagram.{kind}"), _address(kind))
                if kind == name:
                    entry.props["aria-current"] = "page"
        with kit.keys.keyed("diagram", name), ui.element("section") as section:
            section.props["aria-label"] = text(f"workshop.diagram.{name}")
            if not choices:
                kit.widgets.words(text(f"workshop.diagram.{name}.none"), "p")
                return
            of = request.query_params.get("of", "")
            chosen = of if of in choices else next(iter(choices))
            _choice(name, choices, chosen)
            kit.widgets.words(text(f"workshop.diagram.{name}.help"), "p", "kit-help")
            with kit.keys.keyed("drawn", chosen):
                _draw(spec, name, chosen, choices[chosen])


def _choice(kind: str, choices: dict[str, str], chosen: str) -> None:
    """Let people choose what is drawn."""
    if len(choices) < 2:
        return

    def choose(key: str) -> None:
        ui.navigate.to(_address(kind, key))

    with ui.element("div").classes("kit-tools"), ui.element("div").classes("kit-tool"):
        label = kit.widgets.words(text(f"workshop.diagram.{kind}.choose"), "label", "kit-label")
        label.props["for"] = "diagram-of"
        kit.widgets.choices(choices, chosen, choose, html_id="diagram-of")


def _draw(spec: Spec, kind: str, chosen: str, title: str) -> None:
    from generator.drawing import KINDS

    from ..drawing_view import DrawingView

    names = {"kind": text(f"workshop.diagram.{kind}"), "title": title}
    label = text("workshop.drawing_label", **names)
    file = text("workshop.drawing_file", project=spec.project.title, **names)
    DrawingView(KINDS[kind].draw(spec, chosen), label, f"{file}.svg")


def _address(kind: str, of: str = "") -> str:
    asked = {"kind": kind} | ({"of": of} if of else {})
    return f"/diagrams?{urlencode(asked)}"


PAGE = Page(order=30, content=lambda _: DiagramsPage(), files=("drawing.css",))
