"""The trace: every part reachable from its goal and back, as a table and for machines."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from generator.blueprints import Blueprints
from generator.samples import sample, sample_names
from generator.spec.load import load_bytes
from generator.trace import Part, Trace, as_markdown, trace

SPEC = """\
project: 通報
phases: {1: 第1期}
roles: {desk: 窓口}
goals:
  G1: 早くする
  G1-1: {title: 電話を減らす, parent: G1}
  G2: 見えるようにする
processes:
  P1:
    title: 受付
    goal: G1-1
    steps:
      S1: {title: 受け付ける, actor: desk, screen: report_list, action: accept}
  P2: {title: 引継, steps: {S1: {title: 渡す}, S2: {title: 聞く}}}
entities:
  report:
    title: 通報
    fields: {place: 場所, cost: {title: 概算, feature: F2}}
    states: [受付, 済]
    transitions: {accept: {title: 受けた, from: 受付, to: 済}}
screens:
  report_list: {title: 一覧, columns: [place]}
  report_form: {title: 登録, feature: F1}
features:
  F1: {title: 登録, step: P1.S1, phase: 1}
  F2: {title: 概算, goal: G1, step: P2.S2, phase: 1}
  F3: {title: 除雪, phase: out}
  F4: {title: 印刷}
"""


def traced(spec: str | bytes) -> Trace:
    content = spec.encode() if isinstance(spec, str) else spec
    loaded = load_bytes(content, "spec.yaml", Blueprints.find().vocabulary)
    assert loaded.spec, [problem.as_text() for problem in loaded.errors]
    return trace(loaded.spec)


def ids(parts: list[Part]) -> list[str]:
    return [part.id for part in parts]


def test_from_a_goal_down_to_screens_fields_and_actions() -> None:
    found = traced(SPEC)
    assert ids(found.below("goals.G1", "step")) == ["P1.S1"]
    assert ids(found.below("goals.G1", "feature")) == ["F1", "F2"]
    assert ids(found.below("goals.G1-1", "screen")) == ["report_list", "report_form"]
    assert ids(found.below("goals.G1-1", "action")) == ["report.accept"]
    assert ids(found.below("features.F2", "field")) == ["report.cost"]
    assert found.below("goals.G2", "feature") == []


def test_from_a_field_or_an_action_up_to_its_goals() -> None:
    found = traced(SPEC)
    field, action = "entities.report.fields.cost", "entities.report.transitions.accept"
    assert ids(found.above(field, "feature")) == ["F1", "F2"]
    assert ids(found.above(field, "goal")) == ["G1", "G1-1"]
    assert ids(found.above(action, "step")) == ["P1.S1"]
    assert ids(found.above("screens.report_list", "goal")) == ["G1", "G1-1"]


def test_what_serves_nothing_and_what_nothing_serves() -> None:
    found = traced(SPEC)
    assert ids(found.unserved) == ["G2"]
    assert ids(found.aimless) == ["P2.S1", "F4", "report_detail"]


@pytest.mark.parametrize("name", sample_names())
def test_every_link_can_be_gone_both_ways(name: str) -> None:
    told = traced(sample(name)).as_json()
    parts = {part["place"]: part for part in told["parts"]}
    assert len(parts) == len(told["parts"])
    for place, part in parts.items():
        assert all(place in parts[above]["down"] for above in part["up"])
        assert all(place in parts[below]["up"] for below in part["down"])


def test_goals_that_go_in_a_circle_come_to_an_end() -> None:
    spec = SPEC.replace("G2: 見えるようにする", "G2: {title: x, parent: G2}")
    loaded = load_bytes(spec.encode(), "spec.yaml", Blueprints.find().vocabulary)
    assert loaded.spec is None or trace(loaded.spec)


def test_hostile_text_stays_text_in_the_tables() -> None:
    hostile = '"<b>|*x*</b>"'
    said = as_markdown(traced(SPEC.replace("title: 概算, goal", f"title: {hostile}, goal")))
    shown = MarkdownIt("commonmark", {"html": True}).enable("table").render(said)
    assert "<b>" not in shown
    assert "&lt;b&gt;|*x*&lt;/b&gt;" in shown


def test_both_tables_have_their_rows() -> None:
    said = as_markdown(traced(SPEC), "en")
    assert "| G1-1 電話を減らす | P1.S1 受け付ける | F1 登録 | 第1期 |" in said
    assert "| G2 見えるようにする |  |  |  |  |" in said
    assert "| report.cost 通報 / 概算 | F1 登録<br>F2 概算 |" in said
