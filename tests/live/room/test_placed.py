"""Charts, maps and calendars follow the spec in place: what somebody opened or moved stays so."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served

DETAIL = "  report_detail: {title: 通報の詳細, kind: detail, entity: report}\n"
TILES = "[{title: 種別ごと, chart: report, by: kind}]"
WIDTH = "      width: {title: 幅}\n"


def with_screens(served: Served, enter: Enter) -> None:
    """Put a dashboard, a map and a calendar into the small prototype."""
    first = enter("/")
    served.edit(
        (
            DETAIL,
            f"{DETAIL}  status: {{title: 状況, kind: dashboard, tiles: {TILES}}}\n"
            "  map: {title: 地図, kind: map, entity: report, location: position}\n"
            "  days: {title: 予定, kind: calendar, entity: report, date: created_at}\n",
        ),
        (WIDTH, f"{WIDTH}      position: {{title: 位置, type: location}}\n"),
    )
    menu = first.page.get_by_role("navigation")
    for title in ("状況", "地図", "予定"):
        expect(menu.get_by_role("link", name=title, exact=True)).to_be_visible()


def test_a_chart_takes_a_new_bar_and_stays_where_it_is(served: Served, enter: Enter) -> None:
    with_screens(served, enter)
    desk = enter("/s/status")
    chart = desk.page.locator(".kit-chart svg")
    expect(chart.get_by_text("穴ぼこ", exact=True)).to_be_visible()
    desk.page.get_by_text("数字を表で見る").click()
    chart.evaluate("svg => { svg.same = true }")
    served.edit(
        ("[穴ぼこ, 段差, 側溝]", "[穴ぼこ, 倒木, 段差, 側溝]"),
        (TILES, f"[{{count: report}}, {TILES[1:]}"),
    )
    expect(desk.page.locator(".kit-figure")).to_have_text("3件")
    expect(chart.get_by_text("倒木", exact=True)).to_be_visible()
    rows = desk.page.get_by_role("table").get_by_role("rowheader")
    expect(rows.nth(1)).to_be_visible()
    expect(rows).to_have_text(["穴ぼこ", "倒木", "段差", "側溝"])
    assert chart.evaluate("svg => svg.same")
    assert desk.stayed()


def test_a_map_keeps_where_somebody_moved_it_and_a_calendar_its_month(
    served: Served, enter: Enter
) -> None:
    with_screens(served, enter)
    desk, other = enter("/s/map"), enter("/s/days?month=2001-02")
    expect(other.page.get_by_role("heading", name="2001年2月", level=2)).to_be_visible()
    scale = desk.page.locator(".kit-map-scale text")
    whole = scale.text_content() or ""
    for _ in range(4):
        desk.page.get_by_role("button", name="拡大").click()
    expect(scale).not_to_have_text(whole)
    near = scale.text_content() or ""
    served.edit(
        ("kind: map, entity: report,", "kind: map, entity: report, filters: [kind],"),
        ("{title: 予定, kind: calendar,", "{title: 日程, kind: calendar, filters: [kind],"),
    )
    expect(desk.page.get_by_label("種別")).to_be_visible()
    expect(other.page.get_by_label("種別")).to_be_visible()
    expect(other.page.get_by_role("heading", name="日程", level=1)).to_be_visible()
    expect(other.page.get_by_role("heading", name="2001年2月", level=2)).to_be_visible()
    expect(scale).to_have_text(near)
    assert desk.stayed()
    assert other.stayed()
