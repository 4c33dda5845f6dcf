"""A database that another program holds, a full disk, a quicker colleague: what is typed stays."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served

LIST = "/s/report_list"
WAITING = "ほかの人の保存が終わるのを待っています"
IN_USE = "ほかの処理が記録を使っています"
NOT_WRITTEN = "ディスクに書き込めず"


@contextmanager
def locked(served: Served) -> Iterator[sqlite3.Connection]:
    """Hold the file of the records as another program does that writes into it."""
    file = sqlite3.connect(served.out / "data" / "records.db", isolation_level=None, timeout=30)
    file.execute("BEGIN IMMEDIATE")
    try:
        yield file
    finally:
        if file.in_transaction:
            file.rollback()
        file.close()


@contextmanager
def full_disk(served: Served) -> Iterator[None]:
    """Let the process of the prototype write nothing that needs more than a page of a file."""
    process = served.generate.room_process()
    soft, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, (soft, hard))


def test_others_are_answered_while_somebody_waits_and_what_is_typed_stays(
    served: Served, enter: Enter
) -> None:
    desk, other, chief = enter("/s/report_form"), enter(LIST), enter("/s/report_detail/2")
    desk.types("場所", "待つ道")
    chief.button("対象外にする").click()
    dialog = chief.page.get_by_role("dialog")
    dialog.get_by_label("理由").fill("見つからない")
    reject = dialog.get_by_role("button", name="対象外にする")
    with locked(served):
        desk.field("場所").press("Enter")
        reject.click()
        expect(desk.page.get_by_text(WAITING)).to_be_visible()  # told by a server that goes on
        other.visit(LIST)
        expect(other.page.get_by_role("main").get_by_text("城前の道")).to_be_visible()
        other.visit("/s/report_form").types("場所", "別の道")
        other.page.reload(wait_until="commit")
        other.connected()
        expect(other.field("場所")).to_have_value("別の道")  # drafts don't wait for it either
        expect(desk.page.get_by_role("main").get_by_role("alert")).to_contain_text(IN_USE)
        expect(desk.page.locator("[tabindex='-1']:focus")).to_contain_text("消えていません")
        expect(desk.field("場所")).to_have_value("待つ道")
        expect(dialog.get_by_role("alert")).to_contain_text(IN_USE)
    desk.button("登録する").dblclick()
    expect(desk.page.get_by_role("heading", name="待つ道")).to_be_visible()
    other.visit(LIST)
    expect(other.page.get_by_role("row").filter(has_text="待つ道")).to_have_count(1)
    reject.click()
    expect(chief.page.get_by_text("「対象外にする」をしました")).to_be_visible()
    expect(chief.page.get_by_text("見つからない")).to_be_visible()


def test_a_page_that_changes_while_it_saves_goes_on_to_what_was_saved(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "変わる道")
    with locked(served) as file:
        desk.button("登録する").click()
        expect(desk.page.get_by_text(WAITING)).to_be_visible()
        served.edit(("title: 場所", "title: ばしょ"))
        served.generate.until("記録を使っています")  # it is tried again as soon as they are free
        file.rollback()
    expect(desk.page.get_by_role("heading", name="変わる道")).to_be_visible()
    expect(desk.page.get_by_text("ばしょ")).to_be_visible()


def test_a_full_disk_is_told_and_what_is_typed_is_saved_when_there_is_room_again(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form")
    with full_disk(served):
        desk.types("場所", "長い道")
        desk.button("登録する").click()
        expect(desk.page.get_by_role("main").get_by_role("alert")).to_contain_text(NOT_WRITTEN)
        desk.page.reload(wait_until="commit")
        desk.connected()
        expect(desk.field("場所")).to_have_value("長い道")
    desk.button("登録する").click()
    expect(desk.page.get_by_role("heading", name="長い道")).to_be_visible()


def test_who_comes_second_is_told_what_the_other_did_and_sees_it(enter: Enter) -> None:
    first, second, third = (enter("/s/report_detail/3") for _ in range(3))
    third.button("対象外にする").click()
    dialog = third.page.get_by_role("dialog")
    dialog.get_by_label("理由").fill("二重の通報")
    first.button("受け付ける").click()
    expect(first.page.get_by_text("「受け付ける」をしました")).to_be_visible()
    second.button("受け付ける").click()
    told = "ほかの人がこの記録を先に変更しました(状態: 受付 → 確認中)"
    expect(second.page.get_by_text(told)).to_be_visible()
    expect(second.button("受け付ける")).to_have_count(0)
    dialog.get_by_role("button", name="対象外にする").click()
    expect(dialog.get_by_role("alert")).to_contain_text(told)
    dialog.get_by_role("button", name="対象外にする").click()
    expect(third.page.get_by_text("「対象外にする」をしました")).to_be_visible()


def test_a_card_that_somebody_else_changed_is_not_moved_over_it(
    served: Served, enter: Enter
) -> None:
    board = "  report_board: {title: 種別の板, kind: board, entity: report, by: kind}\n"
    served.edit(("  report_detail:", f"{board}  report_detail:"))
    served.generate.until("作りました")
    desk, other = enter("/s/report_board"), enter("/s/report_board")
    for visitor, kind in ((other, "側溝"), (desk, "穴ぼこ")):
        visitor.page.get_by_role("button", name="「城前の道」を進める").click()
        visitor.page.locator(".q-menu").get_by_text(kind, exact=True).click()
        told = "ほかの人がこの記録を先に変更しました(種別: 段差 → 側溝)"
        expect(visitor.page.get_by_text(told)).to_have_count(int(visitor is desk))
        column = visitor.page.get_by_role("region", name="側溝")
        expect(column.get_by_text("城前の道")).to_be_visible()
