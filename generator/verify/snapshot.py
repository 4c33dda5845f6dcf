"""A copy of a prototype in which its tests run, so that what they see stays as it is meanwhile.

While the same prototype is served live, its files may change at any moment. The copy is kept and
only brought up to date the next time, with what Python compiled for it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.blueprints import CACHES

_PARTS = ("main.py", "pyproject.toml", "prototype", "tests")


def take_snapshot(prototype: Path, copy: Path) -> None:
    """Make ``copy`` hold the program and the tests of ``prototype`` as they are now."""
    wanted = {path.relative_to(prototype) for path in _files(prototype)}
    copy.mkdir(parents=True, exist_ok=True)
    for path in {path.relative_to(copy) for path in _files(copy)} - wanted:
        (copy / path).unlink()
    for path in sorted(wanted):
        if not _same(prototype / path, copy / path):
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(prototype / path, copy / path)


def _files(folder: Path) -> Iterator[Path]:
    for part in _PARTS:
        path = folder / part
        found = path.rglob("*") if path.is_dir() else [path]
        for file in found:
            if file.is_file() and not CACHES.intersection(file.relative_to(folder).parts):
                yield file


def _same(one: Path, other: Path) -> bool:
    """Compare contents: two saves within a second may have the same time and the same size."""
    try:
        return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
    except FileNotFoundError:
        return False
