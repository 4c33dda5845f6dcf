"""The golden prototypes: what the samples become, byte by byte, to be read in a review.

``tests/golden/<sample>/`` holds every file that the spec has a say in. The kit, and what else comes
from ``blueprints/shell`` as it is, would be the same bytes once more and is left out.
``python3 start.py golden`` writes the folders anew; look at the difference before you commit it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.blueprints import CACHES, KIT_FOLDER, PROJECT_FOLDER, Blueprints, built_in
from generator.pipeline import Pipeline
from tests.measure import WHOLE
from tests.prototypes import run_in

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
SPECS = sorted((ROOT / "sample_specs").glob("*.yaml"))
SHELL = Blueprints.find().shell / PROJECT_FOLDER

every_sample = pytest.mark.parametrize("spec", SPECS, ids=[path.stem for path in SPECS])


def rendered(spec: Path, folder: Path) -> dict[str, bytes]:
    """Return every file of the prototype of ``spec``, as a process of its own writes it."""
    command = [sys.executable, "-m", "generator", "build", str(spec), "-o", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".sawaru" not in path.parts
    }


def decided_by_the_spec(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if not is_copy(path, content)}


def is_copy(path: str, content: bytes) -> bool:
    if Path(path).is_relative_to(KIT_FOLDER):
        return True
    original = SHELL / path
    return original.is_file() and original.read_bytes() == content


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not CACHES.intersection(path.relative_to(folder).parts)
    }


def write_anew(folder: Path, files: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


@every_sample
def test_a_sample_becomes_its_golden_prototype(
    spec: Path, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    made = decided_by_the_spec(rendered(spec, tmp_path / "made"))
    golden = GOLDEN / spec.stem
    if pytestconfig.getoption("--refresh"):
        write_anew(golden, made)
    assert sorted(made) == sorted(contents(golden)), "python3 start.py golden"
    for path, content in made.items():
        expected = (golden / path).read_text(encoding="utf-8")
        assert content.decode() == expected, f"{path} (python3 start.py golden)"
        assert content == (golden / path).read_bytes()


def test_every_golden_prototype_has_a_sample(pytestconfig: pytest.Config) -> None:
    samples = {path.stem for path in SPECS}
    shown = {path.name for path in GOLDEN.iterdir()}
    for name in shown - samples if pytestconfig.getoption("--refresh") else ():
        shutil.rmtree(GOLDEN / name)
    assert {path.name for path in GOLDEN.iterdir()} == samples


def test_what_golden_prototypes_leave_out_is_in_the_prototype(tmp_path: Path) -> None:
    made = rendered(SPECS[0], tmp_path)
    copied = [path for path in contents(SHELL) if not CACHES.intersection(Path(path).parts)]
    assert set(copied) <= set(made)
    for path in copied:
        if Path(path).is_relative_to(KIT_FOLDER):
            assert made[path] == (SHELL / path).read_bytes()


def test_the_kit_in_this_repository_knows_the_built_in_kinds_as_a_project_does(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    name = "kinds/__init__.py"
    made = rendered(SPECS[0], tmp_path)[(KIT_FOLDER / name).as_posix()]
    kept = built_in() / "kit" / name
    if pytestconfig.getoption("--refresh"):
        kept.write_bytes(made)
    assert made == kept.read_bytes(), "python3 start.py golden"


def test_two_processes_render_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = ROOT / "sample_specs" / "road_report.yaml"
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    first = rendered(spec, tmp_path / "first")
    monkeypatch.setenv("PYTHONHASHSEED", "2")
    assert rendered(spec, tmp_path / "second") == first


def test_one_process_renders_a_sample_the_same_after_another(tmp_path: Path) -> None:
    pipeline = Pipeline(Blueprints.find())
    for name in ("minimal", "road_report"):
        pipeline.build(ROOT / "sample_specs" / f"{name}.yaml", tmp_path / name)
    made = decided_by_the_spec(contents(tmp_path / "road_report"))
    made = {path: content for path, content in made.items() if not path.startswith(".sawaru")}
    assert made == contents(GOLDEN / "road_report")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which samples are built one after the other.

    In one place mypy has to read the kit once only.
    """
    return tmp_path_factory.mktemp("workshop")


@every_sample
def test_a_generated_project_is_linted_and_formatted(spec: Path, tmp_path: Path) -> None:
    rendered(spec, tmp_path)
    run_in(tmp_path, "ruff", "check", "--no-cache", ".")
    run_in(tmp_path, "ruff", "format", "--check", "--no-cache", ".")


@pytest.mark.slow
@every_sample
def test_a_generated_project_is_strictly_typed(spec: Path, workshop: Path) -> None:
    for path in workshop.iterdir():
        if path.name != ".mypy_cache":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    rendered(spec, workshop)
    run_in(workshop, "mypy")


TESTED = [spec for spec in SPECS if WHOLE or spec.stem in {"gallery", "minimal", "meeting_room_en"}]
"""The gallery has every kind of field and screen; the larger ones take minutes each."""


@pytest.mark.slow
@pytest.mark.parametrize("spec", TESTED, ids=[path.stem for path in TESTED])
def test_the_tests_of_a_generated_project_pass(spec: Path, tmp_path: Path) -> None:
    rendered(spec, tmp_path)
    run_in(tmp_path, "pytest", "-q", "--tb=short", "-p", "no:cacheprovider")
