"""Whether the database answers: everybody is told when it does not, and when it does again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from . import bar
from .guests import Guests

_LOOK_SECONDS = 1.0


class RecordsAway:
    """Tells the pages of all ``guests`` that the records are away, and looks until they are back.

    ``answers`` tells whether they are, ``tell`` gets why they are not, for the terminal, and
    ``show`` shows what there is when they are.
    """

    def __init__(
        self,
        guests: Guests,
        answers: Callable[[], bool],
        tell: Callable[[str], None],
        show: Callable[[], None],
    ) -> None:
        self._guests = guests
        self._answers = answers
        self._tell = tell
        self._show = show
        self._looking: asyncio.Task[None] | None = None

    @property
    def now(self) -> bool:
        """Whether the records are away now."""
        return self._looking is not None

    def note(self, error: Exception) -> None:
        """Follow an ``Unavailable`` of the kit; one that is only a busy database passes by."""
        if getattr(error, "away", False) and self._looking is None:
            self._tell(f"{error} ({error.__cause__})")
            self._looking = asyncio.create_task(self._look())
            self._say()

    async def _look(self) -> None:
        while not await asyncio.to_thread(self._answers):
            await asyncio.sleep(_LOOK_SECONDS)
        self._looking = None
        self._say()
        self._show()

    def _say(self) -> None:
        for guest in self._guests:
            guest.client.run_javascript(bar.toggle_away(away=self.now))
