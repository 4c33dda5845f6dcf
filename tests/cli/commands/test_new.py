"""generate new: a spec that passes its check, from a sample or from answers in a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.cli import main
from generator.samples import sample, sample_names


@pytest.mark.parametrize("name", sample_names())
def test_every_sample_starts_a_spec_that_passes_its_check(tmp_path: Path, name: str) -> None:
    assert main(["new", str(tmp_path / "mine.yaml"), "--sample", name]) == 0
    assert (tmp_path / "mine.yaml").read_bytes() == sample(name)
    assert main(["check", str(tmp_path / "mine.yaml")]) == 0


def test_an_existing_file_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("mine", encoding="utf-8")
    assert main(["new", str(path), "--sample", "minimal"]) == 1
    assert path.read_text(encoding="utf-8") == "mine"
    assert "上書きはしません" in capsys.readouterr().err
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "nowhere.yaml")
    assert main(["new", str(link), "--sample", "minimal"]) == 1
    assert not (tmp_path / "nowhere.yaml").exists()


def test_an_unknown_sample_names_the_known_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "a.yaml"), "--sample", "minimul"]) == 1
    said = capsys.readouterr().err
    assert "「minimal」のことですか" in said
    assert "road_report" in said
    assert not (tmp_path / "a.yaml").exists()


def test_without_a_terminal_a_sample_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "input").open("w+", encoding="utf-8") as no_terminal:
        monkeypatch.setattr(sys, "stdin", no_terminal)
        assert main(["new", str(tmp_path / "a.yaml")]) == 2
    assert "--sample" in capsys.readouterr().err


def in_terminal(command: list[str], answers: Sequence[str]) -> tuple[int, str]:
    """Run ``command`` in a terminal, answer each question, and return its exit code and output."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.execv(command[0], command)
    said, asked = b"", 0
    while True:
        try:
            read = os.read(terminal, 4096)
        except OSError:
            break
        if not read:
            break
        said += read
        while asked < min(said.count(b"): "), len(answers)):
            os.write(terminal, f"{answers[asked]}\n".encode())
            asked += 1
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), said.decode("utf-8", "replace")


@pytest.mark.skipif(os.name == "nt", reason="needs pseudo-terminals")
@pytest.mark.parametrize(
    "answers",
    [
        [
            "道路損傷通報",
            "会津若松市、喜多方市",
            "通報",
            "場所、種別、受付日、概算費用、備考",
            "受付、確認中、完了",
            "住民、窓口",
        ],
        [
            "a: b # {{ x }}",
            "",
            "'\"\\: -",
            "no,null,[x], 1,2026-01-01,a,a",
            "on,off",
            "class,import",
        ],
        ["", "題", "", "", "", "物", "", "項目", "", ""],
    ],
)
def test_answers_in_a_terminal_give_a_spec_that_passes_its_check(
    tmp_path: Path, answers: list[str]
) -> None:
    path = tmp_path / "mine.yaml"
    command = [sys.executable, "-m", "generator", "new", str(path)]
    code, said = in_terminal(command, answers)
    assert code == 0, said
    assert main(["check", str(path)]) == 0, path.read_text(encoding="utf-8")
