"""Small parts that many screens use: headings, links, chips, notices, buttons, plain choices."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Literal

from nicegui import ui
from nicegui.events import GenericEventArguments

from ..model.phases import Standing

Urgency = Literal["info", "success", "warning", "error"]
Look = Literal["solid", "outline", "text"]


def words(text: str, tag: str = "span", classes: str = "") -> ui.label:
    """Put ``text`` on the page as a ``tag`` of HTML; it is shown as text, whatever it looks like."""
    label = ui.label(text).classes(classes)
    label.tag = tag
    return label


def heading(text: str, level: int = 1) -> None:
    """Put a heading on the page."""
    words(text, f"h{level}", "kit-heading")


def chip(standing: Standing) -> None:
    """Say in which phase an element comes; the usual phase is there, but not seen."""
    if standing.chip:
        label = words(standing.chip, "span", "kit-chip")
        label.props["data-feature"] = standing.feature
        if standing.usual:
            label.classes("kit-usual")


def link(text: str, target: str, classes: str = "") -> ui.link:
    """Put a link on the page."""
    return ui.link(text, target).classes(f"kit-link {classes}")


def notice(text: str, urgency: Urgency = "info") -> ui.element:
    """Put a message in a box on the page; errors and warnings are read out at once."""
    role = "alert" if urgency in ("error", "warning") else "status"
    with ui.element("div").classes(f"kit-notice kit-{urgency}").props(f"role={role}") as box:
        ui.label(text)
    return box


def button(text: str, on_click: Callable[[], object], look: Look = "solid") -> ui.button:
    """Put a button on the page; its colours come from the style sheet."""
    element = ui.button(text, on_click=on_click, color=None).props("no-caps unelevated")
    return element.classes(f"kit-button kit-{look}")


def focus_on(html_id: str) -> None:
    """Go to an element that is there, or about to be: it is scrolled to and read out."""
    there = f"document.getElementById({json.dumps(html_id)})?.focus()"
    ui.run_javascript(f"requestAnimationFrame(() => {there})")


def choices(
    options: Mapping[str, str],
    chosen: str,
    on_choose: Callable[[str], object],
    *,
    html_id: str,
    label: str = "",
) -> ui.element:
    """Put the browser's own list of choices on the page: key → text.

    ``label`` names it for people who can't see it; leave it empty where a label element does.
    """

    def choose(event: GenericEventArguments) -> None:
        if isinstance(event.args, str) and event.args in options:
            on_choose(event.args)

    select = _Choices().classes("kit-select")
    select.props["options"] = [{"key": key, "text": text} for key, text in options.items()]
    select.props["chosen"] = chosen
    select.props["id"] = html_id
    if label:
        select.props["aria-label"] = label
    select.on("change", choose, js_handler="(event) => emit(event.target.value)")
    return select


class _Choices(ui.element, component="choices.js"):
    """One element for all options: many of them would make building a page slow."""
