"""The result of a build for each file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FileState(StrEnum):
    """What a build did with one file."""

    CREATED = "created"
    """It was not there. A file that somebody deleted is made again: the spec says what exists,
    and deleting a file is the way to get rid of hand edits."""

    UPDATED = "updated"
    """Nobody had edited it; it has the new text."""

    UNCHANGED = "unchanged"
    """It has the new text already, and was not touched."""

    KEPT = "kept"
    """It was edited by hand, and the new text brings nothing that is not in it."""

    MERGED = "merged"
    """It was edited by hand, and the new text was worked into it."""

    CONFLICT = "conflict"
    """It was edited by hand where the new text differs too; it was not touched, and the new text
    is in ``beside``. The conflict is over when ``beside`` is deleted or moved over the file, or
    when the file is edited so that the new text can be worked in."""

    REMOVED = "removed"
    """It is not part of the prototype any more, nobody had edited it, and it is gone."""

    SET_ASIDE = "set_aside"
    """It is not part of the prototype any more but was edited by hand: it is in ``beside`` now."""


@dataclass(frozen=True)
class FileResult:
    """One file of a build; paths are below the prototype's folder, with ``/``."""

    path: str
    state: FileState
    beside: str | None = None
