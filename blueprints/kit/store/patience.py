"""Waiting for the database without keeping anybody else waiting.

Screens read records where they show them, in plain functions. Such a function that is called by
:func:`patiently` stands still while it waits, and the server answers others meanwhile: SQLAlchemy's
own way between code that waits and code that does not, by greenlets. Called in any other way, it
waits as usual.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from sqlalchemy.util import await_only, greenlet_spawn
from sqlalchemy.util.concurrency import in_greenlet

_AT_ONCE_SECONDS = 0.02
"""How long everybody may wait for a read: most are done sooner, and going away costs more."""
_MOST_READING = 8
"""Threads that may wait for the database at the same time."""

_threads = ThreadPoolExecutor(_MOST_READING, thread_name_prefix="reading")

T = TypeVar("T")
P = ParamSpec("P")


async def patiently(do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what ``do`` returns; others go on while it waits for the database."""
    return await greenlet_spawn(partial(do, *args, **kwargs))


def others_can_go_on() -> bool:
    """Tell whether the function that asks was called by :func:`patiently`."""
    return bool(in_greenlet())


def in_thread(read: Callable[[], T]) -> T:
    """Return what ``read`` returns in a thread of its own; let others go on if that takes long."""
    reading = _threads.submit(read)
    if not _is_done_at_once(reading) and others_can_go_on():
        await_only(asyncio.wait([asyncio.wrap_future(reading)]))
    return reading.result()


def _is_done_at_once(reading: Future[T]) -> bool:
    try:
        reading.exception(_AT_ONCE_SECONDS)
    except TimeoutError:
        return False
    return True
