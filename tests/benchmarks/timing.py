"""Times work of two kinds side by side: as a clock on the wall sees it, and in the processor."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Spent:
    """Seconds on the wall, and seconds of processor time, child processes included."""

    wall: float
    processor: float

    def line(self, beside: Spent | None = None) -> str:
        """Return the seconds, and how many times those of ``beside`` they are."""
        said = f"{self.wall:8.3f} s wall {self.processor:8.3f} s cpu"
        if beside is None:
            return said
        ratio = (
            f"{self.wall / beside.wall:6.2f} x wall {self.processor / beside.processor:6.2f} x cpu"
        )
        return f"{said}  {ratio}"


def spent(work: Callable[[], object]) -> Spent:
    """Do ``work`` and return what it took."""
    wall, processor = time.perf_counter(), _processor()
    work()
    return Spent(time.perf_counter() - wall, _processor() - processor)


def middle(all_spent: list[Spent]) -> Spent:
    """Return the medians."""
    return Spent(median(one.wall for one in all_spent), median(one.processor for one in all_spent))


def load() -> str:
    """Return how busy the machine is: what else runs makes every figure larger."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
