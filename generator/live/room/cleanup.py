"""Runs full garbage collections at moments when nobody is waiting for the room.

Python would run them by itself now and then; with hundreds of pages open one takes a second, and
sooner or later it would delay a change that is to be shown.
"""

from __future__ import annotations

import asyncio
import gc
import time

_YOUNG, _MIDDLE, _NEVER = 700, 10, 1 << 30
_LOOK_SECONDS = 1.0
_QUIET_SECONDS = 2.0
_WORTH_IT = 40
"""Collections of young objects (7,000 each) from which on a full one is worth it."""
_TOO_MANY = 80
"""Those from which on it can't wait any longer: they hold some fifty megabytes."""


class Cleanup:
    """Decides when to run a full collection; :meth:`postpone` says that somebody is at work."""

    def __init__(self) -> None:
        self._postponed_at = 0.0

    def begin(self) -> None:
        """Exempt what was imported for good, and collect the rest whenever the room is quiet."""
        gc.freeze()
        gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
        self._task = asyncio.create_task(self._run())

    def postpone(self) -> None:
        """Put the next collection off, as something is going on in the room."""
        self._postponed_at = time.monotonic()

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            self.run_if_due(time.monotonic(), gc.get_count()[2])

    def run_if_due(self, now: float, rounds: int) -> bool:
        """Run a full collection if it is time for one; return whether it was."""
        quiet = now - self._postponed_at >= _QUIET_SECONDS
        if rounds < (_WORTH_IT if quiet else _TOO_MANY):
            return False
        gc.collect()
        return True
