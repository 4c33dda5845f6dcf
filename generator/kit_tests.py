"""The tests of the kit, as a project takes them along: those of this repository, with its names.

What is ``tests/`` here is ``kit_tests/`` there, and ``blueprints.kit`` is ``prototype.kit``. What
lets the project's pytest run them comes from ``blueprints/kit_tests/``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.blueprints import built_in, files_in

FOLDER = "kit_tests"
"""Where they are in a project."""

_KIT = "kit"
_NEEDS_THE_GENERATOR = PurePosixPath(_KIT, "kinds")
"""Tests of the screens of a spec, of which the generator makes a prototype first."""
_SHARED = ("memory", "postgresql")
"""Modules that the tests of the kit share with others."""

_KIT_HERE = re.compile(r"\bblueprints(?=\.kit\b)")
_TESTS_HERE = re.compile(rf"(?<![\w./])tests(?=\.(?:{_KIT}|{'|'.join(_SHARED)})\b| import )")


def kit_tests() -> dict[str, bytes]:
    """Return the content of each file by its path in a project."""
    files = dict(_as_they_are()) | dict(_renamed())
    folders = {PurePosixPath(path).parent for path in files}
    return files | {f"{folder}/__init__.py": b"" for folder in folders}


def has_kit_tests(project: Path) -> bool:
    """Tell whether the project in that folder was made with them."""
    return (project / FOLDER / "conftest.py").is_file()


def _as_they_are() -> Iterator[tuple[str, bytes]]:
    for path in files_in(built_in() / FOLDER):
        yield f"{FOLDER}/{path.name}", path.read_bytes()


def _renamed() -> Iterator[tuple[str, bytes]]:
    tests = _tests()
    for path in [*files_in(tests / _KIT), *(tests / f"{name}.py" for name in _SHARED)]:
        name = PurePosixPath(path.relative_to(tests).as_posix())
        if not name.is_relative_to(_NEEDS_THE_GENERATOR):
            source = path.read_text(encoding="utf-8")
            renamed = _TESTS_HERE.sub(FOLDER, _KIT_HERE.sub("prototype", source))
            yield f"{FOLDER}/{name}", renamed.encode()


def _tests() -> Path:
    """Return where the tests are: in the wheel, or beside the package in a checkout."""
    packaged = Path(__file__).parent / "_kit_tests"
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / "tests"
