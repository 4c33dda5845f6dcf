"""What this process may take: memory and processor time, as far as the system can limit them.

Linux limits memory; macOS does not, and Windows knows none of this. There the tasks' own limits on
sides, areas, cells and unpacked bytes must do, and the server ends a process that takes too long.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

_NICE = 5
_FIRST_TO_GO = "500"
"""Where the system must end some process for want of memory, it is this rather than the server."""
_TOO_MUCH_KEPT = 48_000_000
_HIGHEST_PEAK = 160_000_000
_ON_LINUX = Path("/proc/self")


def give_way() -> None:
    """Let pages go first, and leave no dump of a crash behind."""
    with suppress(OSError):
        (_ON_LINUX / "oom_score_adj").write_text(_FIRST_TO_GO)
    if sys.platform != "win32":
        import resource

        os.nice(_NICE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def bound(memory: int, processor_seconds: int) -> None:
    """Let this process take so much more memory (bytes) and time than it has taken by now."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + processor_seconds)
        if held := _memory(0):
            _lower(resource.RLIMIT_AS, held + memory)


def has_grown(since: int) -> bool:
    """Tell whether so much memory stays taken that only the end of this process gives it back."""
    if held := resident():
        return held - since > _TOO_MUCH_KEPT
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > _HIGHEST_PEAK
    return False


def resident() -> int:
    """Return how many bytes of memory this process has taken; 0 where the system does not say."""
    return _memory(1)


def _memory(place: int) -> int:
    try:
        pages = int((_ON_LINUX / "statm").read_text().split()[place])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


if sys.platform != "win32":

    def _lower(kind: int, wanted: int) -> None:
        """Set a limit, which may not be above the one that the process was started with."""
        import resource

        _, hard = resource.getrlimit(kind)
        within = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (within, hard))
