"""A page on which a record was changed shows it as it is now, without being loaded anew."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served

TOLD = "「受け付ける」をしました。今の状態: 確認中"


@pytest.fixture(autouse=True)
def sample_data(enter: Enter) -> None:
    """Begin with the records as the spec has them."""
    desk = enter.as_engineer("/")
    desk.button("全員の記録を見本に戻す").click()
    desk.page.get_by_role("dialog").get_by_role("button", name="全員の記録を見本に戻す").click()
    expect(desk.page.get_by_text("全員の記録を見本データに戻しました")).to_be_visible()


def test_a_transition_is_shown_on_the_page_that_is_open(enter: Enter) -> None:
    desk = enter("/s/report_detail/1")
    desk.button("受け付ける").click()
    expect(desk.page.get_by_text(TOLD)).to_be_visible()
    expect(desk.page.locator(":focus")).to_have_text(TOLD)
    expect(desk.button("受け付ける")).to_have_count(0)
    expect(desk.page.get_by_role("listitem").filter(has_text="受け付ける")).to_be_visible()
    assert desk.stayed()
    desk.page.reload(wait_until="commit")
    desk.connected()
    expect(desk.button("対象外にする")).to_be_visible()
    expect(desk.page.get_by_text(TOLD)).to_have_count(0)


def test_what_a_transition_asks_for_goes_with_its_dialog(enter: Enter) -> None:
    desk = enter("/s/report_detail/2")
    desk.button("対象外にする").click()
    dialog = desk.page.get_by_role("dialog")
    dialog.get_by_label("理由").fill("二重の通報")
    dialog.get_by_role("button", name="対象外にする").click()
    expect(desk.page.get_by_text("「対象外にする」をしました")).to_be_visible()
    expect(desk.page.get_by_text("二重の通報")).to_be_visible()
    expect(dialog).to_have_count(0)
    assert desk.stayed()
    desk.page.get_by_role("link", name="通報一覧").first.click()  # nothing lies over the page
    expect(desk.page.get_by_role("heading", level=1, name="通報一覧")).to_be_visible()


def test_a_page_that_was_renewed_follows_the_spec_like_any_other(
    served: Served, enter: Enter
) -> None:
    desk, other = enter("/s/report_detail/1"), enter("/s/report_detail/1")
    desk.button("受け付ける").click()
    expect(desk.page.get_by_text(TOLD)).to_be_visible()
    served.edit(
        ("title: 場所,", "title: 見つけた場所,"), ("title: 対象外にする", "title: 取り下げる")
    )
    for visitor in (desk, other):
        expect(visitor.page.get_by_text("見つけた場所").first).to_be_visible()
        expect(visitor.button("取り下げる")).to_be_visible()
        assert visitor.stayed()
    served.generate.until("作りました")
    anew = enter("/s/report_detail/1")
    shown = desk.shows().splitlines()
    assert any(TOLD in line for line in shown)
    assert "\n".join(line for line in shown if TOLD not in line) == anew.shows()


def test_a_double_click_takes_a_transition_once_that_is_offered_again(
    served: Served, enter: Enter
) -> None:
    again = "      again: {title: もう一度確かめる, from: [受付, 確認中], to: 確認中}\n"
    served.edit(("      reject:", f"{again}      reject:"))
    served.generate.until("作りました")
    desk = enter("/s/report_detail/3")
    desk.button("もう一度確かめる").dblclick()
    expect(desk.page.get_by_text("「もう一度確かめる」をしました")).to_be_visible()
    taken = desk.page.get_by_role("listitem").filter(has_text="もう一度確かめる")
    expect(taken).to_have_count(1)
    desk.page.reload(wait_until="commit")  # both clicks have come to the server before this
    desk.connected()
    expect(taken).to_have_count(1)
    desk.button("もう一度確かめる").click()
    expect(taken).to_have_count(2)


def test_a_card_that_moved_stands_in_its_column_on_the_same_page(
    served: Served, enter: Enter
) -> None:
    board = "  report_board: {title: 状態の板, kind: board, entity: report, by: state}\n"
    served.edit(("  report_detail:", f"{board}  report_detail:"))
    served.generate.until("作りました")
    desk = enter("/s/report_board")
    desk.page.get_by_role("button", name="「城前の道」を進める").click()
    desk.page.locator(".q-menu").get_by_text("受け付ける", exact=True).click()
    expect(desk.page.get_by_role("region", name="確認中").get_by_text("城前の道")).to_be_visible()
    expect(desk.page.get_by_role("region", name="受付").get_by_text("城前の道")).to_have_count(0)
    expect(desk.page.locator(".q-menu")).to_have_count(0)
    assert desk.stayed()
