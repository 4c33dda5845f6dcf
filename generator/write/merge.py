"""Working a new text into a file that was edited by hand."""

from __future__ import annotations

import subprocess
import tempfile
import warnings
from pathlib import Path


def merge(path: str, edited: bytes, baseline: bytes, new: bytes) -> bytes | None:
    """Return ``edited`` with the changes from ``baseline`` to ``new``; None is a conflict.

    Both changing the same lines is a conflict, and so are a Python file that would not compile
    afterwards, a binary file, and git not being there. Line ends stay those of ``edited``: an
    editor or git on Windows may have changed all of them.
    """
    windows_ends = b"\r\n" in edited and b"\r\n" not in baseline
    if windows_ends:
        edited = edited.replace(b"\r\n", b"\n")
    merged = _merged_lines(edited, baseline, new)
    if merged is None or (path.endswith(".py") and not _compiles(merged, path)):
        return None
    return merged.replace(b"\n", b"\r\n") if windows_ends else merged


def _merged_lines(edited: bytes, baseline: bytes, new: bytes) -> bytes | None:
    if edited == baseline:
        return new
    with tempfile.TemporaryDirectory() as aside:
        for name, content in (("edited", edited), ("baseline", baseline), ("new", new)):
            Path(aside, name).write_bytes(content)
        try:
            done = subprocess.run(
                ["git", "merge-file", "-p", "-q", "edited", "baseline", "new"],
                cwd=aside,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            return None
    return done.stdout if done.returncode == 0 else None


def _compiles(source: bytes, path: str) -> bool:
    try:
        with warnings.catch_warnings(action="ignore"):
            compile(source, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError):
        return False
    return True
