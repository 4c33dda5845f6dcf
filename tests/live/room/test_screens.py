"""Screens come, go and are renamed while people are on them."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served

LIST = "report_list:\n    {title: 通報一覧,"
FORM = "report_form: {title: 通報する,"


def test_a_new_screen_appears_in_the_menu_of_an_open_page_and_opens(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "途中の道")
    served.edit(
        (
            "  report_list:",
            "  report_board: {title: 対応状況, kind: board, entity: report, by: state}\n"
            "  report_list:",
        )
    )
    entry = desk.page.get_by_role("navigation").get_by_role("link", name="対応状況")
    expect(entry).to_be_visible()
    expect(desk.field("場所")).to_have_value("途中の道")
    assert desk.stayed()
    entry.click()
    expect(desk.page.get_by_role("heading", name="対応状況", level=1)).to_be_visible()


def test_the_viewers_of_a_removed_screen_are_sent_home_with_a_word(
    served: Served, enter: Enter
) -> None:
    desk, other = enter("/s/report_list"), enter("/s/report_form")
    second_tab = enter.another_tab(desk, "/s/report_form")
    served.edit(("  report_list:\n    {", "  # report_list:\n  #   {"))
    expect(desk.page).to_have_url(f"{served.address}/")
    expect(desk.page.get_by_text("「通報一覧」の画面はなくなりました")).to_be_visible()
    expect(desk.page.get_by_role("heading", name="はじめに")).to_be_visible()
    gone = "通報一覧"
    for visitor in (other, second_tab):
        expect(visitor.page.get_by_role("navigation").get_by_text(gone)).to_have_count(0)
        assert visitor.stayed()
        expect(visitor.page.get_by_text("なくなりました")).to_have_count(0)


def test_a_screen_that_comes_back_finds_what_was_typed_in_it(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "帰ってくる道")
    served.edit((f"  {FORM}", f"  # {FORM}"))
    expect(desk.page).to_have_url(f"{served.address}/")
    served.edit((f"  # {FORM}", f"  {FORM}"))
    desk.page.get_by_role("navigation").get_by_role("link", name="通報する").click()
    expect(desk.field("場所")).to_have_value("帰ってくる道")


def test_a_renamed_screen_carries_its_viewers_and_their_text_along(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form")
    place = desk.types("場所", "名の変わる道")
    place.press("ArrowLeft")
    served.edit((FORM, "report_new: {was: report_form, title: 新しく通報する,"))
    expect(desk.page).to_have_url(f"{served.address}/s/report_new")
    expect(desk.page).to_have_title(re.compile("新しく通報する"))
    expect(desk.field("場所")).to_have_value("名の変わる道")
    expect(desk.field("場所")).to_be_focused()
    assert desk.caret() == (5, 5)
    assert desk.stayed()
    desk.page.keyboard.type("あの")
    desk.page.reload()
    desk.connected()
    expect(desk.field("場所")).to_have_value("名の変わるあの道")
    desk.button("登録する").click()
    expect(desk.page.get_by_role("heading", name="名の変わるあの道")).to_be_visible()


def test_a_screen_that_changes_its_kind_is_shown_as_the_new_one(
    served: Served, enter: Enter
) -> None:
    roads = enter("/s/report_list")
    served.edit(
        (
            f"{LIST} kind: list, entity: report, columns: [place, kind, state], filters: [kind]}}",
            f"{LIST} kind: board, entity: report, by: state}}",
        )
    )
    expect(roads.page.get_by_role("region", name="受付")).to_contain_text("城前の道")
    expect(roads.page.get_by_role("table")).to_have_count(0)
    assert roads.stayed()
