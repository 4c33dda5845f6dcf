"""A diagram on a page, as the browser draws it; nothing is loaded from outside."""

from __future__ import annotations

from pathlib import Path

from nicegui import ui

from generator.drawing import Drawing
from generator.live.nicegui_inside import offer_mermaid
from generator.messages import text

offer_mermaid()


class DrawingView(ui.element, component=Path(__file__).with_name("drawing.js")):
    """``drawing``, called ``label``, with its table, to be saved as ``file``."""

    def __init__(self, drawing: Drawing, label: str, file: str) -> None:
        super().__init__()
        words = {name: text(f"workshop.drawing_{name}") for name in ("save", "table", "failed")}
        self.props.update(
            source=drawing.source if drawing.can_be_seen else "",
            label=label,
            file=file,
            words=words,
            heads=drawing.heads,
            rows=drawing.rows,
        )
