"""How much memory processes take, as Linux tells it."""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_KIB = 1024
_LOOK_AGAIN_SECONDS = 0.02
_PATIENCE_MILLISECONDS = 120_000


def resident(process: int, key: str = "VmRSS") -> int:
    """Return how many bytes a process has taken, 0 when it has ended; ``VmHWM`` is its peak."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * _KIB for line in lines if line.startswith(key)), 0)


def begin_anew(process: int) -> None:
    """Let the peak of a process be what it has taken just now."""
    Path(f"/proc/{process}/clear_refs").write_text("5")


def resident_with_children(process: int) -> int:
    """Return what a process has taken together with all that it has started."""
    return sum(resident(one) for one in (process, *descendants(process)))


def descendants(process: int) -> list[int]:
    """Return the ids of the processes that ``process`` has started, and those that they have."""
    found = []
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = [int(child) for child in path.read_text().split()]
        except OSError:  # it has just ended
            continue
        for child in children:
            found += [child, *descendants(child)]
    return found


class Watched:
    """A process with its children while it is watched: ``peak`` is the most they have taken."""

    def __init__(self, process: int) -> None:
        self.process = process
        self.peak = 0
        self._over = threading.Event()

    def watch(self) -> None:
        """Look again and again until it is over."""
        while not self._over.wait(_LOOK_AGAIN_SECONDS):
            self.peak = max(self.peak, resident_with_children(self.process))

    def end(self) -> None:
        """Look no more."""
        self._over.set()


@contextmanager
def watched(process: int) -> Iterator[Watched]:
    """Watch a process and its children until the block ends."""
    watching = Watched(process)
    thread = threading.Thread(target=watching.watch)
    thread.start()
    try:
        yield watching
    finally:
        watching.end()
        thread.join()


def wait_for_end(process: int) -> None:
    """Wait until a process has ended, whoever has started it."""
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    ended = poll.poll(_PATIENCE_MILLISECONDS)
    os.close(handle)
    assert ended, process
