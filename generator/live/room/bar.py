"""The bar at the foot of every page that shows problems, and disappears when they are fixed."""

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
    """Add the bar to the page that is being built; it is hidden while ``problem`` is empty.

    A notice above it says that the database is ``away``, in words for everybody.
    """
    ui.add_css(_STYLE)
    message = text("room.last_good", problem=problem) if problem else ""
    bar = ui.label(message).classes("room-bar").props("role=status")
    bar.set_visibility(bool(problem))
    notice = ui.label(text("room.records_away")).classes("room-away").props("role=status")
    if away:
        notice.classes("room-is-away")


def toggle_away(*, away: bool) -> str:
    """Return the script that shows or hides the notice on an open page."""
    return _TOGGLE.format(away=str(away).lower())
