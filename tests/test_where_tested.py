"""Every module is tested by the file that has its name, or README.md says by which else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePath

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = {"generator": "tests", "blueprints/kit": "tests/kit"}
TABLE = re.findall(
    r"^\| (`.+`) \| (`.+`) \|$", (ROOT / "tests/README.md").read_text(encoding="utf-8"), re.M
)
ROWS = [(re.findall(r"`([^`]+)`", left), re.findall(r"`([^`]+)`", right)) for left, right in TABLE]
NAMED = [name for names, _ in ROWS for name in names]


def mirrored() -> Iterator[tuple[str, bool]]:
    """Yield every module, and whether a file of tests has its name."""
    for package, tests in PACKAGES.items():
        for path in sorted((ROOT / package).rglob("*.py")):
            if path.name != "__init__.py":
                below = path.relative_to(ROOT / package)
                mirror = ROOT / tests / below.with_name(f"test_{below.name}")
                yield path.relative_to(ROOT).as_posix(), mirror.is_file()


MODULES = dict(mirrored())


def test_it_is_known_where_each_module_is_tested() -> None:
    others = [module for module, has_tests in MODULES.items() if not has_tests]
    assert others
    assert [path for path in others if not any(PurePath(path).match(name) for name in NAMED)] == []


@pytest.mark.parametrize(("names", "tests"), ROWS, ids=[names[0] for names, _ in ROWS])
def test_what_a_row_names_is_there(names: list[str], tests: list[str]) -> None:
    assert [name for name in names if not any(PurePath(path).match(name) for path in MODULES)] == []
    assert [path for path in tests if not (ROOT / path).is_file()] == []
    assert all(Path(path).name.startswith("test_") for path in tests)
