"""A page shows what the spec says: as headings, lists and links, and never as a script."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.kit.kinds.conftest import Open


def test_text_of_the_spec_becomes_headings_lists_and_tables(enter: Open) -> None:
    main = enter("/s/guide", role="desk").get_by_role("main")
    levels = [(2, "使い方"), (4, "用意するもの")]
    for level, text in levels:
        expect(main.get_by_role("heading", level=level, name=text, exact=True)).to_be_visible()
    expect(main.locator("ol > li")).to_have_count(2)
    expect(main.locator("ol > li").first.locator("ul > li")).to_have_text("免許証")
    expect(main.locator("ol > li > code")).to_have_text("印鑑")
    expect(main.get_by_role("columnheader")).to_have_text(["曜日", "時間"])


def test_hostile_text_stays_text(enter: Open) -> None:
    main = enter("/s/guide", role="desk").get_by_role("main")
    for text in ("<script>alert(1)</script>", "[押すな](javascript:alert(2))", "<img src=x"):
        expect(main).to_contain_text(text)
    expect(main.locator("script, img, a[href^=javascript]")).to_have_count(0)


def test_links_lead_to_screens_that_the_role_may_open_and_out_by_whole_addresses(
    enter: Open,
) -> None:
    shown = {"citizen": ["申請する"], "desk": ["申請する", "一覧"]}
    for role, inside in shown.items():
        links = enter("/s/guide", role=role).locator(".kit-prose").get_by_role("link")
        expect(links).to_have_text([*inside, "絵", "県のページ", "電話"])
    expect(links.nth(1)).to_have_attribute("href", "/s/request_list")
    expect(links.nth(3)).to_have_attribute("href", "https://example.com/a?b=1")
    expect(links.nth(4)).to_have_attribute("href", "tel:0242-00-0000")
