"""Brings the pages of all guests up to date, one after the other, while others go on working."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Sequence

from generator.live import kit

from .building import Builder
from .common_pages import CommonPages
from .current import Current
from .guest import Guest
from .guests import Guests, ViewKey
from .problems import Problems
from .renewal import Renewal

_BREATH_SECONDS = 0.001
"""How long to yield to other work between two pages that are rebuilt."""
_MOST_ROUNDS = 3
"""How many rounds of updates problems that come up while pages are built may cause."""


class Showing:
    """Lets the pages of all ``guests`` follow the prototype: what they see alike is built once."""

    def __init__(
        self, current: Current, builder: Builder, guests: Guests, problems: Problems
    ) -> None:
        self._current = current
        self._guests = guests
        self._problems = problems
        self._common = CommonPages(current, builder, guests, problems)
        self._renewal = Renewal(current, builder, guests, self._fall_back)
        self._following: asyncio.Task[None] | None = None

    def prepare(self) -> None:
        """Note what is shown now, before it changes."""
        self._problems.attempt(self._common.note)

    def begin(self, then: Sequence[Callable[[], None]] = ()) -> None:
        """Begin to update everybody's pages; an update that is under way is abandoned.

        ``then`` are steps of others that run after the common pages were sent.
        """
        self._guests.leave_behind()
        if self._following is not None:
            self._following.cancel()
        self._following = asyncio.create_task(self._follow(then))

    def begin_soon(self) -> None:
        """Begin to update everybody's pages once the current event is handled."""
        asyncio.get_running_loop().call_soon(self.begin)

    def catch_up(self, guest: Guest) -> None:
        """Bring one page up to date."""
        self._renewal.catch_up(guest)

    def rebuild(self, guest: Guest) -> None:
        """Bring one page up to date with its records, as after a change of the prototype."""
        guest.fall_behind()
        self._renewal.catch_up(guest)

    async def _follow(self, then: Sequence[Callable[[], None]]) -> None:
        """Update all pages: first in groups that see the same, then each page for itself.

        Problems that come up while the pages are built are shown by another round.
        """
        steps = list(then)
        for _ in range(_MOST_ROUNDS):
            before = str(self._problems)
            for group in self._guests.by_view_key():
                await kit.store.patiently(self._show_group, group)
                await asyncio.sleep(_BREATH_SECONDS)
            gc.enable()
            while steps:
                self._problems.attempt(steps.pop(0))
            await self._build_own_pages()
            if before == str(self._problems):
                return
            self._guests.leave_behind()

    def _show_group(self, group: Sequence[Guest]) -> None:
        """Show the change to browsers that see the same, before their own pages are built."""
        try:
            sent = self._common.send(group)
        except Exception as error:
            self._fall_back(self._guests.view_key(group[0]), error)
            return
        if not sent:
            self.catch_up(group[0])

    async def _build_own_pages(self) -> None:
        """Build the pages for which the common page was not enough.

        The others show the change already: only an event brings their pages up to it.
        """
        for guest in self._guests:
            guest.view.leave()
            if guest.is_there and guest.needs_more:
                async with kit.sockets.turn_of(guest.client):
                    await kit.store.patiently(self.catch_up, guest)
                await asyncio.sleep(_BREATH_SECONDS)

    def _fall_back(self, view_key: ViewKey, error: Exception) -> None:
        """Show the last good prototype again when not even the frame of a page can be built."""
        if self._current.go_back(error):
            self.begin_soon()
        else:
            self._problems.note(view_key, error)
