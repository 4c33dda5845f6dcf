"""A queue for the worker process: its work waits in a thread of its own and holds up nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class FullError(Exception):
    """So many are waiting already that it would take too long."""


class WorkQueue:
    """Does one piece of work after another; at most ``most`` may be there at a time.

    Pages answer meanwhile. Other threads of the server are not needed for it: those write records
    and hand out files, and must not all wait here.
    """

    def __init__(self, name: str, most: int) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._most = most
        self.waiting = 0

    async def take(self, work: Callable[[], T]) -> T:
        """Return what ``work`` does when it is its turn; raise what it raises, or FullError."""
        if self.waiting >= self._most:
            raise FullError
        self.waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)
        finally:
            self.waiting -= 1
