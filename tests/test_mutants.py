"""The generated tests are worth having: nearly every way to break a prototype makes one fail."""

from __future__ import annotations

import compileall
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest

from generator.blueprints import Blueprints
from generator.pipeline import Pipeline
from tests.measure import WHOLE
from tests.mutants.mutants import MUTANTS, Mutant
from tests.prototypes import outside_of_pytest

SPEC = Path(__file__).parent / "mutants" / "lending.yaml"
LEAST_CAUGHT = 0.95
AT_A_TIME = 2

EVERY = 1 if WHOLE else 4
"""Of so many ways to break it one is tried."""

TRIED = MUTANTS[::EVERY]


@pytest.fixture(scope="module")
def prototypes(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Path]:
    """Return prototypes that are the same: tests mostly wait, so that several run at a time."""
    return [build(tmp_path_factory.mktemp("lending")) for _ in range(AT_A_TIME)]


def build(folder: Path) -> Path:
    built = Pipeline(Blueprints.find()).build(SPEC, folder)
    assert [problem.as_text("en") for problem in built.loaded.errors] == []
    compileall.compile_dir(folder, quiet=1)
    return folder


@contextmanager
def broken(prototype: Path, mutant: Mutant) -> Iterator[None]:
    """Let the prototype be what ``mutant`` makes of it."""
    path = prototype / "prototype" / mutant.path
    source = path.read_text(encoding="utf-8")
    assert mutant.right in source, f"{mutant.what}: {mutant.path} reads otherwise now"
    path.write_text(source.replace(mutant.right, mutant.wrong, 1), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(source, encoding="utf-8")


def run_tests(prototype: Path, modules: Sequence[str]) -> subprocess.CompletedProcess[str]:
    environment = outside_of_pytest()
    command = [sys.executable, "-m", "pytest", "-q", "--tb=line", "--maxfail=1"]
    return subprocess.run(
        [*command, "-p", "no:cacheprovider", *(f"tests/test_{name}.py" for name in modules)],
        cwd=prototype,
        # What is compiled from a broken file must not outlive it.
        env=environment | {"PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def test_every_way_to_break_it_is_possible(tmp_path: Path) -> None:
    prototype = build(tmp_path)
    gone = [
        mutant.what
        for mutant in MUTANTS
        if mutant.right not in (prototype / "prototype" / mutant.path).read_text(encoding="utf-8")
    ]
    assert gone == []


@pytest.mark.slow
def test_the_prototype_passes_as_long_as_nothing_is_broken(prototypes: Sequence[Path]) -> None:
    modules = {name for mutant in MUTANTS for name in mutant.tests}
    done = run_tests(prototypes[0], sorted(modules))
    assert done.returncode == 0, done.stdout


def is_caught(mutant: Mutant, free: Queue[Path]) -> bool:
    prototype = free.get()
    with broken(prototype, mutant):
        done = run_tests(prototype, mutant.tests)
    free.put(prototype)
    print(f"{mutant.what}: {done.stdout.strip().splitlines()[-1]}", flush=True)
    return done.returncode != 0


@pytest.mark.slow
def test_nearly_every_way_to_break_it_is_caught(prototypes: Sequence[Path]) -> None:
    free: Queue[Path] = Queue()
    for prototype in prototypes:
        free.put(prototype)
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        caught = list(pool.map(lambda mutant: is_caught(mutant, free), TRIED))
    survivors = [m.what for m, found in zip(TRIED, caught, strict=True) if not found]
    share = 1 - len(survivors) / len(TRIED)
    assert share >= LEAST_CAUGHT, f"{share:.0%} caught; survivors: {', '.join(survivors)}"
