"""The bar at the foot of every page that says what is wrong, and goes when it is mended."""

from __future__ import annotations

from nicegui import ui

from generator.messages import text

_STYLE = """
.room-bar, .room-away { position: fixed; inset: auto 0 0 0; z-index: 6000; max-height: 40vh;
  overflow: auto; padding: 8px 16px; color: #333333; background: #fbf5e0;
  border-top: 2px solid #927200; font-size: 14px; white-space: pre-line; overflow-wrap: anywhere; }
.room-bar:empty, .room-bar.hidden, .room-away:not(.room-is-away) { display: none; }
.room-away { z-index: 6001; font-size: 16px; }
"""
_TOGGLE = "document.querySelector('.room-away')?.classList.toggle('room-is-away', {away})"


def show(problem: str, *, away: bool) -> None:
    """Put the bar on the page that is being built; it is hidden while ``problem`` is empty.

    Another one over it says that the records are ``away``, in words for everybody.
    """
    ui.add_css(_STYLE)
    said = text("room.last_good", problem=problem) if problem else ""
    bar = ui.label(said).classes("room-bar").props("role=status")
    bar.set_visibility(bool(problem))
    told = ui.label(text("room.records_away")).classes("room-away").props("role=status")
    if away:
        told.classes("room-is-away")


def toggle_away(*, away: bool) -> str:
    """Return the script that shows or hides on an open page that the records are away."""
    return _TOGGLE.format(away=str(away).lower())
