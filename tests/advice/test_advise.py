"""The advice on a whole spec: its order, its places, and its words in both languages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.advice.advise import advise
from generator.advice.parts import about, answerer
from generator.advice.sheet.contents import Memory, make_sheet, remember
from generator.advice.sheet.markdown import as_markdown
from generator.advice.sheet.page import as_html
from generator.advice.sheet.word import as_docx
from generator.blueprints import Blueprints
from generator.samples import sample, sample_names
from generator.spec.load import load_bytes
from generator.trace import as_markdown as traced_as_markdown
from generator.trace import trace
from tests.advice.conftest import Ask, Load
from tests.hostile_specs import every_text_spec, hostile_spec, named_like_the_frame


def test_what_blocks_the_prototype_comes_first_and_then_what_is_made_first(ask: Ask) -> None:
    advice = ask("""\
project: 通報
phases: {1: 第1期, 2: 第2期}
goals: {G1: {title: 早くする, measure: 日数, now: 9, target: 3, by: 2027-12}}
features:
  F1: {title: 登録, goal: G1, phase: 2, detail: 速やかに返す}
  F2: {title: 一覧, goal: G1, phase: 1, detail: 早急に返す}
  F3: {title: 写真, goal: G1, phase: 1, detail: 写真等を送る}
entities: {report: [場所]}
""")
    assert [(one.rule, one.path[1]) for one in advice] == [
        ("S9", "report"),
        ("L4", "F2"),
        ("L4", "F1"),
        ("L1", "F3"),
    ]


def test_a_monstrous_text_is_not_read_to_its_end(ask: Ask) -> None:
    detail = "等。" * 10_000 + "速やかに。"
    advice = ask(f"project: x\nfeatures: {{F1: {{title: 登録, detail: {detail}}}}}\n")
    assert "L1" in {one.rule for one in advice}
    assert "L4" not in {one.rule for one in advice}


def test_the_place_is_that_of_the_words(load: Load) -> None:
    loaded = load("""\
project: 通報
goals: {G1: {title: 早くする, measure: 日数, now: 9, target: 3, by: 2027-12}}
features:
  F1: {title: 登録, goal: G1, detail: 等級を選び、写真等を送る}
  F2:
    title: 一覧
    goal: G1
    detail: |
      種別で絞り込む。
      一覧を簡単に印刷する。
""")
    assert loaded.spec
    spans = {one.rule: one.span(loaded.source) for one in advise(loaded.spec)}
    assert (spans["L1"].line, spans["L1"].column) == (4, 45)
    assert (spans["L8"].line, spans["L8"].column) == (10, 10)


def test_what_is_missing_points_at_the_part(load: Load) -> None:
    loaded = load("project: 通報\ngoals:\n  G1: 早くする\n")
    assert loaded.spec
    spans = {one.rule: one.span(loaded.source) for one in advise(loaded.spec)}
    assert spans["S1"][:2] == (3, 3)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", sample_names())
def test_every_sample_gets_advice_in_whole_sentences(name: str, language: str) -> None:
    loaded = load_bytes(sample(name), name, Blueprints.find().vocabulary)
    assert loaded.spec
    for one in advise(loaded.spec, language):  # type: ignore[arg-type]
        told = one.as_json(loaded.source, language)  # type: ignore[arg-type]
        assert told["question"]
        assert "{" not in told["question"] + told["why"]
        if one.quote:
            line = loaded.source.line(told["line"])
            assert line[told["column"] - 1 :].startswith(one.quote)


def test_hostile_words_neither_fill_in_texts_nor_reach_the_terminal(ask: Ask) -> None:
    advice = ask("""\
project: 通報
features:
  F1: {title: "{quote}{0}\\e[31m", goal: G1, detail: "写真等{title}を送る"}
goals: {G1: {title: 早くする, measure: 日数, now: 9, target: 3, by: 2027-12}}
phases: {1: 第1期}
""")
    said = [one.question("ja") for one in advice]
    assert any("{quote}{0}" in line for line in said)
    assert all(line.isprintable() for line in said)


def test_two_questions_of_a_rule_about_the_same_part_are_told_apart(ask: Ask) -> None:
    advice = ask("""\
project: 通報
phases: {1: 第1期, 2: 第2期}
goals: {G1: {title: 早くする, measure: 日数, now: 9, target: 3, by: 2027-12}}
features:
  F1: {title: 地図, goal: G1, phase: 2}
  F2: {title: 写真, goal: G1, phase: 2}
  F3: {title: 経路, goal: G1, phase: 1, needs: [F1, F2], detail: XMLとZQLを等しく、種別等で読む}
""")
    assert [one.rule for one in advice] == ["S13", "S13", "S16", "S16", "L1"]
    assert len({one.key for one in advice}) == len(advice)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("features", "F1", "detail"), "F1"),
        (("processes", "P1", "steps", "S2", "deadline"), "P1.S2"),
        (("processes", "P1", "volume"), "P1"),
        (("entities", "report", "fields", "place", "help"), "report.place"),
        (("entities", "report", "title"), "report"),
        (("project", "description"), None),
    ],
)
def test_a_question_is_about_the_part(path: tuple[str, ...], name: str | None) -> None:
    assert about(path) == name


def test_those_who_do_the_work_answer(load: Load) -> None:
    loaded = load("""\
project: 通報
roles: {desk: 窓口, roads: 道路係}
entities:
  report:
    fields: {place: 場所}
    states: [受付, 完了]
    transitions: {finish: {title: 完了, from: 受付, to: 完了, by: [roads]}}
processes: {P1: {title: 受付, steps: {S1: {title: 受け付ける, actor: desk}}}}
features: {F1: {title: 登録, step: P1.S1}, F2: {title: 一覧}}
""")
    assert loaded.spec
    assert answerer(loaded.spec, ("features", "F1", "detail")) == "desk"
    assert answerer(loaded.spec, ("features", "F2")) == ""
    assert answerer(loaded.spec, ("entities", "report")) == "roads"
    assert answerer(loaded.spec, ("processes", "P1", "steps", "S1")) == "desk"
    assert answerer(loaded.spec, ("project",)) == ""


def test_the_tokenizer_is_not_loaded_by_what_needs_no_advice(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text("project: 予約\nentities: {a: [場所]}\n", encoding="utf-8")
    program = (
        "import sys; from generator.cli import main\n"
        "sys.argv = ['generate', 'build', sys.argv[1]]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('loaded', [name for name in sys.modules if 'sudachi' in name or name == 'docx'])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(spec)], capture_output=True, text=True, check=True
    )
    assert "loaded []" in run.stdout


def hostile_specs() -> list[str]:
    return [every_text_spec(), named_like_the_frame(), *map(hostile_spec, range(3))]


@pytest.mark.parametrize("content", hostile_specs(), ids=["every", "frame", "0", "1", "2"])
def test_specs_of_hostile_texts_get_advice_traces_and_sheets(content: str, load: Load) -> None:
    loaded = load(content)
    assert loaded.spec, [problem.as_text() for problem in loaded.errors][:3]
    found = advise(loaded.spec, "ja")
    assert found
    for one in found:
        assert one.as_json(loaded.source, "ja")["line"] >= 1
        assert "".join(one.marked).split() == one.sentence.split() or "…" in one.quoted
    assert len({one.key for one in found}) == len(found)
    sheet = make_sheet(loaded.spec, found, remember(found, Memory.of(None), "ja"), "2026", "ja")
    assert all(write(sheet) for write in (as_markdown, as_html, as_docx))
    assert traced_as_markdown(trace(loaded.spec), "ja")
