"""The log: everything that was said, taken back with a reason, taken along for the minutes."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from generator.cli import main
from tests.live.room.conftest import Enter
from tests.live.serving import Served, save
from tests.live.workshop.deciding import card, opened, press_card

FORMULA = '=HYPERLINK("http://192.0.2.1","押す")'


def test_undo_is_a_decision_of_its_own_and_nothing_is_erased(served: Served, enter: Enter) -> None:
    log, board = enter("/log"), enter("/board")
    log.button("「対象外の管理」の決定を取り消す").click()
    sheet = opened(log)
    expect(sheet.whole.get_by_label("第1期", exact=True)).to_be_checked()
    expect(sheet.field("理由")).to_have_value("取消し: 「当面は人が判断する」")
    expect(sheet.field("決めた人")).to_have_value("")
    sheet.fill(by="建設課 課長").press("この機能だけを動かす").is_closed()
    expect(card(board, "第1期", "対象外の管理")).to_contain_text("建設課 課長")
    rows = log.page.get_by_role("row")
    expect(rows.filter(has_text="当面は人が判断する")).to_have_count(2)
    expect(rows.nth(1)).to_contain_text(re.compile("第2期.*第1期.*取消し"))
    expect(log.page.get_by_role("button", name="「対象外の管理」の決定を取り消す")).to_have_count(1)
    said = served.spec.read_text(encoding="utf-8")
    assert "id: 01AA" in said
    assert 'from: 2, phase: 1, by: "建設課 課長"' in said


def test_the_log_is_taken_along_as_text_that_no_program_runs(enter: Enter, tmp_path: Path) -> None:
    press_card(enter("/board"), "通知").choose("対象外").fill(
        FORMULA, "@総務課", "+1"
    ).press().is_closed()
    log = enter("/log")
    expect(log.page.get_by_role("row", name=FORMULA)).to_be_visible()
    workbook = openpyxl.load_workbook(download(log.page, "Excelで書き出す", tmp_path))
    cells = [cell for row in workbook.worksheets[0] for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "inlineStr"}
    values = {cell.value: cell for cell in cells}
    for said in (FORMULA, "@総務課", "+1"):
        assert values[said].quotePrefix
    text = download(log.page, "Markdownで書き出す", tmp_path).read_text(encoding="utf-8")
    assert text.startswith("# 町の通報")
    assert "誰が金額を決めるか" in text
    assert "http://" not in text


def download(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as awaited:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / awaited.value.suggested_filename
    awaited.value.save_as(path)
    return path


def test_a_decision_that_somebody_elses_save_dropped_long_ago_is_offered_back(
    served: Served, enter: Enter
) -> None:
    before = served.spec.read_text(encoding="utf-8")
    board, log = enter("/board"), enter("/log")
    press_card(board, "通知").choose("対象外").fill("消される", "総務課").press().is_closed()
    expect(card(board, "対象外", "通知")).to_be_visible()
    age_journal(served.spec)
    save(served.spec, before)
    expect(card(board, "未決", "通知")).to_be_visible()
    gone = log.page.get_by_role("heading", name="記録したあとで、仕様から消えたもの(1件)")
    expect(gone).to_be_visible()
    expect(log.page.get_by_text("「通知」を「対象外」に。消される")).to_be_visible()
    expect(board.page.get_by_text("仕様に書かれていないものが 1件あります")).to_be_visible()
    served.generate.until("仕様に書かれていないものが 1件あります")
    served.generate.until("総務課: 「通知」を「対象外」に。消される")
    save(served.spec, f"{before}# もう一度\n")
    served.generate.until("仕様に書かれていないものが 1件あります")
    log.button("仕様に書き込む").click()
    expect(card(board, "対象外", "通知")).to_contain_text("消される")
    expect(gone).to_have_count(0)
    expect(board.page.get_by_text("仕様に書かれていないもの")).to_have_count(0)


def test_a_save_that_has_not_seen_the_last_decision_is_told_that_it_is_put_back(
    served: Served, enter: Enter
) -> None:
    before = served.spec.read_text(encoding="utf-8")
    board = enter("/board")
    press_card(board, "通知").choose("対象外").fill("残ること", "総務課").press().is_closed()
    expect(card(board, "対象外", "通知")).to_be_visible()
    save(served.spec, before)
    served.generate.until("いまの保存で仕様から消えた 1件")
    expect(card(board, "対象外", "通知")).to_contain_text("残ること")


def test_what_is_answered_in_another_terminal_is_asked_no_more(
    served: Served, enter: Enter
) -> None:
    before = served.spec.read_text(encoding="utf-8")
    board = enter("/board")
    press_card(board, "通知").choose("対象外").fill("要らない", "総務課").press().is_closed()
    expect(card(board, "対象外", "通知")).to_be_visible()
    age_journal(served.spec)
    save(served.spec, before)
    expect(board.page.get_by_text("仕様に書かれていないものが 1件あります")).to_be_visible()
    assert main(["restore", str(served.spec), "--let-go"]) == 0
    expect(board.page.get_by_text("仕様に書かれていないもの")).to_have_count(0)


def test_a_dropped_decision_that_nobody_wants_is_let_go(served: Served, enter: Enter) -> None:
    before = served.spec.read_text(encoding="utf-8")
    board, log = enter("/board"), enter("/log")
    press_card(board, "通知").choose("対象外").fill("要らない", "総務課").press().is_closed()
    expect(card(board, "対象外", "通知")).to_be_visible()
    age_journal(served.spec)
    save(served.spec, before)
    log.button("取り下げる").click()
    expect(log.page.get_by_text("仕様から消えたもの")).to_have_count(0)
    assert "要らない" not in served.spec.read_text(encoding="utf-8")


def age_journal(spec: Path) -> None:
    """Let what was decided have been decided an hour ago."""
    journal = spec.with_name(f".{spec.name}.decisions.jsonl")
    text = re.sub(
        r'"time": ([0-9.]+)', lambda found: f'"time": {float(found[1]) - 3600}', journal.read_text()
    )
    journal.write_text(text)
