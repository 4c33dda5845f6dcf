"""Clears away what is no longer used, at moments when nobody waits for the room.

Python looks through all there is now and then; with hundreds of pages open that takes a second,
and would sooner or later fall into the moment in which a change is to be shown.
"""

from __future__ import annotations

import asyncio
import gc
import time

_YOUNG, _MIDDLE, _NEVER = 700, 10, 1 << 30
_LOOK_SECONDS = 1.0
_QUIET_SECONDS = 2.0
_WORTH_IT = 40
"""From so many rounds of young objects on (7,000 each) a look through everything is worth it."""
_TOO_MANY = 80
"""From so many on it can't wait any longer: they hold some fifty megabytes."""


class Tidy:
    """Decides when to look through everything; ``touch`` tells that somebody is at work."""

    def __init__(self) -> None:
        self._touched = 0.0

    def begin(self) -> None:
        """Leave what was imported alone for good, and look through the rest when it is quiet."""
        gc.freeze()
        gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
        self._task = asyncio.create_task(self._run())

    def touch(self) -> None:
        """Put it off: something happens in the room."""
        self._touched = time.monotonic()

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            self.look(time.monotonic(), gc.get_count()[2])

    def look(self, now: float, rounds: int) -> bool:
        """Look through everything if it is time for that; tell whether it was."""
        quiet = now - self._touched >= _QUIET_SECONDS
        if rounds < (_WORTH_IT if quiet else _TOO_MANY):
            return False
        gc.collect()
        return True
