"""What can be made larger for the wall and smaller for an overview, by buttons or keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nicegui import ui

from generator.live import kit
from generator.messages import text


@contextmanager
def zoomed(label: str) -> Iterator[None]:
    """Put what is built inside into a frame named ``label``, with the zoom buttons before it."""
    words = kit.widgets.words
    with ui.element("div").classes("zoom-tools").props("role=group") as tools:
        tools.props["aria-label"] = text("workshop.zoom")
        for way in ("out", "in", "whole"):
            button = words(text(f"workshop.zoom_{way}"), "button", "workshop-toggle")
            button.props("type=button").props["data-zoom"] = way
        ui.element("span").classes("zoom-now").props("aria-hidden=true")
        words(text("workshop.zoom_keys"), "span", "zoom-keys kit-help")
    with ui.element("div").classes("zoomed").props("role=group tabindex=0") as frame:
        frame.props["aria-label"] = label
        yield
