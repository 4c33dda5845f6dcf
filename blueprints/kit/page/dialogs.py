"""Questions that must be answered before something is done."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from nicegui import ui

from ..texts import say
from .keys import keyed
from .widgets import button, heading


async def confirmed(question: str, yes: str) -> bool:
    """Ask ``question``; True when the button ``yes`` is pressed."""
    with keyed("confirm"), ui.dialog() as dialog, ui.card().classes("kit-dialog"):
        dialog.props["aria-label"] = question
        heading(question, 2)
        with ui.element("div").classes("kit-actions"):
            button(yes, lambda: dialog.submit(True))
            button(say("frame.cancel"), lambda: dialog.submit(False), "outline")
    return bool(await _answered(dialog))


async def chosen(question: str, answers: Mapping[str, str]) -> str:
    """Ask ``question`` with a button for each of ``answers``: key → text; the key, "" for none."""
    with keyed("choose"), ui.dialog() as dialog, ui.card().classes("kit-dialog"):
        dialog.props["aria-label"] = question
        heading(question, 2)
        with ui.element("div").classes("kit-answers"):
            for key, answer in answers.items():
                button(answer, partial(dialog.submit, key), "outline")
        with ui.element("div").classes("kit-actions"):
            button(say("frame.cancel"), partial(dialog.submit, ""), "text")
    return str(await _answered(dialog) or "")


async def _answered(dialog: ui.dialog) -> object:
    """Wait for the answer and take the dialog away; None when it is closed without one."""
    answer: object = await dialog
    if not dialog.is_deleted:  # it goes with the page when somebody leaves that
        dialog.delete()
    return answer
