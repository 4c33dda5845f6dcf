"""A calendar shows records on their days, leads to other months, and begins forms with a day."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.kit.kinds.conftest import Open
from tests.prototypes import barriers, expect_no_sideways_scrolling, ready

TRIES = 30
CALENDAR, FORM = "/s/spot_calendar", "/s/spot_form"


def day(page: Page, date: str) -> Locator:
    return page.get_by_role("cell").filter(has=page.locator(f'time[datetime="{date}"]'))


def month(page: Page, title: str) -> Locator:
    return page.get_by_role("heading", level=2, name=title, exact=True)


def test_a_full_day_shows_its_first_records_and_leads_to_all(enter: Open) -> None:
    page = enter(CALENDAR, month="2026-11")
    here = day(page, "2026-11-12")
    names = ["朝の点検", "<img src=x onerror=alert(1)>", "昼の点検"]
    expect(here.get_by_role("listitem").get_by_role("link")).to_have_text(names)
    expect(here.get_by_role("listitem").first).to_contain_text("対応中")
    expect(here.get_by_role("listitem").first).to_contain_text("種別: <b>{b}</b>")
    here.get_by_role("link", name="11月12日のほか2件を見る").click()
    ready(page)
    entries = page.locator(".kit-one-day").get_by_role("listitem")
    expect(entries.get_by_role("link")).to_have_text([*names, "夕方の点検", "夜の点検"])
    page.get_by_role("link", name="月の全体に戻る").click()
    expect(day(page, "2026-11-12")).to_be_visible()


def test_months_are_turned_by_keyboard_and_stand_in_the_address(enter: Open) -> None:
    page = enter(CALENDAR, month="2026-12")
    expect(month(page, "2026年12月")).to_be_visible()
    expect(page.get_by_role("columnheader")).to_have_text(list("日月火水木金土"))
    for name, title in (("次の月", "2027年1月"), ("前の月", "2026年12月")):
        page.get_by_role("link", name=name, exact=True).focus()
        page.keyboard.press("Enter")
        expect(month(page, title)).to_be_visible()
    assert page.url.endswith("month=2026-12")
    assert barriers(page) == []


def test_public_holidays_are_named_with_the_days_that_follow_from_them(enter: Open) -> None:
    page = enter(CALENDAR, month="2026-09")
    names = page.locator(".kit-holiday-name")
    expect(names).to_have_text(["敬老の日", "国民の休日", "秋分の日"])
    expect(day(page, "2026-09-22")).to_contain_text("国民の休日")
    page = enter(CALENDAR, month="2026-05")
    expect(names).to_have_text(["憲法記念日", "みどりの日", "こどもの日", "振替休日"])
    assert barriers(page) == []


def test_an_empty_month_leads_to_the_nearest_ones_that_have_something(enter: Open) -> None:
    page = enter(CALENDAR, month="2026-12")
    nothing = page.get_by_role("status").filter(has_text="この月に記録はありません")
    expect(nothing.get_by_role("link")).to_have_text(["2026年11月", "2027年2月"])


def test_an_address_that_names_no_month_shows_the_present_one(enter: Open) -> None:
    for wrong in ("9999-99", "0001-01", "<b>", "2026-11-12"):
        page = enter(CALENDAR, month=wrong)
        this_month = page.get_by_role("link", name="今月", exact=True)
        expect(this_month).to_have_attribute("aria-current", "page")


def test_a_narrow_screen_lists_the_days_that_have_records(enter: Open) -> None:
    page = enter(CALENDAR, month="2026-11")
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.get_by_text("11月12日(木)", exact=True)).to_be_visible()
    expect(page.locator('time[datetime="2026-11-13"]')).to_be_hidden()
    expect_no_sideways_scrolling(page)


def test_adding_on_a_day_begins_the_form_with_it(enter: Open) -> None:
    page = enter(CALENDAR, month="2026-11")
    day(page, "2026-11-20").get_by_role("link", name="11月20日に追加する").click()
    ready(page)
    expect(page.get_by_role("heading", level=1, name="点検を入れる")).to_be_visible()
    expect(page.get_by_label("日時")).to_have_value("2026-11-20 09:00")


def test_an_address_fills_in_only_what_its_fields_accept(enter: Open) -> None:
    stolen = '[{"name": "a.pdf", "hash": "0123", "size": 1, "type": "application/pdf"}]'
    page = enter(FORM, name="橋の点検", at="いつか", size="0.5", papers=stolen, kind="無い種別")
    expect(page.get_by_label("名前")).to_have_value("橋の点検")
    expect(page.get_by_label("大きさ")).to_have_value("0.5")
    expect(page.get_by_label("日時")).to_have_value("")
    expect(page.get_by_label("種別")).to_have_value("")
    expect(page.get_by_text("a.pdf")).to_have_count(0)


def test_what_was_typed_before_stays_whatever_the_address_says(enter: Open) -> None:
    page = enter(FORM)
    page.get_by_label("名前").fill("打ちかけの名前")
    page.get_by_label("大きさ").fill("7")
    for _ in range(TRIES):
        page = enter(FORM)  # until what was typed has arrived
        if page.get_by_label("大きさ").input_value() == "7":
            break
    page = enter(FORM, name="別の名前")
    expect(page.get_by_label("名前")).to_have_value("打ちかけの名前")
