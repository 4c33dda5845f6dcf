"""Advice goes away when it is answered in the spec, or when the team says why it is not wanted."""

from __future__ import annotations

import pytest

from generator.advice.advise import found_in
from generator.advice.model import Advice
from generator.advice.silence import needless
from generator.spec.problems import Severity
from tests.advice.conftest import Ask, Load

SPEC = """\
project: 通報
goals: {G1: {title: 早くする, measure: 日数, now: 9, target: 3, by: 2027-12}}
features:
  F1: {title: 登録, goal: G1, detail: 写真等を簡単に送る}
  F2: {title: 一覧, goal: G1, detail: 種別等で絞り込む}
"""


Asked = list[tuple[str, str]]


def asked(advice: list[Advice]) -> Asked:
    return sorted((one.rule, one.place) for one in advice)


ALL = [("L1", "features.F1.detail"), ("L1", "features.F2.detail"), ("L8", "features.F1.detail")]


def test_advice_names_its_rule_its_place_and_the_words(ask: Ask) -> None:
    advice = ask(SPEC)
    assert asked(advice) == ALL
    one = next(one for one in advice if one.rule == "L8")
    assert (one.quote, one.sentence, one.title) == ("簡単", "写真等を簡単に送る", "機能 F1 登録")


@pytest.mark.parametrize(
    ("silenced", "left"),
    [
        ("{rule: L1, reason: x}", ALL[2:]),
        ("{rule: [L1, L8], at: features.F1, reason: x}", ALL[1:2]),
        ("{rule: L1, at: [features.F1.detail, features.F2], reason: x}", ALL[2:]),
        ("{rule: L1, at: features.F1.title, reason: x}", ALL),
        ("{rule: L2, reason: x}", ALL),
    ],
)
def test_what_is_silenced_is_not_asked_there(silenced: str, left: Asked, ask: Ask) -> None:
    assert asked(ask(f"{SPEC}advice: {{ignore: [{silenced}]}}")) == left


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("{about: F1, text: 何を, answer: 写真だけ}", ALL[1:2]),
        ("{about: F1, text: 何を, rule: L1, answer: 写真だけ}", ALL[1:]),
        ("{about: F1, text: 何を}", ALL),
        ("{text: 何を, answer: 写真だけ}", ALL),
    ],
)
def test_what_is_answered_is_not_asked_again(question: str, left: Asked, ask: Ask) -> None:
    assert asked(ask(f"{SPEC}questions: {{Q1: {question}}}")) == left


def test_what_was_put_to_somebody_knows_its_question(ask: Ask) -> None:
    advice = ask(f"{SPEC}questions: {{Q7: {{about: F1, rule: L1, text: 何を}}}}")
    assert {(one.rule, one.place): one.asked for one in advice if one.asked} == {ALL[0]: "Q7"}


def test_a_feature_that_is_out_of_scope_is_left_alone(ask: Ask) -> None:
    out = SPEC.replace("F1: {title", "F1: {phase: out, title")
    assert asked(ask(out)) == ALL[1:2]


def test_an_id_with_dots_can_be_silenced(ask: Ask) -> None:
    dotted = SPEC.replace("F1:", "F.1:")
    silent = "advice: {ignore: {rule: [L1, L8], at: features.F.1.detail, reason: 決まっている}}"
    assert asked(ask(f"{dotted}{silent}")) == ALL[1:2]


@pytest.mark.parametrize(
    ("ignored", "told"),
    [
        ("{rule: L1, reason: x}", []),
        ("{rule: [L1, L8], at: features.F1, reason: x}", []),
        ("{rule: L2, reason: x}", [("all", "{rule: L2, reason: x}", "L2")]),
        ("{rule: [L1, L2], reason: x}", [("rule", "L2", "L2")]),
        (
            "{rule: L8, at: [features.F1, features.F2], reason: x}",
            [("place", "features.F2", "features.F2")],
        ),
        ("{rule: L8, at: features.F2, reason: x}", [("all", "{rule: L8, at", "L8")]),
    ],
)
def test_what_is_silenced_for_nothing_is_told_with_its_place(
    ignored: str, told: list[tuple[str, str, str]], load: Load
) -> None:
    answered = "questions: {Q1: {about: F1, text: 何を, answer: 写真}}"
    loaded = load(f"{SPEC}{answered}\nadvice:\n  ignore:\n  - {ignored}\n")
    assert loaded.spec
    problems = [one.at(loaded.source) for one in needless(loaded.spec, found_in(loaded.spec))]
    assert [(problem.code, problem.severity, problem.values["name"]) for problem in problems] == [
        (f"needless_silence_{what}", Severity.NOTICE, name) for what, _, name in told
    ]
    for problem, (_, marked, _) in zip(problems, told, strict=True):
        assert problem.source_line[problem.span.column - 1 :].startswith(marked)
        assert "消してください" in problem.hint("ja")


@pytest.mark.parametrize(
    ("ignored", "code", "marked"),
    [
        ("{rule: L99, reason: x}", "unknown_rule", "L99"),
        ("{rule: L1, at: features.F9, reason: x}", "unknown_place", "features.F9"),
        ("{rule: L1, at: features.F1.needs, reason: x}", "unknown_place", "features.F1.needs"),
        ("{rule: L1, at: '', reason: x}", "unknown_place", "''"),
        ("{rule: L1}", "missing_key", "{rule: L1}"),
        ("{rule: L1, reason: ' '}", "empty_text", "' '"),
        ("{rule: [], reason: x}", "empty_list", "[]"),
        ("{rules: L1, reason: x}", "unknown_key", "rules"),
    ],
)
def test_a_slip_in_what_is_silenced_is_an_error(
    ignored: str, code: str, marked: str, load: Load
) -> None:
    loaded = load(f"{SPEC}advice:\n  ignore:\n  - {ignored}\n")
    assert loaded.spec is None
    found = {problem.code: problem for problem in loaded.errors}
    assert code in found
    span = found[code].span
    line = found[code].source_line
    assert line[span.column - 1 : span.end_column - 1].startswith(marked[:1])
    assert marked in line


def test_a_near_place_is_offered(load: Load) -> None:
    loaded = load(f"{SPEC}advice: {{ignore: [{{rule: L1, at: features.F1.detial, reason: x}}]}}")
    assert "features.F1.detail" in loaded.errors[0].hint("ja")


def test_the_rule_of_a_question_must_be_one(load: Load) -> None:
    loaded = load(f"{SPEC}questions: {{Q1: {{about: F1, text: 何を, rule: L99}}}}")
    assert [problem.code for problem in loaded.errors] == ["unknown_rule"]
