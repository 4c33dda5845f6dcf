"""One git commit of the spec and of nothing else, for those who wish it."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path


class CommitError(Exception):
    """The commit could not be made; ``output`` is what git printed about it."""

    def __init__(self, output: str) -> None:
        super().__init__(output)
        self.output = output


def is_in_repository(spec: Path) -> bool:
    """Tell whether ``spec`` is in the work tree of a git repository, and git is there."""
    try:
        return _git(spec, "rev-parse", "--is-inside-work-tree").strip() == "true"
    except CommitError:
        return False


def commit(spec: Path, message: str) -> None:
    """Commit ``spec`` as it is now; what else is staged stays staged. Raises CommitError."""
    path = spec.resolve()
    _git(spec, "add", "--intent-to-add", "--", str(path))
    _git(spec, "commit", "--quiet", "--only", "--file", "-", "--", str(path), words=message)


def _git(spec: Path, *words_: str, words: str = "") -> str:
    arguments: Sequence[str] = ("git", "-C", str(spec.resolve().parent), *words_)
    try:
        done = subprocess.run(
            arguments, input=words.encode(), capture_output=True, check=False, timeout=120
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CommitError(str(error)) from None
    if done.returncode:
        output = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        raise CommitError(output)
    return done.stdout.decode("utf-8", "replace")
