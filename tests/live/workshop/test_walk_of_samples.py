"""Every process of every sample is walked from its first step to its last, by two devices."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.pipeline import Pipeline
from generator.samples import sample_names
from generator.spec.load import load_spec
from tests.live.conftest import Start
from tests.live.serving import Served
from tests.prototypes import outside_of_pytest

SAMPLES = Path(__file__).parents[3] / "sample_specs"
TWO_DEVICES = Path(__file__).with_name("two_devices.py")


def processes(sample: str) -> int:
    spec = load_spec(SAMPLES / f"{sample}.yaml", Blueprints.find().vocabulary).spec
    assert spec is not None
    return len(spec.processes)


@pytest.mark.slow
@pytest.mark.parametrize("sample", [name for name in sample_names() if processes(name)])
def test_two_devices_walk_every_process_to_its_end(
    sample: str, start: Start, tmp_path: Path
) -> None:
    spec = tmp_path / f"{sample}.yaml"
    shutil.copy(SAMPLES / spec.name, spec)
    served = Served(start(str(spec), "--no-open", "--port", "0"), spec)
    tests = tmp_path / "walked"
    Pipeline(Blueprints.find()).build(spec, tests)
    shutil.copy(TWO_DEVICES, tests / "tests/conftest.py")
    modules = sorted(str(path) for path in (tests / "tests").glob("test_process_*.py"))
    environment = outside_of_pytest()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-qx", "--tb=short", "-p", "no:cacheprovider", *modules],
        cwd=tests,
        env=environment | {"WALKED_ADDRESS": served.address},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    served.generate.end()
    assert done.returncode == 0, done.stdout
    assert f"{processes(sample)} passed" in done.stdout
