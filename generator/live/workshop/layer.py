"""Decide mode on every page of the prototype: a toggle in the header, a sheet for each part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nicegui import ui
from nicegui.events import GenericEventArguments

from generator.messages import text

from .pages import Kit, WorkshopPages
from .sheet import Sheet

PART_EVENT = "workshop-part"


class WorkshopLayer:
    """What the workshop puts on every page of the prototype."""

    def __init__(self, kit: Kit, pages: WorkshopPages, sheet_of: Callable[[Any], Sheet]) -> None:
        self._kit = kit
        self._pages = pages
        self._sheet_of = sheet_of

    def in_header(self, view: Any) -> None:  # noqa: ARG002
        """Put the toggle into the header; the script turns decide mode on and off."""
        toggle = self._kit("widgets").words(text("workshop.decide"), "button", "workshop-toggle")
        toggle.props("type=button aria-pressed=false")

    def at_end(self, view: Any) -> None:
        """Open the sheet when a part is pressed in decide mode; link to the workshop's pages."""
        self._pages.dress()
        sheet = self._sheet_of(view)

        async def open_sheet(event: GenericEventArguments) -> None:
            asked = event.args if isinstance(event.args, dict) else {}
            await sheet.open(str(asked.get("part", "")), str(asked.get("feature", "")))

        ui.on(PART_EVENT, open_sheet)
        with ui.element("footer").classes("workshop-foot"):
            self._pages.links()
