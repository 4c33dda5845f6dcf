"""A wizard asks step by step, forgets nothing on the way, and saves once, after the summary."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.kit.kinds.conftest import Open
from tests.prototypes import barriers, expect_no_sideways_scrolling, ready

WIZARD = "/s/request_wizard"


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def at_step(page: Page, title: str, count: str) -> None:
    expect(page.get_by_role("heading", level=2, name=title, exact=True)).to_be_visible()
    expect(page.get_by_text(count, exact=True)).to_be_visible()


def fill_first(page: Page, name: str = "会津 花子") -> None:
    page.get_by_label("氏名").fill(name)
    page.get_by_label("高田", exact=True).check()
    press(page, "次へ")


def value(page: Page, title: str) -> Locator:
    term = page.get_by_role("term").filter(has_text=title)
    return page.locator(".kit-value").filter(has=term).get_by_role("definition")


def count(page: Page) -> int:
    return int(page.request.get("/_test/count?entity=request").json())


def test_a_step_comes_and_goes_with_what_another_step_says(enter: Open) -> None:
    page = enter(WIZARD)
    fill_first(page)
    at_step(page, "手伝い", "2/4")
    page.get_by_role("checkbox").check()
    expect(page.get_by_text("2/5", exact=True)).to_be_visible()
    press(page, "次へ")
    at_step(page, "手伝いの理由", "3/5")
    press(page, "次へ")
    expect(page.get_by_role("alert")).to_contain_text("手伝いの理由を入力してください")
    page.get_by_role("textbox", name="手伝いの理由").fill("段差がある")
    press(page, "前に戻る")
    page.get_by_role("checkbox").uncheck()
    press(page, "次へ")
    at_step(page, "希望", "3/4")


def test_steps_of_a_later_phase_are_not_there(enter: Open) -> None:
    page = enter(WIZARD, phase="1")
    fill_first(page)
    at_step(page, "希望", "2/3")


def test_only_the_step_that_is_seen_is_checked(enter: Open) -> None:
    page = enter(WIZARD)
    press(page, "次へ")
    summary = page.get_by_role("alert").get_by_role("link")
    expect(summary).to_have_text(["氏名を入力してください", "地区を選んでください"])
    expect(page.get_by_label("氏名")).to_be_focused()
    fill_first(page)
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_role("heading", level=2, name="手伝い")).to_be_focused()


def test_the_keyboard_alone_leads_on(enter: Open) -> None:
    page = enter(WIZARD)
    page.get_by_label("氏名").fill("会津 花子")
    page.get_by_label("本郷", exact=True).check()
    page.get_by_label("氏名").press("Enter")
    at_step(page, "手伝い", "2/4")
    expect(page.get_by_role("heading", level=2, name="手伝い", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("checkbox")).to_be_focused()


def test_the_second_click_of_a_double_click_answers_for_nothing(enter: Open) -> None:
    page = enter(WIZARD)
    page.get_by_label("氏名").fill("会津 花子")
    page.get_by_label("高田", exact=True).check()
    page.get_by_role("button", name="次へ").dblclick()
    at_step(page, "手伝い", "2/4")
    press(page, "次へ")
    page.get_by_label("希望日").first.fill("令和8年12月1日")
    before = count(page)
    page.get_by_role("button", name="次へ").dblclick()
    at_step(page, "内容の確認", "4/4")
    assert count(page) == before


def test_the_summary_shows_what_is_typed_as_text_and_leads_back(enter: Open) -> None:
    page = enter(WIZARD)
    fill_first(page, "<b>花子</b>")
    press(page, "次へ")
    page.get_by_label("希望日").first.fill("R8.12.1")
    press(page, "次へ")
    expect(value(page, "氏名")).to_have_text("<b>花子</b>")
    expect(value(page, "希望日")).to_have_text("2026年12月1日")
    page.reload(wait_until="commit")
    ready(page)
    at_step(page, "内容の確認", "4/4")
    expect(value(page, "氏名")).to_have_text("<b>花子</b>")
    page.get_by_role("button", name="「あなたのこと」を直す").click()
    page.get_by_label("氏名").fill("会津 太郎")
    for _ in range(3):
        press(page, "次へ")
    press(page, "登録する")
    expect(page.get_by_role("heading", name="会津 太郎")).to_be_visible()


def test_an_address_does_not_lead_past_what_must_be_filled(enter: Open) -> None:
    page = enter(WIZARD, confirm="1")
    at_step(page, "あなたのこと", "1/4")


@pytest.mark.parametrize("width", [1280, 390])
def test_it_has_no_barriers_and_no_sideways_scrolling(enter: Open, width: int) -> None:
    enter("/s/guide").set_viewport_size({"width": width, "height": 800})
    page = enter(WIZARD)
    for number in range(4):
        assert barriers(page) == []
        expect_no_sideways_scrolling(page)
        if number == 0:
            fill_first(page)
        elif number < 3:
            if number == 2:
                page.get_by_label("希望日").first.fill("2026-12-01")
            press(page, "次へ")
