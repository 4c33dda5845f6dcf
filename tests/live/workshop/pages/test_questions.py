"""Questions on a part: left, seen on the part, answered, and in the log."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.workshop.deciding import card, decide_mode, press

FORM = "/s/report_form"
ASK, LEAVE = "質問・気づきを残す", "残す"
HOSTILE = "<script>window.hit=1</script>{{1+1}} なぜ?"


def test_a_question_on_a_part_is_seen_on_it_by_all_and_answered_on_the_list(
    served: Served, enter: Enter
) -> None:
    other, listing, log = enter(FORM), enter("/questions"), enter("/log")
    pin = other.page.get_by_role("button", name="「場所」を決める・聞く(未回答の質問1件)")
    expect(pin).to_have_count(0)
    sheet = press(decide_mode(enter(FORM)), "場所")
    sheet.whole.get_by_text(ASK).click()
    sheet.field("質問・気づき").fill(HOSTILE)
    sheet.field("聞きたい相手").fill("建設課")
    sheet.field("質問した人").fill("喜多方市 総務課")
    sheet.press(LEAVE).is_closed()
    expect(pin).to_have_text("？1")
    pin.click()  # not in decide mode: the pin is always a way in
    expect(other.page.get_by_role("dialog")).to_contain_text(HOSTILE)
    other.page.keyboard.press("Escape")
    question = listing.page.locator(".workshop-question", has_text=HOSTILE)
    expect(question).to_contain_text("Q2 通報 / 場所")
    expect(question).to_contain_text("→ 建設課")
    question.get_by_text("答える", exact=True).click()
    question.get_by_label("答え").first.fill("国道から50m")
    question.get_by_label("答えた人").fill("建設課 係長")
    question.get_by_role("button", name="答えを記録する").click()
    expect(listing.page.get_by_role("heading", name="答えのある質問(1件)")).to_be_visible()
    expect(pin).to_have_count(0)
    rows = log.page.get_by_role("row")
    expect(rows.filter(has_text=HOSTILE)).to_contain_text("通報 / 場所")
    expect(rows.filter(has_text="国道から50m")).to_contain_text("建設課 係長")
    said = served.spec.read_text(encoding="utf-8")
    assert "about: report.place" in said
    assert 'answer: "国道から50m"' in said
    assert not [visitor for visitor in (other, listing, log) if visitor.page.evaluate("window.hit")]


def test_a_question_is_answered_on_the_part_itself(served: Served, enter: Enter) -> None:
    desk = decide_mode(enter(FORM))
    sheet = press(desk, "概算").says("誰が金額を決めるか", "→ 建設課")
    sheet.whole.get_by_text("答える", exact=True).click()
    sheet.field("答え").first.fill("係長")
    sheet.field("答えた人").fill("建設課")
    sheet.press("答えを記録する").is_closed()
    expect(
        desk.page.get_by_role("button", name="「概算」を決める・聞く", exact=True)
    ).to_be_visible()
    assert "answer: 係長" in served.spec.read_text(encoding="utf-8").replace('"', "")


def test_half_typed_answers_stay_while_the_list_changes(served: Served, enter: Enter) -> None:
    listing = enter("/questions")
    listing.page.get_by_text("答える", exact=True).click()
    answer = listing.page.get_by_label("答え").first
    answer.click()
    answer.press_sequentially("課内で")
    served.edit(("questions:\n", "questions:\n  Q0: {about: F2, text: 何枚まで}\n"))
    expect(listing.page.get_by_text("何枚まで")).to_be_visible()
    q1 = listing.page.locator(".workshop-question", has_text="誰が金額を決めるか")
    answer = q1.get_by_label("答え").first
    expect(answer).to_be_focused()
    listing.page.keyboard.type("相談中")
    expect(answer).to_have_value("課内で相談中")
    for _ in range(10):  # what is typed in the last moment may still be on its way
        listing.page.reload()
        listing.connected()
        if answer.input_value() == "課内で相談中":
            break
    expect(answer).to_have_value("課内で相談中")
    q1.get_by_label("答えた人").fill("建設課")
    q1.get_by_role("button", name="答えを記録する").click()
    expect(listing.page.get_by_role("heading", name="答えのある質問(1件)")).to_be_visible()
    assert "課内で相談中" in served.spec.read_text(encoding="utf-8")


def test_two_who_answer_at_once_see_both(served: Served, enter: Enter) -> None:
    slow, fast = decide_mode(enter(FORM)), enter("/questions")
    sheet = press(slow, "概算")
    sheet.whole.get_by_text("答える", exact=True).click()
    sheet.field("答え").first.fill("遅い答え")
    sheet.field("答えた人").fill("喜多方市")
    fast.page.get_by_text("答える", exact=True).click()
    fast.page.get_by_label("答え").first.fill("早い答え")
    fast.page.get_by_label("答えた人").fill("会津若松市")
    fast.button("答えを記録する").click()
    expect(fast.page.get_by_role("heading", name="答えのある質問(1件)")).to_be_visible()
    sheet.press("答えを記録する").says("早い答え", "会津若松市", "遅い答え")
    assert "遅い答え" not in served.spec.read_text(encoding="utf-8")


def test_a_question_on_what_the_spec_does_not_name_goes_to_what_it_is_in(
    served: Served, enter: Enter
) -> None:
    sheet = press(decide_mode(enter("/s/report_list")), "状態")
    sheet.whole.get_by_text(ASK).click()
    sheet.field("質問・気づき").fill("だれが変えるか")
    sheet.field("質問した人").fill("総務課")
    sheet.press(LEAVE).is_closed()
    expect(enter("/questions").page.get_by_text("だれが変えるか")).to_be_visible()
    assert "{about: report, " in served.spec.read_text(encoding="utf-8")
    expect(card(enter("/board"), "第1期", "概算の記録")).to_be_visible()
