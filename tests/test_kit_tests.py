"""A prototype takes the tests of its kit along, when that is asked for, and they run there."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.kit_tests import FOLDER, has_kit_tests, kit_tests
from generator.pipeline import Pipeline
from generator.write import FileState
from tests.measure import WHOLE
from tests.prototypes import run_in

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample_specs" / "minimal.yaml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a prototype that was built with the tests of its kit."""
    folder = tmp_path_factory.mktemp("project")
    command = [sys.executable, "-m", "generator", "build", str(SAMPLE), "--with-kit-tests"]
    subprocess.run([*command, "-o", str(folder)], check=True, capture_output=True, cwd=ROOT)
    return folder


def states(folder: Path, *, asked: bool = False) -> dict[str, FileState]:
    """Build once more, and return what became of each file of the tests."""
    built = Pipeline(Blueprints.find()).build(SAMPLE, folder, kit_tests=asked)
    return {file.path: file.state for file in built.files if file.path.startswith(FOLDER)}


PYTEST = ("pytest", "-q", "--tb=short", "-p", "no:cacheprovider")
QUICK = ("test_release.py", "model", "patterns", "store/test_history.py")


def test_they_run_in_the_project_with_its_own_pytest(project: Path) -> None:
    paths = [f"{FOLDER}/kit/{name}" for name in QUICK]
    assert " passed" in run_in(project, *PYTEST, *paths)


@pytest.mark.slow
@pytest.mark.skipif(not WHOLE, reason="takes twenty minutes: SAWARU_TEST_WHOLE=1 runs it")
@pytest.mark.parametrize("which", [(), ("-m", "slow")], ids=["usual", "slow"])
def test_all_of_them_pass_in_the_project(project: Path, which: tuple[str, ...]) -> None:
    assert " passed" in run_in(project, *PYTEST, FOLDER, *which)


def test_slow_ones_run_only_when_they_are_asked_for(project: Path) -> None:
    pictures = f"{FOLDER}/kit/files/test_pictures.py"
    assert " deselected" in run_in(project, *PYTEST, "--collect-only", pictures)
    asked = run_in(project, *PYTEST, "--collect-only", pictures, "-m", "slow")
    assert "::test_" in asked


def test_they_are_linted_and_formatted_there(project: Path) -> None:
    run_in(project, "ruff", "check", "--no-cache", ".")
    run_in(project, "ruff", "format", "--check", "--no-cache", ".")


def test_the_project_says_how_to_run_them(project: Path) -> None:
    assert f"pytest {FOLDER}" in (project / "README.md").read_text(encoding="utf-8")


def test_they_name_nothing_that_only_this_repository_has() -> None:
    sources = {path: source.decode() for path, source in kit_tests().items() if path[-3:] == ".py"}
    found = re.compile(r"^\s*(?:from|import) (?:blueprints|generator|tests)\b", re.MULTILINE)
    assert [path for path, source in sources.items() if found.search(source)] == []
    assert [path for path, source in sources.items() if "blueprints.kit" in source] == []


def test_all_tests_of_the_kit_come_along_but_those_that_are_named_as_left_out() -> None:
    readme = kit_tests()[f"{FOLDER}/README.md"].decode()
    left_out = re.findall(r"^\| `(tests/[^`]+)`", readme, re.MULTILINE)
    assert all((ROOT / path).exists() for path in left_out)
    for path in (ROOT / "tests" / "kit").rglob("*.py"):
        name = path.relative_to(ROOT).as_posix()
        told = name.startswith(tuple(left_out))
        assert (name.replace("tests/", f"{FOLDER}/", 1) in kit_tests()) is not told, name


def test_nobody_gets_them_unasked(tmp_path: Path) -> None:
    assert states(tmp_path) == {}
    assert not has_kit_tests(tmp_path)
    assert FOLDER not in (tmp_path / "README.md").read_text(encoding="utf-8")


def test_later_builds_keep_them_up_to_date_and_edits_too(tmp_path: Path) -> None:
    assert set(states(tmp_path, asked=True).values()) == {FileState.CREATED}
    path = f"{FOLDER}/kit/test_release.py"
    edited = (tmp_path / path).read_bytes() + b"# by hand\n"
    (tmp_path / path).write_bytes(edited)
    again = states(tmp_path)
    assert again.pop(path) is FileState.KEPT
    assert set(again.values()) == {FileState.UNCHANGED}
    assert (tmp_path / path).read_bytes() == edited
    *_, whole = Pipeline(Blueprints.find()).stages(SAMPLE, tmp_path)
    assert path in {file.path for file in whole.files}


def test_who_deletes_them_does_not_get_them_again(tmp_path: Path) -> None:
    states(tmp_path, asked=True)
    for file in sorted((tmp_path / FOLDER).rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    assert states(tmp_path) == {}
    assert states(tmp_path) == {}


def test_the_wheel_has_them_where_they_are_looked_for() -> None:
    hatch = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]
    included = hatch["build"]["targets"]["wheel"]["force-include"]
    ours = {here: there for here, there in included.items() if "_kit_tests/" in there}
    assert ours == {here: f"generator/_kit_{here}" for here in ours}
    from_blueprints = {path.name for path in (ROOT / "blueprints" / FOLDER).iterdir()}
    names = [path.partition("/")[2] for path in kit_tests() if not path.endswith("__init__.py")]
    carried = [f"tests/{name}" for name in names if name not in from_blueprints]
    assert all(path.startswith(tuple(ours)) for path in carried)
