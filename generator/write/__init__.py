"""Writes generated files to disk without losing the edits of people.

The last generated text of every file is its baseline. A file that still is its baseline gets the
new text; when the new text is the baseline, the edited file stays; else the change is merged
into it, and where that is not possible the file stays and the new text lies beside it. Nothing
that somebody typed is ever overwritten or deleted.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .baselines import open_baselines
from .build import Build
from .folder import STATE_FOLDER, Folder, LeavesFolderError
from .folder_lock import BusyError, locked
from .results import FileResult, FileState

__all__ = [
    "STATE_FOLDER",
    "BusyError",
    "FileResult",
    "FileState",
    "LeavesFolderError",
    "locked",
    "write",
]

_PATIENCE_SECONDS = 10
_MOST_ROUNDS = 100


def write(files: Mapping[str, bytes], out: Path, *, spare: str = "") -> tuple[FileResult, ...]:
    """Make ``out`` hold ``files`` (content by path below it) and return the result for each.

    Files of ``out`` that no build made are left alone, and so are those of an earlier build whose
    paths begin with ``spare``. Raises LeavesFolderError, before anything
    is written, when a path leaves ``out``; BusyError when another process writes there for long;
    OSError when the disk refuses.
    """
    folder = Folder(out)
    folder.check(files)
    ignored = folder.state / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*.lock\n*-journal\n*.damaged\n")
    with (
        locked(folder.state / "write.lock", patience=_PATIENCE_SECONDS),
        open_baselines(folder.state / "baselines.db") as baselines,
    ):
        results: dict[str, FileResult] = {}
        for _ in range(_MOST_ROUNDS):
            results = dict(Build(folder, baselines, files, spare).run()) | results
            if results.keys() >= files.keys():
                return tuple(results[path] for path in sorted(results))
    raise OSError(f"files in {out} change all the time")
