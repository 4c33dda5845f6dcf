"""A printed form is one record on A4, in the Japanese calendar, with nothing round it."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from blueprints.kit.model.era import in_era
from blueprints.kit.texts import speak
from tests.kit.kinds.conftest import Open
from tests.prototypes import barriers, expect_no_sideways_scrolling


def test_placeholders_hold_the_texts_of_the_record_as_text(enter: Open) -> None:
    paper = enter("/s/permit/1", role="desk").get_by_role("article")
    expect(paper.get_by_text("見本 太郎 様", exact=True)).to_be_visible()
    expect(paper.locator("strong")).to_have_text("見本 太郎")
    expect(paper).to_contain_text("当日は令和8年11月9日です。<b>太字</b> {town} **強調**")
    expect(paper.locator("b")).to_have_count(0)
    expect(paper.get_by_text("会津美里町", exact=True)).to_be_visible()


def test_what_does_not_apply_is_left_out_and_what_is_empty_has_room(enter: Open) -> None:
    page = enter("/s/permit/1", role="desk")
    expect(page.get_by_role("rowheader")).to_have_text(["氏名", "地区", "希望日", "備考"])
    expect(page.locator(".kit-seals li")).to_have_text(["課長", "係長", "担当"])


@pytest.mark.parametrize(
    ("path", "text"), [("/s/permit", "一覧から"), ("/s/permit/99", "ありません")]
)
def test_without_a_record_it_leads_to_the_list(enter: Open, path: str, text: str) -> None:
    main = enter(path, role="desk").get_by_role("main")
    expect(main.get_by_text(text)).to_be_visible()
    expect(main.get_by_role("link", name="「申請一覧」へ戻る")).to_be_visible()
    expect(main.get_by_role("article")).to_have_count(0)


def test_what_can_not_be_printed_yet_says_when_it_can(enter: Open) -> None:
    page = enter("/s/spot_detail/1", role="desk")
    text = "「点検票」は、次のときに印刷できます(状態: 対応中、対応済)"
    expect(page.get_by_text(text)).to_be_visible()
    expect(page.get_by_role("link", name="「点検票」を印刷する")).to_have_count(0)
    expect(enter("/s/spot_sheet/1", role="desk").get_by_role("article")).to_have_count(0)
    page = enter("/s/spot_detail/2", role="desk")
    page.get_by_role("link", name="「点検票」を印刷する").click()
    expect(page.get_by_role("article").get_by_text("朝の点検")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_it_has_no_barriers_and_no_sideways_scrolling(enter: Open, width: int) -> None:
    enter("/s/guide").set_viewport_size({"width": width, "height": 800})
    page = enter("/s/permit/1", role="desk")
    assert barriers(page) == []
    expect_no_sideways_scrolling(page)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 25), "令和8年11月25日"),
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1926, 12, 24), "大正15年12月24日"),
        (date(1912, 7, 29), "明治45年7月29日"),
        (date(1872, 12, 31), "1872年12月31日"),
    ],
)
def test_days_are_written_in_their_eras(day: date, expected: str) -> None:
    assert in_era(day) == expected


def test_in_english_days_are_written_as_usual() -> None:
    speak("en")
    assert in_era(date(2026, 11, 25)) == "2026-11-25"
