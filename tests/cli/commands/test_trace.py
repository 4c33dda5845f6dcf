"""generate trace: printed as tables and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.samples import sample


def test_it_prints_tables_or_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "spec.yaml"
    path.write_bytes(sample("road_report"))
    assert main(["trace", str(path), "--lang", "en"]) == 0
    assert "| Goal | Step | Feature | Phase | Screen, field, action |" in capsys.readouterr().out
    assert main(["trace", str(path), "--format", "json"]) == 0
    parts = {part["place"]: part for part in json.loads(capsys.readouterr().out)["parts"]}
    assert "features.F4" in parts["goals.G1"]["down"]
    assert "goals.G1" in parts["features.F4"]["up"]


def test_a_spec_with_errors_is_not_traced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text("project: x\nnonsense: 1\n", encoding="utf-8")
    assert main(["trace", str(path), "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "nothing can be traced" in said.err
