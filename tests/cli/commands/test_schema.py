"""generate schema: printed or written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main


def test_the_schema_is_printed_and_written_alike(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema"]) == 0
    printed = capsys.readouterr().out
    assert "entities" in json.loads(printed)["properties"]
    out = tmp_path / "spec.schema.json"
    out.write_text("old", encoding="utf-8")
    assert main(["schema", "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == printed
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_a_place_that_can_not_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", "-o", str(tmp_path / "no/where.json")]) == 1
    assert "読み書きできません" in capsys.readouterr().err
