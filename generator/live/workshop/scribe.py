"""Writes what the room decides into the spec, one after the other, without making a page wait."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator.decide.actions import Action
from generator.decide.write import Outcome, Written, apply_waiting, carry_out, journal_path


class Scribe:
    """The one writer of this process; other processes are kept apart by a lock on the spec."""

    def __init__(self, spec: Path) -> None:
        self.spec = spec
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="scribe")

    async def write(self, actions: Sequence[Action]) -> Outcome:
        """Write ``actions``, all or none. Raises OSError when the file can't be written."""
        loop = asyncio.get_running_loop()
        written: Written = await loop.run_in_executor(
            self._thread, carry_out, self.spec, list(actions)
        )
        return written.outcomes[0]

    def catch_up(self) -> None:
        """Write what had to wait while the spec was broken; nothing happens when nothing did."""
        if journal_path(self.spec).exists():
            self._thread.submit(apply_waiting, self.spec)
