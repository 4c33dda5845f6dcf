"""A diagram on a page, as the browser draws it; nothing is loaded from outside."""

from __future__ import annotations

from pathlib import Path

import nicegui.elements.mermaid  # noqa: F401  (lets pages load the Mermaid that NiceGUI brings along)
from nicegui import ui

from generator.drawing import Drawing
from generator.messages import text


class DrawingView(ui.element, component=Path(__file__).with_name("drawing.js")):
    """``drawing``, called ``label``, with its table, to be saved as ``file``."""

    def __init__(self, drawing: Drawing, label: str, file: str) -> None:
        super().__init__()
        words = {name: text(f"workshop.drawing_{name}") for name in ("save", "table", "failed")}
        self._props.update(
            source=drawing.source if drawing.can_be_seen else "",
            label=label,
            file=file,
            words=words,
            heads=drawing.heads,
            rows=drawing.rows,
        )
