"""Questions that must be answered before something is done."""

from __future__ import annotations

from nicegui import ui

from .keys import keyed
from .texts import say
from .widgets import button, heading


async def confirmed(question: str, yes: str) -> bool:
    """Ask ``question``; True when the button ``yes`` is pressed."""
    with keyed("confirm"), ui.dialog() as dialog, ui.card().classes("kit-dialog"):
        dialog.props["aria-label"] = question
        heading(question, 2)
        with ui.element("div").classes("kit-actions"):
            button(yes, lambda: dialog.submit(True))
            button(say("frame.cancel"), lambda: dialog.submit(False), "outline")
    answer = bool(await dialog)
    if not dialog.is_deleted:  # it goes with the page when somebody leaves that
        dialog.delete()
    return answer
