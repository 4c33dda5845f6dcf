"""Fields come, go, move and change under the hands of somebody who types."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served

FORM = "fields: [place, kind, width, cost]"


def test_a_field_above_leaves_the_text_in_its_own_field_and_can_be_used_at_once(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form")
    node = desk.types("場所", "古い橋").element_handle()
    served.edit(
        ("      place: {", "      teller: {title: 知らせた人}\n      place: {"),
        (FORM, "fields: [teller, place, kind, width, cost]"),
    )
    expect(desk.field("知らせた人")).to_have_value("")
    expect(desk.field("場所")).to_have_value("古い橋")
    assert desk.page.evaluate("node => node === document.activeElement", node)
    desk.types("知らせた人", "佐藤")
    desk.button("登録する").click()
    expect(desk.page.get_by_role("heading", name="古い橋")).to_be_visible()
    expect(desk.page.locator(".kit-value", has_text="知らせた人")).to_contain_text("佐藤")


def test_a_removed_field_hands_its_text_back_and_its_neighbour_keeps_the_caret(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "消える前の道")
    node = desk.types("幅", "120").element_handle()
    desk.page.keyboard.press("ArrowLeft")
    served.edit((FORM, "fields: [kind, width, cost]"))
    lost = desk.page.get_by_role("alert").filter(has_text="画面から削除されました")
    expect(lost).to_contain_text("場所")
    expect(lost.get_by_text("消える前の道", exact=True)).to_be_visible()
    expect(desk.page.get_by_label("場所")).to_have_count(0)
    assert desk.page.evaluate("node => node === document.activeElement", node)
    assert desk.caret() == (2, 2)
    desk.page.reload()
    desk.connected()
    expect(lost.get_by_text("消える前の道", exact=True)).to_be_visible()
    expect(desk.field("幅")).to_have_value("120")


def test_the_field_that_is_typed_in_may_be_the_one_that_goes(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "橋")
    desk.types("幅", "まだ途中")
    served.edit((FORM, "fields: [place, kind, cost]"))
    lost = desk.page.get_by_role("alert").filter(has_text="画面から削除されました")
    expect(lost.get_by_text("まだ途中", exact=True)).to_be_visible()
    expect(desk.field("場所")).to_have_value("橋")
    desk.types("概算", "500")
    assert desk.stayed()


def test_a_renamed_field_keeps_its_text_and_the_caret(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    desk.types("幅", "120")
    desk.page.keyboard.press("ArrowLeft")
    served.edit(
        ("width: {title: 幅}", "breadth: {title: 幅員, was: width}"),
        (FORM, "fields: [place, kind, breadth, cost]"),
        ("kind: 段差, width: 30", "kind: 段差, breadth: 30"),
        ("kind: 穴ぼこ, width: 12", "kind: 穴ぼこ, breadth: 12"),
        ("kind: 段差, width: 45", "kind: 段差, breadth: 45"),
    )
    expect(desk.field("幅員")).to_have_value("120")
    expect(desk.field("幅員")).to_be_focused()
    assert desk.caret() == (2, 2)
    desk.page.keyboard.type("5")
    desk.types("場所", "広い道")
    desk.button("登録する").click()
    expect(desk.page.locator(".kit-value", has_text="幅員")).to_contain_text("1250")


def test_fields_that_change_places_keep_what_is_typed(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "上の道")
    desk.types("幅", "7")
    served.edit((FORM, "fields: [cost, width, kind, place]"))
    labels = desk.page.locator(".kit-label-text")
    expect(labels).to_have_text(["概算", "幅", "種別", "場所"])
    expect(desk.field("場所")).to_have_value("上の道")
    expect(desk.field("幅")).to_have_value("7")
    desk.button("登録する").click()
    expect(desk.page.get_by_role("heading", name="上の道")).to_be_visible()


def test_controls_that_no_page_had_yet_work_at_once(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "新しい道")
    served.edit(
        (
            "cost: {title: 概算, feature: F1}",
            "cost: {title: 概算, feature: F1}\n"
            "      note: {title: 状況, type: multiline}\n"
            "      seen_on: {title: 見た日, type: date}\n"
            "      danger: {title: 危ない, type: boolean}\n"
            "      near: {title: 近い通報, type: reference, entity: report}\n"
            "      goods: {title: 必要な物, type: multi_choice, choices: [砂, 看板]}",
        ),
        (FORM, "fields: [place, kind, width, cost, note, seen_on, danger, near, goods]"),
    )
    desk.types("状況", "深い穴")
    desk.page.get_by_role("textbox", name="見た日").fill("2026-04-01")
    desk.button("見た日をカレンダーから選ぶ").click()
    expect(desk.page.locator(".q-date")).to_be_visible()
    desk.page.keyboard.press("Escape")
    desk.field("危ない").click()
    desk.field("看板").click()
    expect(desk.field("近い通報")).to_be_visible()
    desk.button("登録する").click()
    expect(desk.page.get_by_role("heading", name="新しい道")).to_be_visible()
    expect(desk.page.locator(".kit-value", has_text="状況")).to_contain_text("深い穴")
    expect(desk.page.locator(".kit-value", has_text="必要な物")).to_contain_text("看板")
    assert desk.errors == []


def test_a_field_that_changes_its_type_keeps_its_records_and_what_is_typed(
    served: Served, enter: Enter
) -> None:
    roads = enter("/s/report_form")
    roads.types("場所", "前からの道")
    roads.types("幅", "30")
    roads.button("登録する").click()
    expect(roads.page.locator(".kit-value", has_text="幅")).to_contain_text("30")
    desk = enter("/s/report_form")
    desk.types("場所", "広さの道")
    desk.types("幅", "88")
    served.edit(("width: {title: 幅}", "width: {title: 幅, type: integer, unit: cm}"))
    expect(roads.page.locator(".kit-value", has_text="幅")).to_contain_text("30cm")
    expect(desk.page.get_by_text("cm", exact=True)).to_be_visible()
    expect(desk.field("幅")).to_have_value("88")
    desk.button("登録する").click()
    expect(desk.page.locator(".kit-value", has_text="幅")).to_contain_text("88cm")


def test_text_of_a_field_that_becomes_a_tick_is_handed_back(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "印の道")
    desk.types("概算", "八万円ほど")
    served.edit(("cost: {title: 概算,", "cost: {title: 概算, type: boolean,"))
    tick = desk.page.get_by_role("checkbox", name="概算")
    expect(tick).not_to_be_checked()
    expect(desk.page.get_by_role("alert")).to_contain_text("八万円ほど")
    tick.click()
    expect(tick).to_be_checked()
    desk.button("登録する").click()
    expect(desk.page.locator(".kit-value", has_text="概算")).to_contain_text("はい")
