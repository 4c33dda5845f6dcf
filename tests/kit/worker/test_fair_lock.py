"""Threads take turns in the order in which they came."""

from __future__ import annotations

import threading

from blueprints.kit.worker.fair_lock import FairLock


def test_who_waits_longest_is_next() -> None:
    turns, order = FairLock(), list[int]()

    def take_part(number: int) -> None:
        with turns:
            order.append(number)

    with turns:
        threads = list[threading.Thread]()
        for number in range(6):
            threads.append(threading.Thread(target=take_part, args=(number,)))
            threads[-1].start()
            while len(turns._line) < number + 2:  # it has come for its turn
                pass
    for thread in threads:
        thread.join()
    assert order == list(range(6))
