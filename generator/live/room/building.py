"""Builds pages: whose view each one shows, and what a screen that fails falls back on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nicegui import Client, ui

from generator.live import kit

from .guests import ViewKey
from .problems import Problems

if TYPE_CHECKING:
    from blueprints.kit.page.screen import Build, View


@dataclass
class Building:
    """A page that is being built; ``good`` shows its screen as it was when it last worked."""

    good: Build | None = None
    view: View | None = None
    failed: bool = False


_building: ContextVar[Building] = ContextVar("building")
"""The page that is being built: several may be under way, as building waits for the database."""


class Builder:
    """Builds pages on the client in use, and knows for each screen how it last worked.

    Screens that fail are noted in ``problems``, and resolved when they work again, under the key
    that ``view_key`` returns.
    """

    def __init__(self, problems: Problems, view_key: Callable[[View, Client], ViewKey]) -> None:
        self._problems = problems
        self._view_key = view_key
        self._good: dict[str, Build] = {}

    def page(self, view: View, good: Build | None = None) -> Build | None:
        """Build the page of ``view`` on the client in use; return what showed its screen well."""
        with self.watched(good) as building:
            kit.frame.page(view, view.prototype.build_of(view.screen))
        return building.good

    @contextmanager
    def watched(self, good: Build | None = None) -> Iterator[Building]:
        """Watch a page being built: whose view it is, and whether its screen failed."""
        building = Building(good)
        token = _building.set(building)
        try:
            yield building
        finally:
            _building.reset(token)
        if building.view is None or building.failed:
            return
        prototype, screen = building.view.prototype, building.view.screen
        building.good = self._good[screen.key] = prototype.build_of(screen)
        self._problems.resolve(self._view_key(building.view, ui.context.client))

    def note_view(self, view: View) -> None:
        """Note whose page it is that is being built."""
        _building.get().view = view

    def note_failure(self) -> None:
        """Note that the page that is being built does not show its screen."""
        _building.get().failed = True

    def rescue(self, view: View, error: Exception) -> Build | None:
        """Report the error of a screen that fails, and return how the screen was last shown."""
        self.note_failure()
        building = _building.get()
        building.good = building.good or self._good.get(view.screen.key)
        self._problems.note(self._view_key(view, ui.context.client), error)
        return building.good
