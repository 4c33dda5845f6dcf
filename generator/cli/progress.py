"""A bar at the foot of the terminal that says how far something is; nothing in a file or a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_WIDTH = 30


class Progress:
    """A bar of ``count`` steps on standard error."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._seen = sys.stderr.isatty()

    def show(self, done: int, doing: str = "", of: int = 0) -> None:
        """Show that ``done`` steps are done, ``of`` so many if that is known better now."""
        self._count = of or self._count
        filled = _WIDTH * done // max(self._count, 1)
        bar = f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {done}/{self._count}"
        self._write(f"\r\x1b[K{bar} {doing}".rstrip(" "))

    def clear(self) -> None:
        """Take the bar away, so that a line can be printed in its place."""
        self._write("\r\x1b[K")

    def _write(self, shown: str) -> None:
        if self._seen:
            sys.stderr.write(shown)
            sys.stderr.flush()


@contextmanager
def progress(count: int) -> Iterator[Progress]:
    """Show a bar of ``count`` steps, and take it away in the end."""
    bar = Progress(count)
    bar.show(0)
    try:
        yield bar
    finally:
        bar.clear()
