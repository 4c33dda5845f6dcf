"""The spec as people look it up: where a part is written, what is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.live.workshop.specs import Specs, open_questions
from tests.live.serving import save
from tests.live.workshop.conftest import SPEC


@pytest.fixture
def specs(tmp_path: Path) -> Specs:
    path = tmp_path / "town.yaml"
    path.write_text(SPEC, encoding="utf-8")
    vocabulary = Blueprints.find(None).vocabulary
    return Specs(path, lambda: vocabulary)


def test_a_broken_spec_leaves_the_last_good_one_and_a_missing_one_too(specs: Specs) -> None:
    assert specs.now
    save(specs.path, SPEC.replace("features:", "featurez:"))
    assert specs.now
    assert "F1" in specs.now.features
    specs.path.unlink()
    assert "F1" in specs.now.features
    save(specs.path, SPEC.replace("F4:", "F9:"))
    assert "F9" in specs.now.features


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ("report_form", ("screens", "report_form")),
        ("report.width", ("entities", "report", "fields", "width")),
        ("report.accept", ("entities", "report", "transitions", "accept")),
        ("report.state", ()),
        ("road_list", ()),
        ("", ()),
    ],
)
def test_a_part_is_found_where_it_is_written(
    specs: Specs, part: str, place: tuple[str, ...]
) -> None:
    assert specs.now
    assert specs.place_of(part) == place


@pytest.mark.parametrize(
    ("part", "about"),
    [
        ("report_form", "report_form"),
        ("report.width", "report.width"),
        ("report.accept", "report.accept"),
        ("report.state", "report"),
        ("road.name", ""),
        ("", ""),
    ],
)
def test_a_question_is_about_what_the_spec_knows(specs: Specs, part: str, about: str) -> None:
    assert specs.can_ask_about(part) == about


def test_only_questions_without_an_answer_are_open(specs: Specs) -> None:
    assert specs.now
    assert open_questions(specs.now) == {"F1": 1}
    save(specs.path, SPEC.replace("asked: 2026-11-05}", "asked: 2026-11-05, answer: 係長}"))
    assert open_questions(specs.now) == {}
