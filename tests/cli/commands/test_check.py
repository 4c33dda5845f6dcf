"""generate check: all problems for people and machines, and no file that can stop it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main

GOOD = """\
project: 通報
entities:
  report:
    title: 通報
    fields: {place: {title: 場所, required: true}}
"""
VAGUE = """\
project: 通報
goals: {G1: {title: 早くする, measure: 日数, now: 9, target: 3, by: 2027-12}}
features:
  F1: {title: 登録, goal: G1, detail: 写真等を、適切かつ速やかに、できるだけ簡単に送る}
"""
BAD = GOOD.replace("title: 通報", "titel: 通報")


def test_a_good_spec_gives_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    assert main(["check", str(tmp_path / "a.yaml")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'a.yaml'}: 問題はありません。\n"


def test_an_error_gives_1_and_its_place_in_the_language_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(BAD, encoding="utf-8")
    assert main(["check", str(path)]) == 1
    japanese = capsys.readouterr().out
    assert f"{path}:4:5: エラー" in japanese
    assert main(["check", str(path), "--lang", "en"]) == 1
    english = capsys.readouterr().out
    assert f"{path}:4:5: error" in english
    assert "Did you mean “title”?" in english


def test_json_holds_the_file_and_all_problems(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(BAD, encoding="utf-8")
    assert main(["check", str(path), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["file"] == str(path)
    first = found["problems"][0]
    assert (first["line"], first["column"], first["severity"]) == (4, 5, "error")
    path.write_text(GOOD, encoding="utf-8")
    assert main(["check", str(path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "file": str(path),
        "problems": [],
        "advice": [],
    }


def test_the_most_urgent_advice_is_told_and_all_of_it_on_demand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(VAGUE, encoding="utf-8")
    assert main(["check", str(path), "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("Still vague: 5.")
    assert len(lines) == 5
    assert lines[2].startswith(f"{path}:4:46: L4 Feature F1 登録: “速やか”: within how many")
    assert main(["check", str(path), "--lang", "en", "--advice"]) == 0
    everything = capsys.readouterr().out
    assert [everything.count(f" L{rule} ") for rule in (1, 2, 4, 5, 8)] == [1] * 5
    assert "→ within 3 working days" in everything


def test_json_holds_the_advice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(VAGUE, encoding="utf-8")
    assert main(["check", str(path), "--format", "json", "--lang", "en"]) == 0
    first, *others = json.loads(capsys.readouterr().out)["advice"]
    assert (first["rule"], first["place"], first["quote"]) == ("L4", "features.F1.detail", "速やか")
    assert (first["line"], first["column"], first["blocks"]) == (4, 46, "decision")
    assert {"question", "why", "better", "path", "sentence", "about"} <= first.keys()
    assert len(others) == 4


def test_advice_that_is_silenced_for_nothing_is_told_and_is_no_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"{GOOD}advice: {{ignore: {{rule: L1, reason: 様式}}}}\n", encoding="utf-8")
    assert main(["check", str(path), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert f"{path}:6:18: notice: Advice L1 is no longer given here" in said
    assert "Delete this entry" in said
    assert "0 errors, 1 warnings and notices" in said


def test_what_is_no_file_gives_1_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nothing.yaml")]) == 1
    assert "がありません" in capsys.readouterr().err
    assert main(["check", str(tmp_path)]) == 1
    assert "フォルダーです" in capsys.readouterr().err
    assert main(["check", "x" * 5000]) == 1
    assert "名前が長すぎます" in capsys.readouterr().err
    assert main(["check", str(tmp_path / "a.yaml" / "b.yaml")]) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_does_not_keep_it_waiting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert main(["check", str(tmp_path / "pipe")]) == 1
    assert "普通のファイルではありません" in capsys.readouterr().err


def test_checking_imports_nothing_that_only_building_needs(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    code = (
        "import sys; from generator.cli import main; main(['check', sys.argv[1]])\n"
        "heavy = {'cookiecutter', 'docx', 'jinja2', 'nicegui', 'sqlalchemy'}\n"
        "heavy |= {'rich', 'watchfiles'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.yaml")]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert said.splitlines()[-1] == "[]"
