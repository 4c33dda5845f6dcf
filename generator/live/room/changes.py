"""Handles changes from outside: loads files of the prototype that were saved, then shows them."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .building import Builder
from .cleanup import Cleanup
from .current import Current
from .guests import Guests
from .patch import scratch
from .problems import Problems
from .showing import Showing
from .views import home_view

_RETRY_SECONDS = 3
_FETCH_STYLES = """
for (const link of document.querySelectorAll('link[href*="/_kit/"]'))
  link.href = link.href.split("?")[0] + "?v=" + Date.now();
"""


@dataclass(frozen=True)
class Change:
    """What happened outside: files of the prototype that changed, and what is wrong with the spec.

    ``problem`` is a sentence with its place, empty when the spec is fine.
    """

    paths: Sequence[Path] = ()
    problem: str = ""


class Changes:
    """Follows changes of the ``current`` prototype; ``followers`` are called after each."""

    def __init__(
        self,
        current: Current,
        showing: Showing,
        builder: Builder,
        guests: Guests,
        problems: Problems,
        cleanup: Cleanup,
    ) -> None:
        self._current = current
        self._showing = showing
        self._builder = builder
        self._guests = guests
        self._problems = problems
        self._cleanup = cleanup
        self.followers: list[Callable[[], None]] = []

    def follow(self, change: Change) -> None:
        """Load what was saved, then show it to everybody. Never raises."""
        self._cleanup.postpone()
        gc.disable()  # until it is shown
        if not self._problems.attempt(partial(self._take_over, change)):
            gc.enable()

    def _take_over(self, change: Change) -> None:
        self._problems.spec = change.problem
        self._showing.prepare()
        if self._current.waits or any(path.suffix == ".py" for path in change.paths):
            self._load(change.paths)
        self._dress(change.paths)
        self._showing.begin(self.followers)

    def _load(self, paths: Sequence[Path]) -> None:
        self._current.load(paths)
        self._prove()
        if self._current.waits:
            asyncio.get_running_loop().call_later(_RETRY_SECONDS, self._retry)

    def _retry(self) -> None:
        """Try again what a busy database kept from loading, unless a later change did."""
        if self._current.waits:
            self.follow(Change(problem=self._problems.spec))

    def _prove(self) -> None:
        """Build the first page while nobody is here: whoever comes next must find one that works.

        With guests, their own pages show whether it works.
        """
        if any(guest.is_there for guest in self._guests):
            return
        pages = self._current.pages
        view = home_view(pages.prototype, pages.host)
        try:
            with scratch():
                self._builder.page(view)
        except Exception as error:
            self._current.go_back(error)

    def _dress(self, paths: Sequence[Path]) -> None:
        """Let every browser fetch the style sheets again when one changed."""
        if any(path.suffix == ".css" for path in paths):
            for guest in self._guests:
                guest.client.run_javascript(_FETCH_STYLES)
