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
