"""Dashboards as they are written, and what their tests expect."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.pipeline import Pipeline
from tests.plan.test_tests import functions_of

SPEC = """
project: 通報
roles: {desk: 窓口, citizen: 住民}
entities:
  report:
    title: 通報
    fields:
      kind: {title: 種別, type: choice, choices: [穴, 段差, 側溝]}
      found: {title: 発見日, type: date}
      danger: {title: 危険, type: boolean}
      cost: {title: 費用, type: money}
      photo: {title: 写真, type: photo}
    states: {new: 受付, done: 完了}
screens:
  open: {title: 未完了, kind: list, entity: report, where: {state: new}}
  report_list: {title: 一覧, kind: list, entity: report, roles: [desk]}
  status:
    kind: dashboard
    title: 状況
    tiles:
      - {count: report, where: {state: new, danger: "yes"}}
      - {sum: report, of: cost}
      - {title: 二つ, count: report}
      - {title: 二つ, count: report}
      - {chart: report, by: kind, where: {kind: [穴, 側溝]}}
      - {chart: report, by: danger, of: cost, as: pie}
      - {chart: report, by: found}
      - {chart: report, by: state}
      - {title: まだない, count: report, feature: F1}
features: {F1: {title: あと}}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("status")
    (folder / "spec.yaml").write_text(SPEC, encoding="utf-8")
    built = Pipeline(Blueprints.find()).build(folder / "spec.yaml", folder / "made")
    assert [problem.as_text("en") for problem in built.loaded.errors] == []
    return folder / "made"


def test_a_tile_is_a_call_that_names_what_it_shows(made: Path) -> None:
    source = (made / "prototype" / "screens" / "status.py").read_text(encoding="utf-8")
    calls = [line.strip() for line in source.partition("with dashboard(view):")[2].splitlines()]
    assert calls[1:] == [
        'count(Report, where={"state": ["new"], "danger": ["yes"]})',
        'total(Report, of=Report.cost, lists=["report_list"])',
        'count(Report, title="二つ", lists=["report_list"])',
        'count(Report, title="二つ", lists=["report_list"])',
        'chart(Report, Report.kind, where={"kind": ["穴", "側溝"]}, lists=["report_list"])',
        'chart(Report, Report.danger, of=Report.cost, form="pie", lists=["report_list"])',
        'chart(Report, Report.found, form="line", lists=["report_list"])',
        'chart(Report, Report.state, lists=["report_list"])',
        'count(Report, title="まだない", feature="F1", lists=["report_list"])',
    ]


def test_tiles_are_expected_by_their_titles_and_figures_where_they_can_be_told_apart(
    made: Path,
) -> None:
    source = (made / "tests" / "test_status.py").read_text(encoding="utf-8")
    tests = functions_of(source)
    assert (
        "['通報(受付、はい)', '費用の合計', '二つ', '二つ', '通報の件数(種別別)',"
        " '費用の合計(危険別)',"
        " '通報の件数(発見日別)', '通報の件数(状態別)', 'まだない']"
    ) in tests["has_its_tiles_in_order"]
    assert tests["its_figures_are_those_of_the_records"].splitlines()[1:] == [
        "look.dashboard.expect_figure('通報(受付、はい)', look.records('report', {'state': ['new'],"
        " 'danger': ['yes']}))",
        "look.dashboard.expect_figure('費用の合計', look.total('report', 'cost', {}))",
        "look.dashboard.expect_figure('まだない', look.records('report'))",
    ]
    assert "# - what the tile 二つ says: several are called so" in source


def test_the_parts_of_a_chart_are_expected_in_the_order_of_the_spec(made: Path) -> None:
    source = (made / "tests" / "test_status.py").read_text(encoding="utf-8")
    charts = functions_of(source)["its_charts_are_drawn_and_their_numbers_are_those_of_the_records"]
    assert (
        "('穴', look.records('report', {'kind': ['穴']})),"
        " ('側溝', look.records('report', {'kind': ['側溝']}))"
    ) in charts
    assert "('受付', look.records('report', {'state': ['new']}))" in charts


def test_a_figure_leads_to_a_list_that_shows_all_of_it(made: Path) -> None:
    source = (made / "tests" / "test_status.py").read_text(encoding="utf-8")
    steps = functions_of(source)["a_figure_leads_to_the_list_of_its_records"]
    assert "look.dashboard.follow_figure('通報(受付、はい)')\nlook.expect_title('未完了')" in steps
