"""Noticing that files were saved: the spec, the prototype's own files, the blueprints in use."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

_TICK_MS = 500
_STEP_MS = 5
_UNWATCHED = (OSError, RuntimeError)
"""What watching raises when inotify's instances or watches are used up, or it is switched off."""

_POLL_MS = 300
"""How often files are polled where the system sends no events about changes."""
_MEANT = {".py", ".css", ".jinja", ".yaml", ".json"}

Stamp = tuple[int, int, int]
"""When a file was last written, how long it is, and which file it is."""


@dataclass(frozen=True)
class Changes:
    """What was saved: the spec, and other files by their real paths."""

    spec: bool = False
    files: frozenset[Path] = field(default_factory=frozenset)


def do_nothing() -> None:
    """Ignore that files have to be polled."""


def changes_of(
    spec: Path, *folders: Path, on_polling: Callable[[], None] = do_nothing
) -> Iterator[Changes]:
    """Yield what was saved of ``spec`` and below ``folders`` since the call.

    Yields empty changes at least twice a second, so that the caller can look after other things.
    ``on_polling`` is called once when the system sends no events about changes, so that all files
    have to be polled.
    """
    found: queue.Queue[Changes] = queue.Queue()
    once = _Once(on_polling)
    noticed, edited = saves(spec, once), edits(folders, once)

    def hand_on_saves() -> None:
        for saved in noticed:
            if saved:
                found.put(Changes(spec=True))

    def hand_on_edits() -> None:
        for files in edited:
            if files:
                found.put(Changes(files=files))

    for hand_on in (hand_on_saves, hand_on_edits):
        threading.Thread(target=hand_on, daemon=True).start()
    return _ticking(found)


def _ticking(found: queue.Queue[Changes]) -> Iterator[Changes]:
    while True:
        try:
            yield found.get(timeout=_TICK_MS / 1000)
        except queue.Empty:
            yield Changes()


class _Once:
    """Calls ``callback`` the first time that it is called, from whichever thread."""

    def __init__(self, callback: Callable[[], None]) -> None:
        self._callback = callback
        self._called = False
        self._lock = threading.Lock()

    def __call__(self) -> None:
        with self._lock:
            called, self._called = self._called, True
        if not called:
            self._callback()


def edits(
    folders: Iterable[Path], on_polling: Callable[[], None] = do_nothing
) -> Iterator[frozenset[Path]]:
    """Yield the files below ``folders`` that were saved, by real path, at least twice a second.

    What is no source (caches, records, backups of editors) is skipped. ``on_polling`` is called
    when the files have to be polled, as the system sends no events.
    """
    there = [folder.resolve() for folder in folders]
    for folder in there:
        folder.mkdir(parents=True, exist_ok=True)
    try:
        yield from _edits(there, force_polling=None)
    except _UNWATCHED:
        on_polling()
        yield from _edits(there, force_polling=True)


def _edits(folders: list[Path], *, force_polling: bool | None) -> Iterator[frozenset[Path]]:
    from watchfiles import watch

    for events in watch(
        *folders,
        watch_filter=lambda _, path: _is_meant(Path(path)),
        step=_STEP_MS,
        rust_timeout=_TICK_MS,
        yield_on_timeout=True,
        force_polling=force_polling,
        poll_delay_ms=_POLL_MS,
    ):
        yield frozenset(Path(path) for _, path in events)


def _is_meant(path: Path) -> bool:
    return path.suffix in _MEANT and "__pycache__" not in path.parts and path.name[0] != "."


def saves(file: Path, on_polling: Callable[[], None] = do_nothing) -> Iterator[bool]:
    """Yield True each time ``file`` was saved since the call, and False at least twice a second.

    Its folder is watched, as editors save by renaming. Each tick looks at the file as well:
    network drives send no events. A file that is missing in the middle of a save is waited for.
    ``on_polling`` is called when the file has to be polled, as the system sends no events.
    """
    return _saves(file, stamp_of(file), on_polling)


def _saves(file: Path, last: Stamp | None, on_polling: Callable[[], None]) -> Iterator[bool]:
    for _ in _ticks(file, on_polling):
        stamp = stamp_of(file)
        yield stamp is not None and stamp != last
        last = stamp or last


def _ticks(file: Path, on_polling: Callable[[], None]) -> Iterator[object]:
    """Yield when ``file`` may have changed, and at least twice a second."""
    from watchfiles import watch

    folders = {file.parent.absolute(), file.resolve().parent}
    names = {file.name, file.resolve().name}
    try:
        yield from watch(
            *folders,
            watch_filter=lambda _, path: Path(path).name in names,
            step=_STEP_MS,
            rust_timeout=_TICK_MS,
            yield_on_timeout=True,
            recursive=False,
        )
    except _UNWATCHED:
        on_polling()
        while True:
            yield None
            time.sleep(_POLL_MS / 1000)


def stamp_of(file: Path) -> Stamp | None:
    """Return what changes when ``file`` is saved; None when it is not there."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
