"""The docstrings of packages map their modules: none is missing, and none is named that is gone."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "package",
    ["generator/live", "generator/live/room", "generator/live/workshop", "generator/decide"],
)
def test_a_map_names_every_module_once_and_nothing_else(package: str) -> None:
    folder = ROOT / package
    text = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    assert text is not None
    entries = " ".join(re.findall(r"^- ([^\n]+)", text, re.MULTILINE))
    named = re.findall(r"``(\w+)``", entries)
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    packages = {path.parent.name for path in folder.glob("*/__init__.py")}
    assert sorted(named) == sorted(modules | packages)
    assert set(re.findall(r"``(\w+)``", text)) == set(named)
