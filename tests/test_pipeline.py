"""From a spec file to a prototype on disk, in one call."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.pipeline import Pipeline, default_out
from generator.samples import sample, sample_names
from generator.write import FileState


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
