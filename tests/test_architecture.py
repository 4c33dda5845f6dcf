"""The layers of the generator, as ``[tool.importlinter]`` in pyproject.toml draws them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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
