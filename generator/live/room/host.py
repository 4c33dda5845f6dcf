"""What surrounds every page of the prototype: the bar at its foot, and the layers of others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from nicegui import ui

from . import bar
from .building import Builder
from .keys import Keys
from .problems import Problems
from .records_away import RecordsAway
from .rights import Permission, allows

if TYPE_CHECKING:
    from nicegui import Client

    from blueprints.kit.page.screen import Build, View


class PageLayer(Protocol):
    """What another part of the server puts on every page, with the kit's view of it."""

    def in_header(self, view: View) -> None:
        """Add to the header."""

    def at_end(self, view: View) -> None:
        """Add to the end of the page."""


class RoomHost:
    """The kit's ``Host`` in a room; its ``layers`` are added to every page.

    ``rebuild`` brings the page of a client up to date with its records.
    """

    def __init__(
        self,
        builder: Builder,
        keys: Keys,
        problems: Problems,
        records: RecordsAway,
        rebuild: Callable[[Client], None],
    ) -> None:
        self._builder = builder
        self._keys = keys
        self._problems = problems
        self._records = records
        self._rebuild = rebuild
        self.layers: list[PageLayer] = []

    def in_header(self, view: View) -> None:
        """Add to the header what the layers have for it."""
        for layer in self.layers:
            layer.in_header(view)

    def at_end(self, view: View) -> None:
        """Add the bar and the layers to the page, and note whose page it is."""
        self._builder.note_view(view)
        bar.show(str(self._problems), away=self._records.now)
        for layer in self.layers:
            layer.at_end(view)

    def rescue(self, view: View, error: Exception) -> Build | None:
        """Report the error of a screen that fails, and return how the screen was last shown."""
        if type(error).__name__ == "Unavailable":  # by name: the kit may have been loaded anew
            self._builder.note_failure()
            self._records.note(error)
            return None
        return self._builder.rescue(view, error)

    def rebuild(self, view: View) -> bool:  # noqa: ARG002
        """Bring the page in use up to date with its records, as after a change of the prototype."""
        self._rebuild(ui.context.client)
        return True

    def may_reset(self) -> bool:
        """Tell whether the user of the current page may reset everybody's records."""
        return allows(self._keys.right_of(ui.context.client), Permission.RESET_RECORDS)
