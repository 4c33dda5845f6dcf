"""A page changes in place: what somebody is doing in it goes on."""

from __future__ import annotations

from nicegui import ui
from playwright.sync_api import expect

from generator.live.room.patch import scratch, transplant
from tests.live.room.conftest import Enter
from tests.live.serving import Served

PLACE = ("place: {title: 場所,", "place: {title: ばしょ,")


def test_a_new_label_appears_and_text_caret_focus_scroll_and_address_stay(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form", viewport={"width": 900, "height": 260})
    place = desk.types("場所", "市役所の前")
    node = place.element_handle()
    place.press("ArrowLeft")
    place.press("Shift+ArrowLeft")
    desk.page.mouse.wheel(0, 60)
    desk.page.wait_for_function("window.scrollY > 0")
    before = desk.page.evaluate("window.scrollY")
    served.edit(PLACE)
    expect(desk.field("ばしょ")).to_have_value("市役所の前")
    assert desk.page.evaluate("node => node === document.activeElement", node)
    assert desk.caret() == (3, 4)
    assert desk.page.evaluate("window.scrollY") == before
    assert desk.page.url == f"{served.address}/s/report_form"
    desk.page.keyboard.type("裏")
    expect(desk.field("ばしょ")).to_have_value("市役所裏前")
    assert desk.stayed()
    assert desk.errors == []


def test_what_stayed_on_the_page_is_what_is_saved(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "変わる前の道")
    served.edit(PLACE)
    expect(desk.field("ばしょ")).to_be_visible()
    desk.page.keyboard.type("と後の道")
    desk.button("登録する").click()
    expect(desk.page.get_by_role("heading", name="変わる前の道と後の道")).to_be_visible()


def test_a_composition_in_progress_goes_on(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    place = desk.types("場所", "市")
    desk.page.evaluate(
        """window.composed = [];
        for (const kind of ["compositionstart", "compositionend"])
          addEventListener(kind, (event) => composed.push(kind + " " + event.data), true);"""
    )
    ime = desk.page.context.new_cdp_session(desk.page)
    ime.send(
        "Input.imeSetComposition", {"text": "やくしょ", "selectionStart": 4, "selectionEnd": 4}
    )
    expect(place).to_have_value("市やくしょ")
    served.edit(PLACE)
    expect(desk.field("ばしょ")).to_have_value("市やくしょ")
    assert desk.page.evaluate("composed") == ["compositionstart "]
    ime.send("Input.insertText", {"text": "役所"})
    expect(desk.field("ばしょ")).to_have_value("市役所")
    assert desk.page.evaluate("composed") == ["compositionstart ", "compositionend 役所"]
    desk.button("登録する").click()
    expect(desk.page.get_by_role("heading", name="市役所", exact=True)).to_be_visible()


def test_an_open_dialog_stays_with_its_half_typed_reason(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_detail/1")
    desk.button("対象外にする").click()
    dialog = desk.page.get_by_role("dialog", name="対象外にする")
    reason = dialog.get_by_label("理由")
    reason.click()
    reason.press_sequentially("私道なので")
    served.edit(PLACE)
    expect(desk.page.locator("dt", has_text="ばしょ")).to_be_attached()
    expect(reason).to_have_value("私道なので")
    expect(reason).to_be_focused()
    desk.page.keyboard.type("町では直せない")
    dialog.get_by_role("button", name="対象外にする", exact=True).click()
    expect(dialog).to_be_hidden()
    expect(desk.page.get_by_text("理由: 私道なので町では直せない")).to_be_visible()


def test_what_is_wrong_with_a_field_stays_said(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    desk.types("幅", "30")
    desk.button("登録する").click()
    expect(desk.page.get_by_role("alert")).to_contain_text("入力を確かめてください")
    served.edit(("width: {title: 幅}", "width: {title: 道の幅}"))
    expect(desk.field("道の幅")).to_have_value("30")
    expect(desk.page.get_by_role("alert")).to_contain_text("入力を確かめてください")
    expect(desk.field("場所")).to_have_attribute("aria-invalid", "true")


def test_a_chosen_word_stays_chosen(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    desk.field("種別").select_option("側溝")
    served.edit(("choices: [穴ぼこ, 段差, 側溝]", "choices: [倒木, 穴ぼこ, 段差, 側溝]"))
    expect(desk.field("種別").get_by_role("option")).to_have_count(5)
    expect(desk.field("種別")).to_have_value("側溝")
    desk.types("場所", "溝の道")
    desk.button("登録する").click()
    expect(desk.page.locator(".kit-value", has_text="種別")).to_contain_text("側溝")


def test_what_was_said_when_the_page_was_opened_stays_said(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "知らせの道")
    desk.button("登録する").click()
    said = desk.page.get_by_text("「知らせの道」を登録しました")
    expect(said).to_be_visible()
    served.edit(PLACE)
    expect(desk.page.locator("dt", has_text="ばしょ")).to_be_visible()
    expect(said).to_be_visible()


def test_only_what_differs_is_sent(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    served.edit(PLACE)
    expect(desk.field("ばしょ")).to_be_visible()
    served.edit(("width: {title: 幅}", "width: {title: はば}"))
    expect(desk.field("はば")).to_be_visible()
    assert sum(len(message.encode()) for message in desk.messages("update")) < 2 * 2_000


def test_nothing_is_sent_any_more_of_an_element_that_is_gone_before_its_update_was_sent() -> None:
    with scratch() as page:
        stays, goes = ui.label("place"), ui.label("list")
        page.outbox.updates.clear()
        stays.text, goes.text = "town", "board"
        with scratch() as beside:
            heir = ui.label("town hall")
        assert heir.id == stays.id
        transplant(page, beside)
        assert dict(page.outbox.updates) == {}
        sent = [(kind, what) for _, kind, what in page.outbox.messages]
    assert [(kind, list(what), what[heir.id]["text"]) for kind, what in sent] == [
        ("update", [heir.id], "town hall")
    ]
