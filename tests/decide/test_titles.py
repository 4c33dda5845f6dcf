"""Parts of a spec have the names that people use for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.decide.titles import part_title, step_title
from generator.spec.load import load_spec
from generator.spec.model import Spec

SAMPLE = Path(__file__).parents[2] / "sample_specs" / "road_report.yaml"


@pytest.fixture(scope="module")
def spec() -> Spec:
    loaded = load_spec(SAMPLE, Blueprints.find().vocabulary)
    assert loaded.spec
    return loaded.spec


@pytest.mark.parametrize(
    ("part", "title"),
    [
        ("F1", "通報の登録"),
        ("report_form", "通報する"),
        ("report.width", "通報 / 損傷の幅"),
        ("report.accept", "通報 / 受け付ける"),
        ("report.判断待ち", "通報 / 対応の判断待ち"),
        ("report.受付", "通報 / 受付"),
        ("report.state", "通報"),
        ("desk", "窓口"),
        ("P1.S2", "通報から完了まで / 受け付ける"),
        ("nothing", "nothing"),
    ],
)
def test_a_part_is_called_by_its_title(spec: Spec, part: str, title: str) -> None:
    assert part_title(spec, part) == title


def test_a_step_that_is_gone_is_called_by_its_key(spec: Spec) -> None:
    assert step_title(spec, "P9.S1") == "P9.S1"
