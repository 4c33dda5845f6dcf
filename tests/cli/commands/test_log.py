"""generate log: printed, and written for the minutes."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from generator.cli import main
from generator.decide.log import COLUMNS
from tests.cli.commands.test_decide import SPEC

HOSTILE = '=HYPERLINK("http://x"|A1) <b>*太字*</b>'


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "spec.yaml"
    path.write_text(SPEC + "questions:\n  Q1: 誰が決めるか\n", encoding="utf-8")
    words = ["--phase", "2", "--reason", HOSTILE, "--by", "=係長"]
    assert main(["decide", str(path), "F3", *words]) == 0
    return path


def test_markdown_is_printed(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["log", str(spec)]) == 0
    heading, _, *table = capsys.readouterr().out.splitlines()
    assert heading == "# 試し 決定の記録"
    assert len(table) == 4
    assert "| 質問 | Q1 |  |  |  | 誰が決めるか |" in table[2]
    assert '=HYPERLINK("http\\://x"\\|A1) \\<b\\>\\*太字\\*\\</b\\>' in table[3]


def test_a_file_has_the_form_that_its_name_says(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["log", str(spec), "-o", str(tmp_path / "log.md"), "--lang", "en"]) == 0
    assert (tmp_path / "log.md").read_text(encoding="utf-8").startswith("# 試し: decision log\n")
    assert main(["log", str(spec), "-o", str(tmp_path / "log.xlsx")]) == 0
    assert "2件を" in capsys.readouterr().err
    book = openpyxl.load_workbook(tmp_path / "log.xlsx")
    assert book.active
    lines = [[cell.value for cell in line] for line in book.active.iter_rows()]
    assert [len(line) for line in lines] == [len(COLUMNS)] * 3
    assert lines[2][6:8] == [HOSTILE, "=係長"]


def test_excel_needs_a_file(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["log", str(spec), "--format", "xlsx"]) == 2
    assert "-o" in capsys.readouterr().err


def test_a_spec_with_errors_has_no_log(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec.write_text("project: [", encoding="utf-8")
    assert main(["log", str(spec)]) == 1
    assert "記録を出せません" in capsys.readouterr().err


def test_what_is_not_in_the_spec_is_told(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = spec.read_text(encoding="utf-8")
    spec.write_text("[", encoding="utf-8")
    main(["decide", str(spec), "F1", "--phase", "2", "--reason", "a", "--by", "b"])
    spec.write_text(SPEC, encoding="utf-8")
    capsys.readouterr()
    assert main(["log", str(spec)]) == 0
    said = capsys.readouterr().err
    assert "まだ仕様に書き込まれていない決定が 1件" in said
    assert "仕様から消えた決定が 1件" in said
    spec.write_text(whole, encoding="utf-8")
    main(["decide", str(spec), "F3", "--phase", "1", "--reason", "a", "--by", "b"])
    capsys.readouterr()
    assert main(["log", str(spec)]) == 0
    assert capsys.readouterr().err == ""
