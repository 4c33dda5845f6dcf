"""Writing records from a page: others may be writing too, and nobody else is kept waiting.

A database lets one write after the other. Who has to wait for that does so in a thread of its own,
and the server goes on answering everybody else.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from nicegui import ui

from ..texts import say
from .memory import Key
from .screen import View

_MOST_WAITING = 8
"""Threads that may wait for the database: each takes a connection, and pages need some as well."""
_PATIENCE_SECONDS = 0.3
"""How long somebody waits before being told why."""
_DOUBLE_CLICK_SECONDS = 0.5
_UNDER_WAY = Key[float]("writing.until")
"""Until when a page takes nothing more, as it remembers also when it is built anew meanwhile."""

_threads = ThreadPoolExecutor(_MOST_WAITING, thread_name_prefix="writing")

T = TypeVar("T")


def is_writing(view: View) -> bool:
    """Tell whether the page writes, or has: what is pressed then is the rest of a double click."""
    until = view.memory.get(_UNDER_WAY)
    return until is not None and time.monotonic() < until


def wait_for_second_click(view: View) -> None:
    """Let the page that shows what was written take nothing until a double click is over."""
    view.memory[_UNDER_WAY] = time.monotonic() + _DOUBLE_CLICK_SECONDS


async def written(
    view: View, write: Callable[[], T], *, on_wait: Callable[[], object] = lambda: None
) -> T:
    """Return what ``write`` does in a thread of its own; raise what it raises.

    Who calls this leaves the page when it was written, or renews it, to show what came of it.
    ``on_wait`` is called when it takes long enough for somebody to wonder.
    """
    view.memory[_UNDER_WAY] = math.inf
    try:
        writing = asyncio.get_running_loop().run_in_executor(_threads, write)
        _, waiting = await asyncio.wait([writing], timeout=_PATIENCE_SECONDS)
        if waiting:
            on_wait()
            ui.notify(say("frame.writing"), spinner=True, timeout=4000)
        return await writing
    except BaseException:
        view.memory.discard(_UNDER_WAY)
        raise
