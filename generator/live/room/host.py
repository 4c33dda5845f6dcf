"""What stands round every page of the prototype: the bar at its foot, and what others put there."""

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


class Around(Protocol):
    """What another part of the server puts on every page, with the kit's view of it."""

    def in_header(self, view: View) -> None:
        """Add to the header."""

    def at_end(self, view: View) -> None:
        """Add to the end of the page."""


class RoomHost:
    """The kit's ``Host`` in a room; ``around`` stands on every page.

    ``rebuild`` brings the page that a client has up to its records.
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
        self.around: list[Around] = []

    def in_header(self, view: View) -> None:
        """Put into the header what stands around the prototype."""
        for layer in self.around:
            layer.in_header(view)

    def at_end(self, view: View) -> None:
        """Put the bar on the page and what stands around it, and note whose page it is."""
        self._builder.note_view(view)
        bar.show(str(self._problems), away=self._records.now)
        for layer in self.around:
            layer.at_end(view)

    def rescue(self, view: View, error: Exception) -> Build | None:
        """Report the error of a screen that fails, and return how the screen was last shown."""
        if type(error).__name__ == "Unavailable":  # by name: the kit may have been loaded anew
            self._builder.note_failure()
            self._records.note(error)
            return None
        return self._builder.rescue(view, error)

    def rebuild(self, view: View) -> bool:  # noqa: ARG002
        """Bring the page in use up to its records, just as to a prototype that changed."""
        self._rebuild(ui.context.client)
        return True

    def may_reset(self) -> bool:
        """Tell whether who has the page in use may reset the records of everybody."""
        return allows(self._keys.right_of(ui.context.client), Permission.RESET_RECORDS)
