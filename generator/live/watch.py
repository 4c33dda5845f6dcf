"""Noticing that files were saved: the spec, the prototype's own files, the blueprints in use."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

_TICK_MS = 500
_STEP_MS = 5
_MEANT = {".py", ".css", ".jinja", ".yaml", ".json"}

Stamp = tuple[int, int, int]
"""When a file was last written, how long it is, and which file it is."""


@dataclass(frozen=True)
class Changes:
    """What was saved: the spec, and other files by their real paths."""

    spec: bool = False
    files: frozenset[Path] = field(default_factory=frozenset)


def changes_of(spec: Path, *folders: Path) -> Iterator[Changes]:
    """Yield what was saved of ``spec`` and below ``folders`` since the call.

    Yields nothing-at-all at least twice a second, so that other things can be looked after.
    """
    found: queue.Queue[Changes] = queue.Queue()
    noticed, edited = saves(spec), edits(folders)

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


def edits(folders: Iterable[Path]) -> Iterator[frozenset[Path]]:
    """Yield the files below ``folders`` that were saved, by real path, at least twice a second.

    What is no source (caches, records, backups of editors) is passed over.
    """
    from watchfiles import watch

    there = [folder.resolve() for folder in folders]
    for folder in there:
        folder.mkdir(parents=True, exist_ok=True)
    for events in watch(
        *there,
        watch_filter=lambda _, path: _is_meant(Path(path)),
        step=_STEP_MS,
        rust_timeout=_TICK_MS,
        yield_on_timeout=True,
    ):
        yield frozenset(Path(path) for _, path in events)


def _is_meant(path: Path) -> bool:
    return path.suffix in _MEANT and "__pycache__" not in path.parts and path.name[0] != "."


def saves(file: Path) -> Iterator[bool]:
    """Yield True each time ``file`` was saved since the call, and False at least twice a second.

    Its folder is watched, as editors save by renaming. Each tick looks at the file as well:
    network drives send no events. A file that is missing in the middle of a save is waited for.
    """
    return _saves(file, stamp_of(file))


def _saves(file: Path, last: Stamp | None) -> Iterator[bool]:
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
        stamp = stamp_of(file)
        yield stamp is not None and stamp != last
        last = stamp or last


def stamp_of(file: Path) -> Stamp | None:
    """Return what changes when ``file`` is saved; None when it is not there."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
