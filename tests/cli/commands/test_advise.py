"""generate advise: the sheet beside the spec or where it is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main

SPEC = """\
project: 通報
goals: {G1: {title: 早くする, measure: 日数, now: 9, target: 3, by: 2027-12}}
features: {F1: {title: 登録, goal: G1, detail: 写真等を送る}}
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "spec.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def test_the_sheet_is_written_in_three_forms(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["advise", str(spec), "--lang", "en"]) == 0
    folder = spec.parent / "spec-advice"
    assert sorted(path.name for path in folder.iterdir()) == [
        "advice.docx",
        "advice.html",
        "advice.json",
        "advice.md",
    ]
    assert "(1 questions; 0 new, 0 settled)" in capsys.readouterr().out


def test_the_next_sheet_tells_what_changed(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = spec.parent / "for" / "friday"
    assert main(["advise", str(spec), "-o", str(out)]) == 0
    spec.write_text(SPEC.replace("写真等を", "写真を速やかに"), encoding="utf-8")
    capsys.readouterr()
    assert main(["advise", str(spec), "-o", str(out), "--lang", "en"]) == 0
    assert "(1 questions; 1 new, 1 settled)" in capsys.readouterr().out
    assert "NEW" in (out / "advice.md").read_text(encoding="utf-8")


def test_a_spec_with_errors_gets_no_sheet(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec.write_text(f"{SPEC}nonsense: 1\n", encoding="utf-8")
    assert main(["advise", str(spec), "--lang", "en"]) == 1
    assert "nonsense" in capsys.readouterr().err
    assert not (spec.parent / "spec-advice").exists()


def test_a_file_in_the_way_is_left_alone(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", str(spec), "-o", str(spec), "--lang", "en"]) == 1
    assert "is not a folder" in capsys.readouterr().err
    assert spec.read_text(encoding="utf-8") == SPEC
