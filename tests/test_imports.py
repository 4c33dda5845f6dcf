"""No circle of imports: what a module needs is understood before the module is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.imports import circle, imports

ROOT = Path(__file__).parents[1]

STILL_IN_A_CIRCLE = {
    "generator.spec.blocks",
    "generator.spec.compose",
    "generator.spec.problems",
    "generator.spec.source",
}
"""Modules that name each other for types only; none may be added."""


@pytest.mark.parametrize("package", ["blueprints.kit", "generator"])
def test_no_modules_import_each_other(package: str) -> None:
    graph = imports(ROOT, package, types=False)
    assert len(graph) > 100
    assert circle(graph) == []


def test_no_modules_of_the_kit_name_each_other_for_types() -> None:
    assert circle(imports(ROOT, "blueprints.kit", types=True)) == []


def test_no_more_modules_of_the_generator_name_each_other_for_types() -> None:
    graph = imports(ROOT, "generator", types=True)
    for name in STILL_IN_A_CIRCLE:
        graph[name] -= STILL_IN_A_CIRCLE
    assert circle(graph) == []


BACK = {
    "a name of a module": "from .a import x",
    "a module": "from . import a",
    "from the package above": "from ..made import a",
    "by its full name": "from made.a import x",
    "as a whole": "import made.a",
    "in a function": "def late() -> None:\n    from .a import x",
    "for types": "if TYPE_CHECKING:\n    from .a import x",
    "for types, at length": "if typing.TYPE_CHECKING:\n    from .a import x",
    "where it is not for types": "if TYPE_CHECKING:\n    pass\nelse:\n    from .a import x",
}


@pytest.mark.parametrize("back", BACK.values(), ids=BACK)
def test_a_circle_is_found_however_it_is_closed(tmp_path: Path, back: str) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    for name, text in {"__init__": "", "a": "from . import b", "b": back}.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    found = circle(imports(tmp_path, "made", types=True))
    assert set(found) == {"made.a", "made.b"}
    only_for_types = back.startswith("if") and "else" not in back
    assert bool(circle(imports(tmp_path, "made", types=False))) != only_for_types
