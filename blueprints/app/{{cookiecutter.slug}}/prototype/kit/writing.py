"""Writing records from a page: others may be writing too, and nobody else is kept waiting.

A database lets one write after the other. Who has to wait for that does so in a thread of its own,
and the server goes on answering everybody else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from nicegui import ui

from .screen import View
from .texts import say

_MOST_WAITING = 8
"""Threads that may wait for the database: each takes a connection, and pages need some as well."""
_PATIENCE_SECONDS = 0.3
"""How long somebody waits before being told why."""
_UNDER_WAY = "writing"
"""What a page remembers while it writes, also when it is built anew meanwhile."""

_threads = ThreadPoolExecutor(_MOST_WAITING, thread_name_prefix="writing")

T = TypeVar("T")


def is_writing(view: View) -> bool:
    """Tell whether the page writes, or has: what is pressed then is the rest of a double click."""
    return _UNDER_WAY in view.memory


async def written(
    view: View, write: Callable[[], T], *, on_wait: Callable[[], object] = lambda: None
) -> T:
    """Return what ``write`` does in a thread of its own; raise what it raises.

    Who calls this leaves the page when it was written: another one shows what came of it.
    ``on_wait`` is called when it takes long enough for somebody to wonder.
    """
    view.memory[_UNDER_WAY] = True
    try:
        writing = asyncio.get_running_loop().run_in_executor(_threads, write)
        _, waiting = await asyncio.wait([writing], timeout=_PATIENCE_SECONDS)
        if waiting:
            on_wait()
            ui.notify(say("frame.writing"), spinner=True, timeout=4000)
        return await writing
    except BaseException:
        view.memory.pop(_UNDER_WAY, None)
        raise
