"""Whether the database answers: every page shows when it does not, and when it does again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from . import bar
from .guests import Guests

_LOOK_SECONDS = 1.0


class RecordsAway:
    """Shows all ``guests`` that the database is away, and polls it until it is back.

    ``answers`` tells whether it is; ``log`` gets the reason why it is not, for the terminal;
    ``show`` updates the pages once it is.
    """

    def __init__(
        self,
        guests: Guests,
        answers: Callable[[], bool],
        log: Callable[[str], None],
        show: Callable[[], None],
    ) -> None:
        self._guests = guests
        self._answers = answers
        self._log = log
        self._show = show
        self._looking: asyncio.Task[None] | None = None

    @property
    def now(self) -> bool:
        """Whether the database is away now."""
        return self._looking is not None

    def note(self, error: Exception) -> None:
        """Handle an ``Unavailable`` of the kit; one that only means a busy database is ignored."""
        if getattr(error, "away", False) and self._looking is None:
            self._log(f"{error} ({error.__cause__})")
            self._looking = asyncio.create_task(self._look())
            self._update_pages()

    async def _look(self) -> None:
        while not await asyncio.to_thread(self._answers):
            await asyncio.sleep(_LOOK_SECONDS)
        self._looking = None
        self._update_pages()
        self._show()

    def _update_pages(self) -> None:
        for guest in self._guests:
            guest.client.run_javascript(bar.toggle_away(away=self.now))
