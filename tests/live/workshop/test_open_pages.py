"""The pages of the workshop follow the spec and forget the browsers that left."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.workshop.deciding import press_card


def test_a_page_changes_in_place_and_keeps_where_one_is(served: Served, enter: Enter) -> None:
    wall = enter("/board", viewport={"width": 390, "height": 400})
    wall.page.mouse.wheel(0, 300)
    wall.page.wait_for_function("scrollY > 0")
    before = wall.page.evaluate("scrollY")
    node = wall.page.locator(".workshop-card", has_text="通知").element_handle()
    served.edit(("F4: {title: 通知,", "F4: {title: 知らせる,"))
    expect(wall.page.get_by_text("F4 知らせる")).to_be_attached()
    assert node.evaluate("node => node.isConnected")
    assert wall.page.evaluate("scrollY") == before
    assert wall.stayed()
    assert wall.errors == []


def test_what_is_pressed_on_a_page_that_followed_a_change_knows_whose_browser_it_is(
    served: Served, enter: Enter
) -> None:
    desk = enter("/walk")
    served.edit(("S2: {title: 受け付ける,", "S2: {title: 受け取る,"))
    expect(desk.page.get_by_text("受け取る")).to_be_visible()
    desk.button("「通報から完了まで」を歩く").click()
    expect(desk.page.get_by_role("region", name="流れを歩く")).to_contain_text("通報する")
    assert not [line for line in served.generate.said if "Traceback" in line]


def test_a_spec_that_breaks_leaves_the_pages_as_they_were(served: Served, enter: Enter) -> None:
    pages = [enter(path) for path in ("/board", "/log", "/questions")]
    served.edit(("questions:\n", "questionz:\n"))
    served.generate.until("前の試作品を動かしたまま")
    for visitor, said in zip(pages, ("通知", "当面は人が判断する", "誰が金額を"), strict=True):
        expect(visitor.page.get_by_text(said).first).to_be_visible()
        visitor.visit(visitor.page.url.removeprefix(visitor.address))
        expect(visitor.page.get_by_text(said).first).to_be_visible()


def test_many_changes_and_sheets_leave_no_error_and_one_of_each_element(
    served: Served, enter: Enter
) -> None:
    board = enter("/board")
    for number in range(6):
        before = "通知" if number == 0 else f"通知{number - 1}"
        press_card(board, before).press("閉じる").is_closed()
        served.edit((f"F4: {{title: {before},", f"F4: {{title: 通知{number},"))
        expect(board.page.get_by_text(f"F4 通知{number}", exact=True)).to_be_visible()
    assert board.page.locator(".workshop-card").count() == 4
    ids = board.page.locator("main [id]").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))
    assert board.errors == []
    assert not [line for line in served.generate.said if "Traceback" in line]


def test_when_nothing_is_verified_by_itself_the_page_says_so(enter: Enter) -> None:
    page = enter.as_engineer("/verify").page
    expect(page.get_by_text("--no-verify で始めたので")).to_be_visible()
    expect(page.get_by_role("button", name="全部確かめる")).to_have_count(0)
