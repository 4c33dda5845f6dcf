"""A prototype keeps its records in PostgreSQL: a real server is started where one is installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, make_url

from blueprints.kit.store.database import with_driver
from generator.blueprints import Blueprints
from generator.pipeline import Pipeline
from tests import postgresql

SAMPLE = Path(__file__).parents[1] / "sample_specs" / "meeting_room_en.yaml"


def schemas(url: str) -> set[str]:
    engine = create_engine(with_driver(make_url(url)))
    names = set(inspect(engine).get_schema_names())
    engine.dispose()
    return names


@pytest.mark.slow
def test_the_tests_of_a_prototype_pass_and_leave_no_schema_behind(tmp_path: Path) -> None:
    found = postgresql.programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed")
    Pipeline(Blueprints.find()).build(SAMPLE, tmp_path)
    with postgresql.server(found) as url:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "tests"],
            cwd=tmp_path,
            env=os.environ | {"DATABASE_URL": url},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
        assert not [name for name in schemas(url) if name.startswith("test_")]
