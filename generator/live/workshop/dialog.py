"""A dialog on a page of the workshop or the prototype, one at a time, that gives the focus back."""

from __future__ import annotations

from collections.abc import Callable

from nicegui import ui

from generator.live import kit
from generator.messages import text

_OPEN, _OPENED = "workshop_sheet_open", "workshop_sheets"


async def show_dialog(title: str, build: Callable[[ui.dialog], None]) -> None:
    """Open a dialog with a ``title``, ``build`` its content, and wait until it is closed.

    Nothing happens while another one is open: that is a second touch before the first one shows.
    """
    client = ui.context.client
    opened = client.storage
    if opened.get(_OPEN):
        return
    opened[_OPEN] = True
    opened[_OPENED] = opened.get(_OPENED, 0) + 1
    try:
        # It has ids of its own, as remains of the last dialog may still be on the page. It is not a
        # child of the button that opened it, as that may go while somebody types.
        sheet = kit.keys.keyed("sheet", str(opened[_OPENED]))
        with client.content, sheet, ui.element() as place, ui.dialog() as dialog, ui.card() as card:
            card.classes("kit-dialog workshop-sheet")
            dialog.props["aria-label"] = title
            build(dialog)
        await dialog
        for element in (dialog, place):
            if not element.is_deleted:
                element.delete()
        client.run_javascript("workshopGiveBackFocus()")
    finally:
        opened[_OPEN] = False


def dialog_head(dialog: ui.dialog) -> None:
    """Add the title of the dialog, and the button that closes it."""
    with ui.element("div").classes("workshop-head"):
        kit.widgets.heading(str(dialog.props["aria-label"]), 2)
        kit.widgets.button(text("workshop.close"), dialog.close, "text")
