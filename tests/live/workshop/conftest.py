"""A prototype whose spec has features to decide on, and browsers in which people do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from generator.decide.write import journal_path
from tests.live.conftest import Start
from tests.live.room.conftest import Enter
from tests.live.serving import Served

SPEC = """\
# 町の通報。この行も、下の「←」も残ること。
project: {id: town, title: 町の通報, organizations: [会津若松市, 喜多方市]}
phases: {1: 第1期, 2: 第2期}
roles: {desk: 窓口, roads: 道路係}
goals:
  G1: {title: 早く直す}
  G2: {title: 電話を減らす}
processes:
  P1:
    title: 通報から完了まで
    steps:
      S1: {title: 通報する, actor: desk}
      S2: {title: 受け付ける, actor: desk}
entities:
  report:
    title: 通報
    label: "{place}"
    fields:
      place: {title: 場所, required: true}
      kind: {title: 種別, type: choice, choices: [穴ぼこ, 段差, 側溝]}
      width: 幅   # ← 短い形
      cost: {title: 概算, feature: F1}
      photo: {title: 写真, feature: F2}
    states: {受付: {initial: true}, 確認中: {}, 対象外: {final: true}}
    transitions:
      accept: {title: 受け付ける, from: 受付, to: 確認中}
      reject: {title: 対象外にする, from: [受付, 確認中], to: 対象外, feature: F3}
    rows:
      - {place: 城前の道, kind: 段差, width: 30}
      - {place: 駅前の道, kind: 穴ぼこ, width: 12}
screens:
  home: {title: はじめに}
  report_form:
    {title: 通報する, kind: form, entity: report, fields: [place, kind, width, cost, photo]}
  report_list: {title: 通報一覧, kind: list, entity: report, columns: [place, kind, cost, state]}
  report_detail: {title: 通報の詳細, kind: detail, entity: report}
features:
  F1: {title: 概算の記録, goal: G1, step: P1.S1, phase: 1, difficulty: easy, detail: 目安}   # ←
  F2: {title: 写真を付ける, goal: G2, phase: 2, difficulty: hard, needs: [F1]}
  F3:
    title: 対象外の管理
    goal: [G1, G2]
    step: P1.S2
    needs: [F2]
    phase: 2  # ← もとは第1期
    decisions:
      - {id: 01AA, at: "2026-11-05T15:05:00+09:00", from: 1, phase: 2,
         by: "会津若松市 建設課 係長", reason: "当面は人が判断する", revisit: "20件/月"}
  F4: {title: 通知, phase: undecided, needs: [F3]}
questions:
  Q1: {about: F1, text: 誰が金額を決めるか, to: 建設課, by: 総務課, asked: 2026-11-05}
"""


@pytest.fixture(scope="module")
def served_by_module(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """A prototype with features, one for all tests of the module."""
    spec = tmp_path_factory.mktemp("workshop") / "town.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    return Served(start(str(spec), "--no-open", "--port", "0"), spec)


@pytest.fixture
def served(served_by_module: Served) -> Iterator[Served]:
    """The prototype; afterwards the spec is as it was, and nobody remembers that it was not."""
    yield served_by_module
    # With its journal, what was decided a moment ago would be put back into the spec.
    journal_path(served_by_module.spec).unlink(missing_ok=True)
    served_by_module.reset()


@pytest.fixture
def enter(browser: Browser, served: Served) -> Iterator[Enter]:
    """Open addresses of the prototype."""
    entering = Enter(browser, served)
    yield entering
    for context in entering.contexts:
        context.close()
