"""Writes what the room decides into the spec, one after the other, without making a page wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from generator.decide.actions import Action
from generator.decide.attempt import Outcome, Waits
from generator.decide.journal import Batch
from generator.decide.report import attention_lines, put_back_line
from generator.decide.write import (
    Written,
    apply_waiting,
    carry_out,
    journal_path,
    let_go,
    needing_attention,
    restore,
)
from generator.live.watch import Stamp, stamp_of
from generator.messages import text

_LOOK_SECONDS = 2.0

_T = TypeVar("_T")


class Scribe:
    """The one writer of this process; other processes are kept apart by a lock on the spec.

    ``kept`` is called when something has to wait for the spec, or needs an answer from somebody:
    then the spec itself does not change. ``read`` reads the spec: that is done as soon as something
    is written, while the others still build. ``log`` gets what the engineer is to read.
    """

    def __init__(
        self,
        spec: Path,
        kept: Callable[[], None],
        read: Callable[[], object] = lambda: None,
        log: Callable[[str], None] = print,
    ) -> None:
        self.spec = spec
        self.asked: list[Batch] = []
        self._kept = kept
        self._read = read
        self._log = log
        self._looked_at: Stamp | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="scribe")

    async def write(self, actions: Sequence[Action]) -> Outcome:
        """Write ``actions``, all or none. Raises OSError when the file can't be written."""
        return await self._done(lambda: carry_out(self.spec, list(actions)))

    async def restore(self, batch: Batch) -> Outcome:
        """Write again what a save dropped or what could not be written. Raises OSError."""
        return await self._done(lambda: restore(self.spec, [batch]))

    async def forget(self, batch: Batch) -> None:
        """Let go of what could not be written. Raises OSError."""
        await self._in_thread(lambda: let_go(self.spec, batch.actions))
        await self._in_thread(self._look_for_asked)
        self._kept()

    def catch_up(self) -> None:
        """Write what had to wait while the spec was broken, put back what a save has dropped.

        Called after every save. What needs an answer is logged each time until it has one.
        """
        if journal_path(self.spec).exists():
            asyncio.get_running_loop().create_task(self._caught_up())

    async def keep_looking(self) -> None:
        """Notice what other processes answer: that changes the journal, not the spec."""
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            if stamp_of(journal_path(self.spec)) != self._looked_at:
                await self._look()

    async def _done(self, write: Callable[[], Written]) -> Outcome:
        written = await self._in_thread(write)
        self._log_written(written)
        self._thread.submit(self._read)
        outcome = written.outcomes[0]
        if isinstance(outcome, Waits):
            self._kept()
        return outcome

    async def _caught_up(self) -> None:
        try:
            self._log_written(await self._in_thread(lambda: apply_waiting(self.spec)))
        except OSError as error:  # what waits goes on waiting
            self._log(text("workshop.not_written", error=error))
            return
        await self._look()
        for line in attention_lines(self.spec, self.asked):
            self._log(line)

    async def _look(self) -> None:
        """Look up what needs an answer from somebody, and show it if that changed."""
        before = self.asked
        await self._in_thread(self._look_for_asked)
        if [batch.id for batch in self.asked] != [batch.id for batch in before]:
            self._kept()

    def _look_for_asked(self) -> None:
        looked_at = stamp_of(journal_path(self.spec))
        try:
            self.asked = needing_attention(self.spec)
        except OSError:  # an editor is just renaming it: it is there at the next look
            return
        self._looked_at = looked_at

    async def _in_thread(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _log_written(self, written: Written) -> None:
        """Log what was put back, and what was set aside: somebody must compare that."""
        if written.put_back:
            self._log(put_back_line(written.put_back))
        for path in written.set_aside:
            self._log(text("decide.set_aside", file=path))
