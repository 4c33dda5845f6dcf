"""The sheet and decide mode: every part can be pressed, by hand, by key and by those who listen."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.workshop.deciding import Sheet, decide_mode, opened, press

FORM = "/s/report_form"


def test_decide_mode_shows_every_chip_and_its_toggle_fits_a_finger(enter: Enter) -> None:
    desk = enter(FORM, viewport={"width": 390, "height": 844})
    toggle = desk.button("決める・聞く")
    size = toggle.bounding_box()
    assert size
    assert size["height"] >= 44
    assert size["width"] >= 44
    cost = desk.page.locator(".kit-field", has_text="概算").locator(".kit-chip")
    expect(cost).to_be_hidden()
    decide_mode(desk)
    expect(cost).to_have_text("第1期")
    expect(cost).to_be_visible()
    desk.visit("/s/report_list")  # a phone shows no header of the table, but then
    expect(desk.page.locator("th", has_text="概算").locator(".kit-chip")).to_be_visible()
    desk.button("決める・聞く").click()
    expect(desk.page.locator("th", has_text="概算")).to_be_hidden()


def test_in_decide_mode_a_press_anywhere_on_a_part_opens_its_sheet_and_does_nothing_else(
    enter: Enter,
) -> None:
    desk = decide_mode(enter("/s/report_detail/1"))
    desk.page.get_by_role("group", name="できること").get_by_text("対象外にする").click(force=True)
    expect(opened(desk).whole).to_have_attribute("aria-label", "対象外の管理")
    desk.button("閉じる").click()
    expect(desk.page.locator(".kit-value", has_text="状態")).to_contain_text("受付")
    desk.visit("/s/report_list")
    desk.page.get_by_role("columnheader", name="概算").get_by_text("概算").click()
    expect(opened(desk).whole).to_have_attribute("aria-label", "概算の記録")
    desk.button("閉じる").click()
    assert "sort=" not in desk.page.url
    desk.visit(FORM)
    for control in ("input", "select"):
        desk.page.locator(f"main [data-part] {control}").first.click(force=True)
        opened(desk)
        desk.page.keyboard.press("Escape")
        Sheet(desk).is_closed()
    assert desk.errors == []


def test_outside_decide_mode_parts_work_as_ever(enter: Enter) -> None:
    desk = enter(FORM)
    desk.types("場所", "駅前")
    expect(desk.page.get_by_role("dialog")).to_have_count(0)
    expect(desk.page.locator(".workshop-pin:visible")).to_have_count(1)  # the one with a question


def test_keys_reach_every_part_open_its_sheet_and_come_back(enter: Enter) -> None:
    desk = decide_mode(enter(FORM))
    pin = desk.page.get_by_role("button", name="「写真」を決める・聞く", exact=True)
    for _ in range(40):
        desk.page.keyboard.press("Tab")
        if pin.evaluate("node => node === document.activeElement"):
            break
    desk.page.keyboard.press("Enter")
    sheet = opened(desk)
    expect(sheet.whole).to_have_attribute("aria-label", "写真を付ける")
    desk.page.wait_for_function("document.activeElement.closest('.q-dialog')")
    for _ in range(20):  # round and round, never on the page behind
        desk.page.keyboard.press("Tab")
        assert not desk.page.evaluate("document.activeElement.closest('main, .q-header')")
    desk.page.keyboard.press("Escape")
    sheet.is_closed()
    expect(pin).to_be_focused()


def test_a_part_without_a_feature_becomes_one_and_can_be_decided(
    served: Served, enter: Enter
) -> None:
    desk = decide_mode(enter(FORM))
    sheet = press(desk, "幅").says("まだどの機能にも属していません")
    sheet.field("新しい機能の名前").fill("概算の記録")
    sheet.press("機能として加える").says("同じ名前の機能(F1)があります")
    sheet.field("新しい機能の名前").fill("幅の記録")
    sheet.field("内容").fill("cmで測る")
    sheet.press("機能として加える").is_closed()
    chip = desk.page.locator(".kit-field", has_text="幅").locator(".kit-chip")
    expect(chip).to_have_text("未決")
    said = served.spec.read_text(encoding="utf-8")
    assert "width:\n        title: 幅   # ← 短い形\n        feature: F5\n" in said
    sheet = press(desk, "幅").says("幅の記録", "cmで測る")
    sheet.choose("第2期").fill("後で", "建設課").press().is_closed()
    expect(chip).to_have_text("第2期")


def test_a_screen_and_a_transition_become_features_too(served: Served, enter: Enter) -> None:
    desk = decide_mode(enter("/s/report_detail/1"))
    for part, title in (("通報の詳細", "詳細を見る"), ("受け付ける", "受付の記録")):
        sheet = press(desk, part)
        sheet.field("新しい機能の名前").fill(title)
        sheet.press("機能として加える").is_closed()
        chip = desk.page.locator("main [data-part]", has_text=part).first.locator(".kit-chip")
        expect(chip).to_have_text("未決")
    said = served.spec.read_text(encoding="utf-8")
    assert "kind: detail, entity: report, feature: F5" in said or "feature: F5, kind" in said
    assert "accept: {title: 受け付ける, feature: F6" in said


def test_a_part_that_is_not_written_in_the_spec_says_so(served: Served, enter: Enter) -> None:
    sheet = press(decide_mode(enter("/s/report_list")), "状態").says("自動で作られています")
    sheet.field("新しい機能の名前").fill("状態の管理")
    sheet.press("機能として加える").is_closed()
    expect(enter("/board").page.get_by_text("F5 状態の管理")).to_be_visible()
    assert "F5" in served.spec.read_text(encoding="utf-8")


def test_two_touches_open_one_sheet(enter: Enter) -> None:
    desk = decide_mode(enter(FORM))
    desk.page.locator("main [data-part]").filter(has_text="概算").first.dblclick()
    opened(desk)
    expect(desk.page.get_by_role("dialog")).to_have_count(1)
