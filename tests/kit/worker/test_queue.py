"""Work stands in a line that does not grow without end, and keeps no other work waiting."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest

from blueprints.kit.worker.queue import FullError, WorkQueue


def in_a_thread(work: Coroutine[Any, Any, None]) -> None:
    """Run ``work`` where no test of a browser that came before has left a loop."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


def test_one_thing_is_done_after_the_other_and_who_comes_too_late_is_told() -> None:
    async def run() -> None:
        queue, may_go_on, at_work = WorkQueue("test", 2), threading.Event(), list[int]()

        def work(number: int) -> int:
            at_work.append(number)
            assert may_go_on.wait(60)
            return number

        both = asyncio.gather(queue.take(partial(work, 1)), queue.take(partial(work, 2)))
        while not at_work:
            await asyncio.sleep(0)
        with pytest.raises(FullError):
            await queue.take(partial(work, 3))
        assert at_work == [1]
        may_go_on.set()
        assert list(await both) == [1, 2]
        assert await queue.take(partial(work, 4)) == 4

    in_a_thread(run())


def test_what_goes_wrong_is_told_and_leaves_its_place_free() -> None:
    async def run() -> None:
        queue = WorkQueue("test", 1)
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                await queue.take(lambda: 1 / 0)
        assert queue.waiting == 0

    in_a_thread(run())
