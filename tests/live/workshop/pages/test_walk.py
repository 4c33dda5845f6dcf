"""A process is walked step by step on the prototype, alone or by several who hand the record on."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.live.conftest import Start
from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.visiting import Visitor
from tests.prototypes import barriers

SPEC = """\
project: {id: town, title: 町の通報}
roles: {desk: 窓口, roads: 道路係}
processes:
  P1:
    title: 通報から完了まで
    volume: 40件/月
    steps:
      S1: {title: 通報を入れる, actor: desk, wants: 電話でも漏れなく聞きたい, screen: report_form}
      S2:
        title: 現地を確認する
        actor: roads
        trigger: 確認待ちの通報がある
        deadline: 3営業日
        exceptions: [積雪で確認できない]
        screen: report_detail
        action: inspect
      S3: {title: 完了にする, actor: desk, screen: report_list, action: finish}
entities:
  report:
    title: 通報
    label: "{place}"
    fields: {place: {title: 場所, required: true}}
    states: {受付: {initial: true}, 確認済: {}, 完了: {final: true}}
    transitions:
      inspect: {title: 確認した, from: 受付, to: 確認済, by: [roads]}
      finish: {title: 完了する, from: 確認済, to: 完了, by: [desk]}
    rows: [{place: 駅前の道}]
screens:
  home: {title: はじめに}
  report_form: {title: 通報する, kind: form, entity: report, roles: [desk]}
  report_list: {title: 通報一覧, kind: list, entity: report}
  report_detail: {title: 通報の詳細, kind: detail, entity: report}
"""


@pytest.fixture(scope="module")
def served_by_module(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Served:
    spec = tmp_path_factory.mktemp("walk") / "town.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    return Served(start(str(spec), "--no-open", "--port", "0"), spec)


def bar(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("region", name="流れを歩く")


def press(visitor: Visitor, name: str) -> None:
    bar(visitor).get_by_role("button", name=name).click()


def title(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("heading", level=1)


def report(visitor: Visitor, place: str) -> None:
    """Fill in the form of the first step and save it."""
    expect(title(visitor)).to_have_text("通報する")
    visitor.connected()
    visitor.types("場所", place)
    visitor.button("登録する").click()
    expect(title(visitor)).to_have_text("通報の詳細")
    visitor.connected()


def test_one_person_walks_a_process_from_the_home_to_its_final_state(enter: Enter) -> None:
    desk = enter("/", viewport={"width": 390, "height": 844})
    assert barriers(desk.page) == []
    desk.button("「通報から完了まで」を歩く").click()
    expect(bar(desk)).to_contain_text("手順 1/3")
    expect(bar(desk)).to_contain_text("通報を入れる — 窓口 — 電話でも漏れなく聞きたい")
    report(desk, "橋のたもと")
    press(desk, "次の手順へ")
    expect(bar(desk)).to_contain_text("現地を確認する — 道路係")
    expect(desk.page.get_by_role("heading", name="橋のたもと")).to_be_visible()
    desk.connected()
    marked = desk.page.locator(".walk-mark")
    expect(marked).to_contain_text("確認した")
    assert barriers(desk.page) == []
    desk.button("確認した").click()
    expect(desk.page.get_by_role("main")).to_contain_text("確認済")
    desk.connected()
    press(desk, "次の手順へ")
    expect(title(desk)).to_have_text("通報一覧")
    desk.connected()
    bar(desk).get_by_role("link", name="記録を開く: 橋のたもと").click()
    expect(marked).to_contain_text("完了する")
    desk.connected()
    desk.button("完了する").click()
    expect(desk.page.get_by_role("main").locator(".kit-state").first).to_have_text("完了")
    desk.connected()
    press(desk, "歩き終える")
    expect(title(desk)).to_have_text("流れを歩く")
    expect(desk.page.get_by_text("歩いている途中です")).to_have_count(0)


def test_two_devices_hand_the_record_on(enter: Enter) -> None:
    desk, roads = enter("/walk"), enter("/walk")
    desk.button("「通報から完了まで」を歩く").click()
    expect(title(desk)).to_have_text("通報する")
    roads.visit("/walk").button("道路係として加わる").last.click()
    expect(bar(roads)).to_contain_text("ほかの役の番です")
    report(desk, "坂の上")
    press(desk, "次の手順へ")
    expect(bar(roads)).to_contain_text("あなたの番です")
    press(roads, "この手順の画面を開く")
    expect(roads.page.get_by_role("heading", name="坂の上")).to_be_visible()
    roads.connected()
    roads.button("確認した").click()
    expect(roads.page.get_by_role("main")).to_contain_text("確認済")
    roads.connected()
    press(roads, "次の手順へ")
    expect(bar(desk)).to_contain_text("手順 3/3")
    press(desk, "歩き終える")
    expect(bar(roads)).to_be_hidden()


def test_a_walk_goes_on_across_a_change_of_the_spec_and_keeps_what_was_tried(
    served: Served, enter: Enter
) -> None:
    desk = enter("/walk")
    desk.button("「通報から完了まで」を歩く").click()
    expect(title(desk)).to_have_text("通報する")
    desk.connected()
    press(desk, "次の手順へ")
    expect(bar(desk)).to_contain_text("現地を確認する")
    desk.connected()
    bar(desk).get_by_text("この手順のくわしい内容").click()
    expect(bar(desk)).to_contain_text("3営業日")
    bar(desk).get_by_role("checkbox", name="積雪で確認できない").check()
    served.edit(("title: 現地を確認する", "title: 現地を見る"))
    expect(bar(desk)).to_contain_text("現地を見る")
    expect(bar(desk).get_by_role("checkbox", name="積雪で確認できない")).to_be_checked()
    press(desk, "この手順に質問を残す")
    sheet = desk.page.get_by_role("dialog")
    sheet.get_by_label("質問・気づき").fill("夜は誰が見るか")
    sheet.get_by_label("質問した人").fill("窓口 係長")
    sheet.get_by_role("button", name="残す").click()
    expect(sheet).to_have_count(0)
    assert "about: P1.S2" in Path(served.spec).read_text(encoding="utf-8")
