"""Deciding on a sheet: recorded in the spec, seen by everybody, and nothing typed is lost."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served, save
from tests.live.workshop.deciding import card, decide_mode, lines_of, opened, press, press_card

FORM = "/s/report_form"


def test_a_press_changes_its_feature_in_the_spec_and_no_other_byte_and_all_see_it(
    served: Served, enter: Enter
) -> None:
    before = lines_of(served.spec)
    other, until_first = enter(f"{FORM}?phase="), enter(f"{FORM}?phase=1")
    board, log = enter("/board"), enter("/log")
    expect(until_first.field("概算")).to_be_visible()
    desk = decide_mode(enter(FORM))
    sheet = press(desk, "概算").choose("第2期").fill("電話で足りる", "建設課 係長", "月20件")
    sheet.press().is_closed()
    expect(desk.page.get_by_text("「概算の記録」を「第2期」に決めました")).to_be_visible()
    cost = other.page.locator(".kit-field", has_text="概算")
    expect(cost.locator(".kit-chip")).to_have_text("第2期")
    expect(until_first.field("概算")).to_have_count(0)
    for said in ("建設課 係長", "電話で足りる", "月20件"):
        expect(card(board, "第2期", "概算の記録")).to_contain_text(said)
        expect(log.page.get_by_role("row", name="電話で足りる")).to_contain_text(said)
    assert other.stayed()
    assert board.stayed()
    after = lines_of(served.spec)
    changed = [n for n, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    assert [before[n].split(":")[0].strip() for n in changed] == ["F1"]
    line = after[changed[0]]
    record = re.search(r", decisions: \[(\{id: .*?\})\]", line)
    assert record
    said = record[1]
    for part in ('from: 1, phase: 2, by: "建設課 係長"', '"電話で足りる"', 'revisit: "月20件"'):
        assert part in said
    without = line.replace(record[0], "").replace("phase: 2,", "phase: 1,", 1)
    assert without == before[changed[0]]


def test_the_sheet_says_what_the_feature_is_for_and_what_hangs_on_it(enter: Enter) -> None:
    sheet = press(decide_mode(enter("/s/report_detail/1")), "写真")
    sheet.says("写真を付ける", "電話を減らす", "概算の記録(第1期)", "対象外の管理(第2期)", "難しい")
    sheet = press_card(enter("/board"), "対象外の管理")
    sheet.says("通報から完了まで / 受け付ける", "2026-11-05 15:05", "第1期 → 第2期")
    sheet.says("当面は人が判断する", "見直す条件: 20件/月")


def test_reason_and_name_are_asked_for_and_the_same_phase_is_no_decision(
    served: Served, enter: Enter
) -> None:
    before = served.spec.read_bytes()
    sheet = press_card(enter("/board"), "通知").choose("対象外").press()
    expect(sheet.field("理由")).to_have_attribute("aria-invalid", "true")
    expect(sheet.field("決めた人")).to_have_attribute("aria-invalid", "true")
    expect(sheet.field("理由")).to_be_focused()
    sheet.choose("未決").fill("やはり", "総務課").press().says("今と同じ期です")
    assert served.spec.read_bytes() == before


def test_a_decision_against_needs_is_told_before_and_both_move_as_one(
    enter: Enter,
) -> None:
    board = enter("/board")
    sheet = press_card(board, "対象外の管理").choose("第1期")
    sheet.says("「対象外の管理」に先に必要な「写真を付ける」が「第2期」です")
    sheet.fill("春までに要る", "建設課 課長").press("合わない機能も一緒に動かす").is_closed()
    for title in ("対象外の管理", "写真を付ける"):
        expect(card(board, "第1期", title)).to_contain_text("春までに要る")
    expect(board.page.locator(".workshop-unmet")).to_have_count(0)


def test_one_that_moves_alone_against_its_needs_is_marked_on_the_board(
    enter: Enter,
) -> None:
    board = enter("/board")
    sheet = press_card(board, "対象外の管理").choose("第1期").fill("急ぐ", "課長")
    sheet.press("この機能だけを動かす").is_closed()
    unmet = card(board, "第1期", "対象外の管理").locator(".workshop-unmet")
    expect(unmet).to_contain_text("← F2 写真を付ける(第2期)")


def test_who_was_slower_sees_both_and_decides_again_on_what_is_there_now(
    served: Served, enter: Enter
) -> None:
    first, second = enter("/board"), enter("/board")
    slower = press_card(second, "通知").choose("対象外").fill("要らない", "喜多方市 総務課")
    press_card(first, "通知").choose("第2期").fill("後でよい", "建設課").press().is_closed()
    expect(card(second, "第2期", "通知")).to_be_attached()
    slower.press().says("先に「第2期」に決めていました", "建設課「後でよい」", "案は「対象外」")
    expect(slower.field("理由")).to_have_value("要らない")
    assert "要らない" not in served.spec.read_text(encoding="utf-8")
    slower.press().is_closed()
    expect(card(first, "対象外", "通知")).to_contain_text("喜多方市 総務課")
    said = served.spec.read_text(encoding="utf-8")
    assert 'from: undecided, phase: 2, by: "建設課", reason: "後でよい"' in said
    assert 'from: 2, phase: out, by: "喜多方市 総務課", reason: "要らない"' in said


def test_half_typed_text_stays_through_a_change_a_closed_sheet_and_a_reload(
    served: Served, enter: Enter
) -> None:
    desk = decide_mode(enter(FORM))
    sheet = press(desk, "概算").choose("対象外")
    reason = sheet.field("理由")
    reason.click()
    reason.press_sequentially("県の補助")
    for number in range(3):
        name = ("場所", "場所0", "場所1", "場所2")[number : number + 2]
        served.edit((f"title: {name[0]}, ", f"title: {name[1]}, "))
        expect(desk.page.locator("main", has_text=name[1])).to_be_attached()
    expect(reason).to_be_focused()
    desk.page.keyboard.type("が決まる")
    expect(reason).to_have_value("県の補助が決まる")
    desk.page.keyboard.press("Escape")
    sheet.is_closed()
    sheet = press(desk, "概算").says("まだ記録していない内容を戻しました")
    expect(sheet.field("理由")).to_have_value("県の補助が決まる")
    desk.page.reload()
    desk.connected()
    sheet = press(desk, "概算")
    expect(sheet.field("理由")).to_have_value("県の補助が決まる")
    expect(sheet.whole.get_by_label("対象外", exact=True)).to_be_checked()
    sheet.fill(by="建設課").press("この機能だけを動かす").is_closed()
    press_card(enter("/board"), "概算の記録").says("県の補助が決まる")
    sheet = press(desk, "概算")
    expect(sheet.field("理由")).to_have_value("")
    expect(sheet.field("決めた人")).to_have_value("建設課")
    assert desk.errors == []


def test_a_decision_on_a_broken_spec_waits_is_told_and_comes_when_it_is_mended(
    served: Served, enter: Enter
) -> None:
    good = served.spec.read_text(encoding="utf-8")
    board, log = enter("/board"), enter("/log")
    save(served.spec, good + "features: [\n")
    served.generate.until("前の試作品を動かしたまま")
    sheet = press_card(board, "通知").choose("第2期").fill("次の年度に", "総務課 係長")
    sheet.press().is_closed()
    expect(board.page.get_by_text("預かりました")).to_be_visible()
    waiting = log.page.get_by_role("heading", name="仕様に書き込むのを待っているもの(1件)")
    expect(waiting).to_be_visible()
    expect(log.page.get_by_text("「通知」を「第2期」に。次の年度に")).to_be_visible()
    save(served.spec, good)
    expect(card(board, "第2期", "通知")).to_contain_text("次の年度に")
    expect(waiting).to_have_count(0)
    assert served.spec.read_text(encoding="utf-8").count("次の年度に") == 1


def test_what_cannot_be_written_safely_is_shown_to_be_pasted_and_stays_typed(
    served: Served, enter: Enter
) -> None:
    served.edit(
        ("  F4: {title: 通知, phase: undecided, needs: [F3]}", "  F4: &shared {title: 通知}"),
        ("questions:\n", "  F5: *shared\nquestions:\n"),
    )
    board = enter("/board")
    board.page.locator(".workshop-card", has_text="F5 通知").get_by_role("button").click()
    sheet = opened(board).choose("第1期").fill("貼り付ける理由", "建設課").press()
    sheet.says("何も変えていません", "手で書くときは", 'reason: "貼り付ける理由"')
    expect(sheet.field("理由")).to_have_value("貼り付ける理由")
    assert "貼り付ける理由" not in served.spec.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_told_and_what_was_typed_stays(
    served: Served, enter: Enter
) -> None:
    sheet = press_card(enter("/board"), "通知").choose("第1期").fill("消えない理由", "総務課")
    away = served.spec.with_suffix(".away")
    served.spec.rename(away)
    try:
        sheet.press("この機能だけを動かす").says("仕様のファイルに書けませんでした")
        expect(sheet.field("理由")).to_have_value("消えない理由")
    finally:
        away.rename(served.spec)
    sheet.press("この機能だけを動かす").is_closed()
    assert "消えない理由" in served.spec.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "hostile", ["<img src=x onerror='window.hit=1'>", '{{7*7}} "\\ #: *&', "=1+1"]
)
def test_hostile_text_stays_text_wherever_it_is_shown(
    served: Served, enter: Enter, hostile: str
) -> None:
    board = enter("/board")
    press_card(board, "通知").choose("対象外").fill(hostile, hostile, hostile).press().is_closed()
    shown = [board, enter("/log")]
    for visitor in shown:
        expect(visitor.page.get_by_text(hostile, exact=True).first).to_be_visible()
    sheet = press_card(board, "通知").says(hostile)
    assert sheet.visitor.errors == []
    for visitor in shown:
        assert not visitor.page.evaluate("window.hit")
    assert json.dumps(hostile, ensure_ascii=False) in served.spec.read_text(encoding="utf-8")
