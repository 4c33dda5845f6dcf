"""What imports what: the layers that pyproject.toml draws, and who reaches into NiceGUI."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from nicegui import Client, app, ui

ROOT = Path(__file__).parents[1]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Lint the imports of the package ``generator`` in ``folder``."""
    lines = "from importlinter.cli import lint_imports_command as lint; lint()"
    return subprocess.run(
        [sys.executable, "-c", lines, "--no-cache"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with the package and its contract, to be broken."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "generator", tmp_path / "generator")
    return tmp_path


def test_imports_go_down_only() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


def test_an_import_that_goes_up_is_refused(copy: Path) -> None:
    with (copy / "generator" / "messages" / "__init__.py").open("a", encoding="utf-8") as module:
        module.write("\nfrom generator.spec import load\n")
    done = lint_imports(copy)
    assert done.returncode == 1
    assert "generator.messages is not allowed to import generator.spec" in done.stdout


def test_a_module_without_a_layer_is_refused(copy: Path) -> None:
    (copy / "generator" / "homeless.py").touch()
    done = lint_imports(copy)
    assert done.returncode == 1
    assert "homeless" in done.stdout


INSIDE = "nicegui_inside.py"
UNDOCUMENTED = {
    "_props",
    "build_middleware_stack",
    "build_response",
    "connect_handlers",
    "disconnect_handlers",
    "expects_arguments",
    "get_stack",
    "instances",
    "next_element_id",
    "on_page_exception",
    "outbox",
    "page_container",
    "sio",
}
"""What NiceGUI's documentation does not promise, beside what begins with an underscore."""
TYPES = {"nicegui", "nicegui.events", "nicegui.element", "nicegui.event_listener"}
"""Modules of NiceGUI that may be imported; the last two give names to types."""


@pytest.fixture(scope="module")
def private() -> set[str]:
    """The names within NiceGUI's pages and elements that begin with an underscore."""
    client = Client(ui.page(""))
    with client:
        parts = [client, client.outbox, ui.input(), ui.label().default_slot, app, app.storage]
    Client.instances.pop(client.id)
    return {name for part in parts for name in dir(part) if re.match("_[a-z]", name)}


def inside_of_nicegui(path: Path, private: set[str]) -> Iterator[str]:
    """Yield what the module at ``path`` uses of NiceGUI's inside."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported = [alias.name for alias in node.names]
        else:
            imported = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        inner = (name for name in imported if name.split(".")[0] == "nicegui")
        yield from (name for name in inner if name not in TYPES)
        if isinstance(node, ast.Attribute):
            is_own = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
            if node.attr in UNDOCUMENTED or (node.attr in private and not is_own):
                yield node.attr


@pytest.mark.parametrize("folder", ["generator", "blueprints/kit"])
def test_the_inside_of_nicegui_is_used_in_one_module_a_side(folder: str, private: set[str]) -> None:
    used = {
        f"{path.relative_to(ROOT).as_posix()}: {name}"
        for path in (ROOT / folder).rglob("*.py")
        if path.name != INSIDE
        for name in inside_of_nicegui(path, private)
    }
    assert used == set()
    assert len(list((ROOT / folder).rglob(INSIDE))) == 1
