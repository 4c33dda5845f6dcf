"""generate decide: what it writes, what it says, and its exit codes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.cli import main
from generator.spec.load import load_spec
from generator.spec.model import Feature

SPEC = """\
project: 試し
phases: {1: 第1期, 2: 第2期}
features:
  F1: {title: 通報の登録, phase: 1}
  F2:
    title: 地図で選ぶ  # 一番の望み
    phase: 1
    needs: [F1]
  F3: 写真
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "spec.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def decide(spec: Path, feature: str, *words: str) -> int:
    return main(["decide", str(spec), feature, "--by", "建設課 係長", *words])


def features(spec: Path) -> dict[str, Feature]:
    loaded = load_spec(spec, Blueprints.find().vocabulary)
    assert loaded.spec, loaded.problems
    return loaded.spec.features


def test_a_decision_is_recorded_and_said(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert decide(spec, "F2", "--phase", "2", "--reason", "電話で足りる", "--revisit", "4月") == 0
    assert capsys.readouterr().out == "F2 地図で選ぶ: 第1期 → 第2期 と記録しました。\n"
    feature = features(spec)["F2"]
    (record,) = feature.decisions
    assert (feature.phase, record.from_, record.phase) == ("2", "1", "2")
    assert (record.by, record.reason, record.revisit) == ("建設課 係長", "電話で足りる", "4月")
    text = spec.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert lines[8].startswith("      - {id: ")
    assert "\n".join([*lines[:6], "    phase: 1", *lines[9:]]) + "\n" == SPEC


def test_english_says_the_same(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--phase", "out", "--reason", "no", "--lang", "en"]
    assert decide(spec, "F3", *words) == 0
    assert capsys.readouterr().out == "Recorded F3 写真: undecided → out of scope.\n"


def test_what_contradicts_the_needs_is_told_before_and_can_be_moved_along(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--phase", "2", "--reason", "人手が足りない"]
    assert decide(spec, "F1", *words) == 4
    said = capsys.readouterr().err
    assert "F1 を必要とする F2 地図で選ぶ が「第1期」です。" in said
    assert "--also-needed" in said
    assert spec.read_text(encoding="utf-8") == SPEC
    assert decide(spec, "F1", *words, "--also-needed") == 0
    assert capsys.readouterr().out.count("第1期 → 第2期") == 2
    moved = features(spec)["F2"]
    assert moved.phase == "2"
    assert moved.decisions[0].reason == "人手が足りない(F1 に合わせる)"


def test_it_can_be_decided_anyway(spec: Path) -> None:
    assert decide(spec, "F1", "--phase", "out", "--reason", "やめる", "--anyway") == 0
    assert {name: feature.phase for name, feature in features(spec).items()} == {
        "F1": "out",
        "F2": "1",
        "F3": "undecided",
    }


def test_the_last_decision_is_taken_back_by_a_new_one(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert decide(spec, "F2", "--undo") == 1
    assert "取り消す決定がありません" in capsys.readouterr().err
    decide(spec, "F2", "--phase", "2", "--reason", "a")
    assert decide(spec, "F2", "--undo") == 0
    feature = features(spec)["F2"]
    assert feature.phase == "1"
    assert [(r.from_, r.phase, r.reason) for r in feature.decisions] == [
        ("1", "2", "a"),
        ("2", "1", "前の決定を取り消す"),
    ]
    assert decide(spec, "F2", "--undo", "--reason", "やはり後で") == 0
    assert features(spec)["F2"].phase == "2"


@pytest.mark.parametrize(
    ("feature", "words", "said"),
    [
        ("F22", ["--phase", "2", "--reason", "a"], "「F2」のことですか"),
        ("f1", ["--phase", "2", "--reason", "a", "--anyway"], "「F1」のことですか"),
        ("F1", ["--phase", "２", "--reason", "a"], "「2」のことですか"),
        ("F1", ["--phase", "9", "--reason", "a"], "ある期: 1, 2, out, undecided"),
        ("F1", ["--phase", "2", "--reason", " "], "空にできません"),
    ],
)
def test_what_can_not_be_decided_gives_1_and_changes_nothing(
    spec: Path, feature: str, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert decide(spec, feature, *words) == 1
    assert said in capsys.readouterr().err
    assert spec.read_text(encoding="utf-8") == SPEC


@pytest.mark.parametrize(
    "words",
    [["--phase", "2"], ["--reason", "a"], [], ["--undo", "--phase", "2"], ["--phase", "2", "x"]],
)
def test_half_a_decision_gives_2(spec: Path, words: list[str]) -> None:
    assert decide(spec, "F1", *words) == 2
    assert main(["decide", str(spec), "F1", "--phase", "2", "--reason", "a"]) == 2
    assert spec.read_text(encoding="utf-8") == SPEC


def test_what_is_shared_is_refused_with_its_place_and_the_text_to_paste(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shared = SPEC.replace("F3: 写真", "F3: &x {title: 写真}\n  F4: *x")
    spec.write_text(shared, encoding="utf-8")
    assert decide(spec, "F3", "--phase", "2", "--reason", "a") == 1
    said = capsys.readouterr().err
    assert said.startswith("9行7桁: ")
    assert "phase: 2\ndecisions:\n  - {id: " in said
    assert spec.read_text(encoding="utf-8") == shared


def test_a_broken_spec_keeps_the_decision_for_later(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec.write_text(SPEC + "  [", encoding="utf-8")
    assert decide(spec, "F3", "--phase", "2", "--reason", "a") == 0
    assert "控えに残しました" in capsys.readouterr().err
    assert decide(spec, "F3", "--undo") == 1
    spec.write_text(SPEC, encoding="utf-8")
    assert decide(spec, "F2", "--phase", "2", "--reason", "b") == 0
    assert "1件書き込みました" in capsys.readouterr().err
    assert features(spec)["F3"].phase == "2"


def test_errors_elsewhere_in_the_spec_stop_no_decision(spec: Path) -> None:
    spec.write_text(SPEC + "screenz: {}\n", encoding="utf-8")
    assert decide(spec, "F3", "--phase", "2", "--reason", "a") == 0
    assert "screenz: {}\n" in spec.read_text(encoding="utf-8")
    spec.write_text(spec.read_text(encoding="utf-8").replace("screenz: {}\n", ""), "utf-8")
    assert features(spec)["F3"].phase == "2"


def test_a_commit_is_made_only_when_it_is_wished(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=spec.parent, capture_output=True, check=True)
        return done.stdout.decode()

    words = ["--phase", "2", "--reason", "足りる\n#二行目"]
    assert decide(spec, "F3", *words, "--commit") == 1
    assert spec.read_text(encoding="utf-8") == SPEC
    git("init", "-q")
    for name, value in (("user.name", "x"), ("user.email", "x@example.jp")):
        git("config", name, value)
    git("add", "spec.yaml")
    git("commit", "-q", "-m", "first")
    assert decide(spec, "F3", *words) == 0
    assert git("rev-list", "--count", "HEAD").strip() == "1"
    assert decide(spec, "F3", "--phase", "1", "--reason", "要る", "--commit") == 0
    assert git("rev-list", "--count", "HEAD").strip() == "2"
    assert git("show", "-s", "--format=%B").strip() == (
        "決定 F3 写真: 第2期 → 第1期\n\n決めた人: 建設課 係長\n理由: 要る"
    )
    assert git("status", "--porcelain", "spec.yaml") == ""
    assert "gitに1件記録しました。" in capsys.readouterr().out
