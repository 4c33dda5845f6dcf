"""Writes what the room decides into the spec, one after the other, without making a page wait."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator.decide.actions import Action
from generator.decide.write import (
    Outcome,
    Waits,
    Written,
    apply_waiting,
    carry_out,
    journal_path,
    let_go,
)
from generator.messages import text


class Scribe:
    """The one writer of this process; other processes are kept apart by a lock on the spec.

    ``kept`` is called when something has to wait for the spec: then no change of it tells. ``read``
    reads the spec: it is done as soon as something is written, while the others still build.
    """

    def __init__(
        self, spec: Path, kept: Callable[[], None], read: Callable[[], object] = lambda: None
    ) -> None:
        self.spec = spec
        self._kept = kept
        self._read = read
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="scribe")

    async def write(self, actions: Sequence[Action]) -> Outcome:
        """Write ``actions``, all or none. Raises OSError when the file can't be written."""
        written = await self._done(lambda: carry_out(self.spec, list(actions)))
        self._thread.submit(self._read)
        outcome = written.outcomes[0]
        if isinstance(outcome, Waits):
            self._kept()
        return outcome

    async def forget(self, actions: Sequence[Action]) -> None:
        """Let go of what could not be written. Raises OSError."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, let_go, self.spec, list(actions))
        self._kept()

    def catch_up(self) -> None:
        """Write what had to wait while the spec was broken; nothing happens when nothing did."""
        if journal_path(self.spec).exists():
            self._thread.submit(self._catch_up)

    async def _done(self, write: Callable[[], Written]) -> Written:
        written = await asyncio.get_running_loop().run_in_executor(self._thread, write)
        _tell_engineer(written)
        return written

    def _catch_up(self) -> None:
        try:
            _tell_engineer(apply_waiting(self.spec))
        except OSError as error:  # what waits goes on waiting
            print(text("workshop.not_written", error=error), file=sys.stderr, flush=True)


def _tell_engineer(written: Written) -> None:
    """Say on the terminal what was set aside: somebody must compare it."""
    for path in written.set_aside:
        print(text("decide.set_aside", file=path), file=sys.stderr, flush=True)
