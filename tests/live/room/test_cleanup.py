"""Clearing away waits until nobody does."""

from __future__ import annotations

import time
import weakref

from generator.live.room.cleanup import Cleanup


class Page:
    """Holds itself, as elements of a page do."""

    def __init__(self) -> None:
        self.myself = self


def test_a_page_that_is_gone_is_cleared_away_when_it_is_quiet_and_worth_it() -> None:
    cleanup = Cleanup()
    gone = weakref.ref(Page())
    now = time.monotonic()
    cleanup.postpone()
    assert not cleanup.run_if_due(now + 1, rounds=50)
    assert not cleanup.run_if_due(now + 60, rounds=1)
    assert cleanup.run_if_due(now + 60, rounds=50)
    assert gone() is None


def test_very_much_is_cleared_away_even_when_it_is_never_quiet() -> None:
    cleanup = Cleanup()
    cleanup.postpone()
    assert cleanup.run_if_due(time.monotonic(), rounds=1000)
