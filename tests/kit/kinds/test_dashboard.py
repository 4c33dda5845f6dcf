"""A dashboard says what the records say, in pictures, in tables, and in the lists it leads to."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.kit.kinds.conftest import Open
from tests.prototypes import barriers, ready

STATUS = "/s/spot_status"


def tile(page: Page, title: str) -> Locator:
    return page.locator(".kit-tile").filter(has=page.get_by_role("heading", name=title, exact=True))


def test_figures_and_sums_are_exact_and_read_as_their_fields_do(enter: Open) -> None:
    page = enter(STATUS)
    expect(tile(page, "終わっていない").locator(".kit-figure")).to_have_text("4件")
    expect(tile(page, "大きさの合計").locator(".kit-figure")).to_have_text("0.3{c} m")


def test_hostile_words_are_drawn_as_they_are(enter: Open) -> None:
    page = enter(STATUS)
    bars, circle = (tile(page, title).locator("svg") for title in ("種別ごと", "種別ごとの大きさ"))
    expect(bars.get_by_text("<b>{b}</b>", exact=True)).to_be_visible()
    expect(bars.get_by_text("2件", exact=True)).to_be_visible()
    expect(circle.get_by_text("0.3{c} m", exact=True)).to_be_visible()
    expect(page.locator(".kit-tile b")).to_have_count(0)


def test_the_numbers_of_a_chart_are_reached_by_keyboard_and_lead_to_their_records(
    enter: Open,
) -> None:
    page = enter(STATUS)
    here = tile(page, "種別ごと")
    here.get_by_text("数字を表で見る").focus()
    page.keyboard.press("Enter")
    table = here.get_by_role("table", name="種別ごと")
    expect(table.get_by_role("rowheader")).to_have_text(["良", "<b>{b}</b>", "未点検", "(未入力)"])
    expect(table.get_by_role("cell")).to_have_text(["3件", "2件", "0件", "1件"])
    assert barriers(page) == []
    table.get_by_role("link", name="(未入力)").click()
    ready(page)
    expect(page.locator(".kit-table tbody tr")).to_have_text("冬の点検")


def test_months_stand_in_order_and_records_without_a_day_beside_them(enter: Open) -> None:
    here = tile(enter(STATUS), "月ごと")
    here.get_by_text("数字を表で見る").click()
    months = ["2026年11月", "2026年12月", "2027年1月", "2027年2月"]
    expect(here.get_by_role("rowheader")).to_have_text(months)
    expect(here.get_by_role("cell")).to_have_text(["5件", "0件", "0件", "1件"])


def test_a_figure_of_several_states_leads_to_the_list_of_them_all(enter: Open) -> None:
    page = enter(STATUS)
    tile(page, "終わっていない").get_by_role("link").click()
    ready(page)
    expect(page.get_by_role("heading", level=1, name="点検一覧")).to_be_visible()
    expect(page.locator(".kit-table tbody tr")).to_have_count(4)
    expect(page.get_by_label("状態").locator("option:checked")).to_have_text("未対応、対応中")
    page.get_by_label("状態").select_option(label="対応済")
    expect(page.locator(".kit-table tbody tr")).to_have_count(2)
