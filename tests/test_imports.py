"""No circle of imports: what a module needs is understood before the module is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.imports import circle, imports

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("types", [False, True], ids=["at_run_time", "for_types_too"])
@pytest.mark.parametrize("package", ["blueprints.kit", "generator"])
def test_no_modules_import_each_other(package: str, types: bool) -> None:
    graph = imports(ROOT, package, types=types)
    assert len(graph) > 100
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
