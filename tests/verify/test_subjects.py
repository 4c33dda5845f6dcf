"""Which features one meets on a screen, so that its result counts for them and their goals."""

from __future__ import annotations

import pytest

from generator.blueprints import Blueprints
from generator.verify.verify import Verification

SPEC = """\
project: 通報
phases: {1: 第1期}
features:
  kind: {title: 種別で分ける, phase: 1}
  place: {title: 地図で見る, phase: 1}
  cost: {title: 費用を書く, phase: 1}
  check: {title: 最後に確かめる, phase: 1, step: P1.S1}
  close: {title: 終わらせる, phase: 1}
  tell: {title: 知らせる, phase: 1, step: P1.S1}
processes:
  P1: {title: 受付, steps: {S1: {title: 入れる, screen: plain}, S2: {title: 選ぶ, screen: list}}}
entities:
  report:
    title: 通報
    fields:
      day: {title: 日付, type: date}
      kind: {title: 種別, type: choice, choices: [穴, 段差], feature: kind}
      place: {title: 位置, type: location, feature: place}
      cost: {title: 費用, type: money, feature: cost}
    states: {受付: {initial: true}, 終了: {final: true}}
    transitions: {close: {title: 終える, from: 受付, to: 終了, feature: close}}
screens:
  list: {title: 一覧, kind: list, entity: report, columns: [day], filters: [kind]}
  plain: {title: 日付だけ, kind: form, entity: report, fields: [day]}
  detail: {title: 詳細, kind: detail, entity: report, fields: [day, cost]}
  board: {title: ボード, kind: board, entity: report, by: state, columns: [day]}
  calendar: {title: 月, kind: calendar, entity: report, date: day, columns: [cost], filters: [kind]}
  bare: {title: 日だけの予定, kind: calendar, entity: report, date: day}
  map: {title: 地図, kind: map, entity: report, location: place, columns: [day], filters: [kind]}
  wizard:
    title: 順に入れる
    kind: wizard
    entity: report
    steps:
      first: {title: 最初, fields: [day]}
      last: {title: 最後, fields: [cost], feature: check}
"""


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, ...]]:
    """Return the features that one meets on each screen."""
    folder = tmp_path_factory.mktemp("subjects")
    path = folder / "spec.yaml"
    path.write_text(SPEC, encoding="utf-8")
    verification = Verification(path, folder / "made", Blueprints.find())
    built = verification.build()
    assert [problem.as_text("en") for problem in built.loaded.errors] == []
    return {subject.key: subject.features for subject in verification.subjects}


@pytest.mark.parametrize(
    ("screen", "features"),
    [
        ("list", ("kind",)),
        ("plain", ("tell",)),
        ("detail", ("cost", "close")),
        ("board", ("close",)),
        ("calendar", ("kind", "cost")),
        ("bare", ()),
        ("map", ("kind", "place")),
        ("wizard", ("cost", "check")),
    ],
)
def test_a_feature_is_met_where_something_of_it_stands(
    met: dict[str, tuple[str, ...]], screen: str, features: tuple[str, ...]
) -> None:
    assert met[screen] == features
