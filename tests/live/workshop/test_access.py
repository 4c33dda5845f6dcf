"""For everybody: no serious barrier on what the workshop adds, in either language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.live.conftest import Start
from tests.live.room.conftest import Enter
from tests.live.visiting import Visitor
from tests.live.workshop.deciding import decide_mode, press, press_card
from tests.prototypes import expect_no_sideways_scrolling

TABLET, PHONE = {"width": 1024, "height": 768}, {"width": 390, "height": 844}
JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
ENGLISH = """\
project: {id: town, title: Town reports, language: en, organizations: [Aizu]}
phases: {1: First, 2: Second}
goals: {G1: {title: Mend faster}}
processes: {P1: {title: Reporting, steps: {S1: {title: Report, exceptions: [Snow]}}}}
entities:
  report:
    title: Report
    fields: {place: {title: Place}, cost: {title: Cost, feature: F1}}
    states: [New, Done]
    rows: [{place: Bridge, cost: 3}]
screens:
  report_form: {title: Report damage, kind: form, entity: report}
features:
  F1: {title: Costs, phase: 1, difficulty: easy}
  F2: {title: Map, phase: 2, needs: [F1], decisions: [{id: A, at: "2026-11-05T15:05:00+09:00",
    from: 1, phase: 2, by: Roads, reason: Later}]}
questions:
  Q1: {about: F1, text: Who knows?, by: Roads, asked: 2026-11-05}
"""


def barriers(page: Page, *, contrast: bool = True) -> list[str]:
    """Return what stands in the way of somebody on ``page``, as axe finds it.

    Within a dialog axe takes the dimmed page behind for the ground of a button now and then, so
    there its contrast is left out: the same buttons stand on the pages.
    """
    page.mouse.move(0, 0)
    options = {"rules": {"color-contrast": {"enabled": contrast}}}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{item['id']}: {[node['html'][:200] for node in item['nodes']]}"
        for item in found
        if item["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "phone"])
@pytest.mark.parametrize(
    "path",
    ["/process", "/diagrams", "/board", "/log", "/questions", "/advice", "/goals", "/trace"],
)
def test_a_page_of_the_workshop_has_no_serious_barrier_and_fits(
    enter: Enter, path: str, size: dict[str, int]
) -> None:
    visitor = enter(path, viewport=size)
    for answer in visitor.page.get_by_text("答える", exact=True).all():
        answer.click()
    assert barriers(visitor.page) == []
    expect_no_sideways_scrolling(visitor.page)


@pytest.mark.parametrize("path", ["/s/report_form", "/s/report_list", "/s/report_detail/1"])
def test_decide_mode_adds_no_serious_barrier_to_a_screen(enter: Enter, path: str) -> None:
    visitor = decide_mode(enter(path))
    assert barriers(visitor.page) == []


def test_a_sheet_has_no_serious_barrier(enter: Enter) -> None:
    board = enter("/board", viewport=PHONE)
    sheet = press_card(board, "対象外の管理").choose("第1期").says("順序が合いません")
    sheet.whole.get_by_text("質問・気づきを残す").click()
    sheet.press("この機能だけを動かす")
    expect(sheet.field("決めた人")).to_have_attribute("aria-invalid", "true")
    assert barriers(board.page, contrast=False) == []
    desk = decide_mode(enter("/s/report_form", viewport=PHONE))
    press(desk, "幅").says("まだどの機能にも")
    assert barriers(desk.page, contrast=False) == []


def test_in_english_nothing_is_said_in_japanese(
    browser: Browser, start: Start, tmp_path: Path
) -> None:
    spec = tmp_path / "town.yaml"
    spec.write_text(ENGLISH, encoding="utf-8")
    generate = start(str(spec), "--no-open", "--port", "0", "--lang", "en")
    address = generate.until(r"(http://127\S+)/ ")[1]
    context = browser.new_context()
    visitor = Visitor(context.new_page(), address)
    drawn = ("/walk", "/process", "/diagrams", "/diagrams?kind=entities", "/goals")
    for path in ("/board", "/log", "/questions", *drawn, "/s/home", "/s/report_form"):
        visitor.visit(path)
        if path == "/board":
            visitor.button("Decide on “Costs”").click()
            visitor.page.get_by_role("dialog").get_by_label("Second", exact=True).check()
        if path == "/s/report_form":
            visitor.button("Decide / ask").click()
            visitor.page.locator("main [data-part]", has_text="Place").first.click()
        if path in ("/board", "/s/report_form"):
            expect(visitor.page.get_by_role("dialog")).to_contain_text("Leave a question")
        names = visitor.page.locator("[aria-label]").evaluate_all(
            "all => all.map(one => one.getAttribute('aria-label'))"
        )
        shown = [visitor.page.locator("body").inner_text(), *names]
        assert not [said for said in shown if JAPANESE.search(said)]
    context.close()
