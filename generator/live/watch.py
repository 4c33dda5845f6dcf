"""Noticing that a file was saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_TICK_MS = 500
_STEP_MS = 20


def saves(file: Path) -> Iterator[bool]:
    """Yield True each time ``file`` was saved since the call, and False at least twice a second.

    Its folder is watched, as editors save by renaming. Each tick looks at the file as well:
    network drives send no events. A file that is missing in the middle of a save is waited for.
    """
    return _saves(file, _stamp(file))


def _saves(file: Path, last: tuple[int, int, int] | None) -> Iterator[bool]:
    from watchfiles import watch

    folders = {file.parent.absolute(), file.resolve().parent}
    names = {file.name, file.resolve().name}
    for _ in watch(
        *folders,
        watch_filter=lambda _, path: Path(path).name in names,
        step=_STEP_MS,
        rust_timeout=_TICK_MS,
        yield_on_timeout=True,
        recursive=False,
    ):
        stamp = _stamp(file)
        yield stamp is not None and stamp != last
        last = stamp or last


def _stamp(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
