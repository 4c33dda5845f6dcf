"""From a goal to a field and back, by presses alone."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.prototypes import expect_no_sideways_scrolling


def test_one_goes_from_a_goal_to_a_field_and_back_by_presses(served: Served, enter: Enter) -> None:
    desk = enter("/trace", viewport={"width": 390, "height": 800})
    page = desk.page

    def press(called: str) -> None:
        page.get_by_role("link", name=called, exact=True).first.click()
        expect(page.get_by_role("heading", level=2, name=called)).to_be_visible()

    for called in ("G1 早く直す", "F1 概算の記録", "report.cost 通報 / 概算", "G1 早く直す"):
        press(called)
    expect_no_sideways_scrolling(page)
    press("F3 対象外の管理")
    expect(page.get_by_role("link", name="P1.S2 受け付ける")).to_be_visible()
    served.edit(
        ("S2: {title: 受け付ける, actor: desk}", 'S2: {title: "<b>受ける</b>", actor: desk}')
    )
    expect(page.get_by_role("link", name="P1.S2 <b>受ける</b>")).to_be_visible()
    page.get_by_role("link", name="すべてを見る").click()
    press("report_form 通報する")
    page.get_by_role("link", name="この画面を開く").click()
    expect(page.get_by_role("heading", level=1, name="通報する")).to_be_visible()
    assert desk.errors == []


def test_a_part_that_is_not_there_leads_to_all_of_them(enter: Enter) -> None:
    desk = enter("/trace?at=features.F99")
    expect(desk.page.get_by_role("link", name="F1 概算の記録").first).to_be_visible()
    expect(
        desk.page.get_by_role("heading", name="どの目標にもつながっていないもの")
    ).to_be_visible()
