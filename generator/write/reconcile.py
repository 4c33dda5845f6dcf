"""What to do with one file, from its baseline, what stands on disk, and the new text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .merge import merge
from .moved import with_moved_imports
from .results import FileState


@dataclass(frozen=True)
class Sides:
    """The three sides of one file, named by digests; contents are fetched when they are needed.

    ``baseline`` is None for a file that was never ours. ``disk`` is None when nothing stands
    there, and empty for what has no content, such as a link or a folder.
    """

    path: str
    baseline: bytes | None
    disk: bytes | None
    new: bytes
    baseline_content: Callable[[], bytes | None]
    disk_content: Callable[[], bytes]
    new_content: bytes


@dataclass(frozen=True)
class Verdict:
    """What to do: ``content``, where there is one, goes to the file's own place."""

    state: FileState
    content: bytes | None = None


def reconcile(sides: Sides) -> Verdict:
    """Decide what to do with a file. Edits by hand are never overwritten."""
    if sides.disk is None:
        return Verdict(FileState.CREATED, sides.new_content)
    if sides.disk == sides.new:
        return Verdict(FileState.UNCHANGED)
    if sides.baseline is None:
        return Verdict(FileState.CONFLICT)
    if sides.disk == sides.baseline:
        return Verdict(FileState.UPDATED, sides.new_content)
    if sides.new == sides.baseline:
        return Verdict(FileState.KEPT)
    return _merged(sides)


def can_be_merged(content: bytes) -> bool:
    """Tell whether ``content`` is text; what is not, such as a font, needs no baseline to merge."""
    return b"\0" not in content


def _merged(sides: Sides) -> Verdict:
    baseline = sides.baseline_content()
    if baseline is None or not sides.disk:
        return Verdict(FileState.CONFLICT)
    edited = sides.disk_content()
    path = sides.path
    up_to_date = with_moved_imports(path, edited)
    merged = merge(path, up_to_date, with_moved_imports(path, baseline), sides.new_content)
    if merged is None:
        return Verdict(FileState.CONFLICT)
    if merged == edited:
        return Verdict(FileState.KEPT)
    return Verdict(FileState.MERGED, merged)
