"""The bar at the foot of every page that says what is wrong, and goes when it is mended."""

from __future__ import annotations

from nicegui import ui

from generator.messages import text

_STYLE = """
.room-bar { position: fixed; inset: auto 0 0 0; z-index: 6000; max-height: 40vh; overflow: auto;
  padding: 8px 16px; color: #333333; background: #fbf5e0; border-top: 2px solid #927200;
  font-size: 14px; white-space: pre-line; overflow-wrap: anywhere; }
.room-bar:empty, .room-bar.hidden { display: none; }
"""


def show(problem: str) -> None:
    """Put the bar on the page that is being built; it is hidden while ``problem`` is empty."""
    ui.add_css(_STYLE)
    said = text("room.last_good", problem=problem) if problem else ""
    bar = ui.label(said).classes("room-bar").props("role=status")
    bar.set_visibility(bool(problem))
