"""From a spec file to a prototype on disk, in one call."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.pipeline import Pipeline, default_out
from generator.samples import sample, sample_names
from generator.write import FileState

SAMPLES = Path(__file__).parents[1] / "sample_specs"


@pytest.mark.parametrize("name", sample_names())
def test_every_sample_builds_and_a_second_build_changes_nothing(tmp_path: Path, name: str) -> None:
    spec = tmp_path / f"{name}.yaml"
    spec.write_bytes(sample(name))
    out = default_out(spec)
    built = Pipeline(Blueprints.find()).build(spec, out)
    assert built.plan is not None, [problem.as_text() for problem in built.loaded.errors]
    assert {file.state for file in built.files} == {FileState.CREATED}
    for path in out.rglob("*.py"):
        ast.parse(path.read_bytes())
    again = Pipeline(Blueprints.find()).build(spec, out)
    assert {file.state for file in again.files} == {FileState.UNCHANGED}


def test_a_spec_with_errors_writes_nothing(tmp_path: Path) -> None:
    spec = tmp_path / "a.yaml"
    spec.write_text("project: x\nentities: {e: {title: y, fields: {a: {type: none}}}}\n", "utf-8")
    built = Pipeline(Blueprints.find()).build(spec, tmp_path / "out")
    assert built.plan is None
    assert built.files == ()
    assert built.loaded.errors
    assert not (tmp_path / "out").exists()


def test_a_screen_that_leaves_the_spec_takes_its_file_along(tmp_path: Path) -> None:
    spec = tmp_path / "a.yaml"
    pipeline = Pipeline(Blueprints.find())
    second = "  other: {title: 別, fields: {b: 項目}}\n"
    first = "project: x\nentities:\n  e: {title: y, fields: {a: 項目}}\n"
    spec.write_text(first + second, encoding="utf-8")
    pipeline.build(spec, tmp_path / "out")
    edited = tmp_path / "out/prototype/screens/other_form.py"
    edited.write_bytes(edited.read_bytes() + b"# by hand\n")
    spec.write_text(first, encoding="utf-8")
    states = {file.path: file.state for file in pipeline.build(spec, tmp_path / "out").files}
    assert states["prototype/screens/other_list.py"] is FileState.REMOVED
    assert states["prototype/screens/other_form.py"] is FileState.SET_ASIDE
    assert not (tmp_path / "out/prototype/screens/other_list.py").exists()
    assert edited.with_name("other_form.py.aside").read_bytes().endswith(b"# by hand\n")


CHANGES = (
    ("title: 損傷の幅", "title: 幅"),
    ("type: integer, unit: cm, min: 1", "type: integer, unit: mm, min: 2"),
    ("desk: {title: 窓口", "desk: {title: 総合窓口"),
    ("roles:\n  citizen", "roles:\n  guest: 見学者\n  citizen"),
    ("by: [contractor]", "by: [contractor, guest]"),
    ("    samples: 40", "    samples: 0"),
    ("title: 通報一覧", "title: 通報のすべて"),
    ("title: 現地を確認する", "title: 現地を見る"),
    ("対象外: {final: true}", "対象外: {title: 受けない, final: true}"),
    ("  road_form: {title: 路線を登録する, kind: form", "  road_more: {title: 路線, kind: list"),
    ("language: ja", "language: en"),
)
"""Edits of a sample, one after the other: each touches what some screens and tests hang on."""


def test_a_pipeline_that_remembers_writes_what_a_new_one_would(tmp_path: Path) -> None:
    remembering = Pipeline(Blueprints.find())
    spec = tmp_path / "town.yaml"
    text = sample("road_report").decode()
    for old, new in (("project:", "project:"), *CHANGES):
        assert old in text
        text = text.replace(old, new)
        spec.write_text(text, encoding="utf-8")
        assert remembering.build(spec, tmp_path / "remembered").loaded.errors == []
        Pipeline(Blueprints.find()).build(spec, tmp_path / "anew")
        assert contents(tmp_path / "remembered") == contents(tmp_path / "anew"), (old, new)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".sawaru" not in path.parts
    }


def test_screens_are_there_to_be_shown_before_their_tests_are_made(tmp_path: Path) -> None:
    spec, out = tmp_path / "road.yaml", tmp_path / "out"
    shutil.copy(SAMPLES / "road_report.yaml", spec)
    stages = Pipeline(Blueprints.find()).stages(spec, out)
    shown = next(stages)
    assert (out / "prototype/screens/report_list.py").is_file()
    assert not (out / "tests/test_report_list.py").exists()
    (whole,) = stages
    assert (out / "tests/test_report_list.py").is_file()
    assert {file.path for file in shown.files} < {file.path for file in whole.files}
    assert {file.state for file in whole.files} == {FileState.CREATED}


def test_a_build_in_stages_comes_to_the_same_as_one_at_once(tmp_path: Path) -> None:
    spec = tmp_path / "road.yaml"
    text = (SAMPLES / "road_report.yaml").read_text(encoding="utf-8")
    in_stages, at_once = Pipeline(Blueprints.find()), Pipeline(Blueprints.find())
    renamed = text.replace("  report_board: {", "  report_cards: {").replace(
        "screen: report_board", "screen: report_cards"
    )
    for changed in (text, renamed, text.replace("title: 場所", "title: 現場")):
        spec.write_text(changed, encoding="utf-8")
        *_, last = in_stages.stages(spec, tmp_path / "stages")
        built = at_once.build(spec, tmp_path / "once")
        assert last.files == built.files
        assert contents(tmp_path / "stages") == contents(tmp_path / "once")


def test_an_earlier_screen_is_gone_before_the_new_one_is_shown(tmp_path: Path) -> None:
    spec, out = tmp_path / "road.yaml", tmp_path / "out"
    text = (SAMPLES / "road_report.yaml").read_text(encoding="utf-8")
    pipeline = Pipeline(Blueprints.find())
    spec.write_text(text, encoding="utf-8")
    pipeline.build(spec, out)
    spec.write_text(re.sub(r"  report_map: .*\n", "", text), encoding="utf-8")
    next(pipeline.stages(spec, out))
    assert not (out / "prototype/screens/report_map.py").exists()


def test_a_spec_with_errors_has_one_stage_and_writes_nothing(tmp_path: Path) -> None:
    spec = tmp_path / "wrong.yaml"
    spec.write_text("project: 道路\nentitis: {}\n", encoding="utf-8")
    (built,) = Pipeline(Blueprints.find()).stages(spec, tmp_path / "out")
    assert built.plan is None
    assert built.loaded.errors
    assert not (tmp_path / "out").exists()
