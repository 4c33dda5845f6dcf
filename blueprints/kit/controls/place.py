"""A place: typed as latitude and longitude, or chosen on a map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from nicegui import ui

from ..kinds.map_view import MapView
from ..page.keys import keyed
from ..page.widgets import button, heading
from ..texts import say
from .base import BaseControl

_DECIMALS = 5
"""About a metre."""


class Control(BaseControl):
    """A line for the place, with a map behind a button."""

    def build(self) -> None:
        """Put the line and the button on the page."""
        setting = self.setting
        self.element = ui.input(
            value=setting.typed or "",
            placeholder=setting.field.example,
            on_change=lambda event: self.take(event.value),
        ).props("outlined tag=div autocomplete=off")
        self.element.props["for"] = setting.html_id
        self.element.classes("kit-input kit-place").on("blur", lambda: setting.on_leave())
        self.describe(self.element)
        with self.element.add_slot("append"):
            opener = ui.button(icon="place", on_click=self._choose, color=None).props("flat dense")
            opener.classes("kit-icon").props["aria-label"] = self._title

    def inputs(self) -> Sequence[ui.element]:
        """Return the line."""
        return [self.element]

    @property
    def _title(self) -> str:
        return say("map.choose", title=self.setting.label)

    async def _choose(self) -> None:
        """Let somebody choose on a map; nothing changes unless they say so."""
        chosen = [str(self.typed or "")]

        def pick(latitude: float, longitude: float) -> None:
            chosen[0] = f"{latitude:.{_DECIMALS}f}, {longitude:.{_DECIMALS}f}"
            shown.show(self._points(chosen[0]))
            taken.set_enabled(True)

        with keyed("choose_place"), ui.dialog() as dialog, ui.card().classes("kit-dialog"):
            dialog.props["aria-label"] = self._title
            heading(self._title, 2)
            shown = MapView(self._title, self._points(chosen[0]), pick)
            with ui.element("div").classes("kit-actions"):
                taken = button(say("map.take"), lambda: dialog.submit(True))
                taken.set_enabled(bool(self._points(chosen[0])))
                button(say("frame.cancel"), lambda: dialog.submit(False), "outline")
        if await dialog:
            self.element.set_value(chosen[0])
            self.setting.on_leave()
        if not dialog.is_deleted:  # it goes with the page when somebody leaves that
            dialog.delete()

    def _points(self, text: str) -> list[Mapping[str, object]]:
        """Return the place that ``text`` says, nothing when it says none."""
        with suppress(ValueError):
            field = self.setting.field
            latitude, longitude = map(float, field.read(text).split(","))
            here = {"lat": latitude, "lon": longitude, "label": text}
            return [{"id": 0, "number": "●", "state": "", "href": "", **here}]
        return []
