"""generate restore: what a save dropped is written again, or let go."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.decide.write import apply_waiting
from tests.cli.commands.test_decide import SPEC
from tests.decide.test_write import age

DECIDE = ("F3", "--phase", "2", "--reason", "町で要る", "--by", "係長")


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """A spec from which a save dropped a decision of long ago."""
    path = tmp_path / "spec.yaml"
    path.write_text(SPEC, encoding="utf-8")
    assert main(["decide", str(path), *DECIDE]) == 0
    age(path, 3600)
    path.write_text(SPEC, encoding="utf-8")
    return path


def test_what_was_dropped_is_written_again(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(spec)]) == 0
    assert "1件を書き込みました" in capsys.readouterr().out
    assert "町で要る" in spec.read_text(encoding="utf-8")
    assert main(["restore", str(spec)]) == 0
    assert "書き込まれていないものは、ありません" in capsys.readouterr().out


def test_what_is_let_go_is_asked_about_no_more(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["restore", str(spec), "--let-go"]) == 0
    assert "1件を取り下げました" in capsys.readouterr().out
    assert spec.read_text(encoding="utf-8") == SPEC
    assert main(["restore", str(spec)]) == 0
    assert spec.read_text(encoding="utf-8") == SPEC


def test_what_can_not_be_written_is_told_with_its_words_and_gives_4(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec.write_text(SPEC.replace("F3", "F8"), encoding="utf-8")
    apply_waiting(spec)
    capsys.readouterr()
    assert main(["restore", str(spec), "--lang", "en"]) == 4
    said = capsys.readouterr().err
    assert "There is no feature “F3”" in said
    assert "町で要る" in said
    assert "--let-go" in said


def test_without_a_journal_nothing_is_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(SPEC, encoding="utf-8")
    assert main(["restore", str(path)]) == 0
    assert [found.name for found in tmp_path.iterdir()] == ["spec.yaml"]
