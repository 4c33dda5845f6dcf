"""A list goes out as a file and comes back in: looked at first, written only when that is meant."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.kit.hostile_sheets import one_row
from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.visiting import Visitor

FIRST = ("      place: {title: 場所, required: true}", "      place: {title: 場所, unique: true}")


def take_in(desk: Visitor, text: str) -> Locator:
    """Choose a CSV that holds ``text`` and return the dialog that looks at it."""
    dialog = desk.page.get_by_role("dialog", name="取り込む")
    if not dialog.is_visible():
        desk.button("取り込む").click()
    sheet = {"name": "通報.csv", "mimeType": "text/csv", "buffer": text.encode("cp932")}
    dialog.get_by_label("ファイルを選ぶ").set_input_files(sheet)  # type: ignore[arg-type]
    return dialog


def test_bad_rows_are_named_and_nothing_comes_in_before_it_is_meant(
    served: Served, enter: Enter
) -> None:
    served.edit(FIRST)
    served.generate.until("作りました")
    desk = enter("/s/report_list")
    dialog = take_in(desk, "場所,種別,状態\n駅前の道,側溝,受付\n橋,<b>穴</b>,\n橋,段差,\n")
    rows = dialog.locator("tbody tr")
    expect(rows).to_have_text(
        [re.compile("3行目.*種別.*選択肢"), re.compile("4行目.*場所.*3行目と同じ")]
    )
    expect(dialog).to_contain_text("状態: 新しい記録は「受付」から始まります")
    confirm = dialog.get_by_role("button", name="取り込む")
    expect(confirm).to_be_disabled()
    take_in(desk, "場所,種別\n駅前の道,側溝\n新しい橋,段差\n城前の道,段差\n")
    expect(dialog.locator(".kit-counts")).to_have_text(
        re.compile("新しく登録1件.*変更1件.*今のまま1件.*直すところのある行0件")
    )
    expect(desk.page.locator("tbody", has_text="新しい橋")).to_have_count(0)
    confirm.click()
    done = desk.page.get_by_role("status").filter(has_text="新しい記録1件、変更1件")
    expect(done).to_be_visible()
    expect(desk.page.get_by_role("row", name=re.compile("駅前の道"))).to_contain_text("側溝")
    expect(desk.page.get_by_role("row", name=re.compile("新しい橋"))).to_contain_text("受付")


def test_of_many_columns_that_stay_out_some_are_named_and_the_others_counted(
    enter: Enter,
) -> None:
    titles = ",".join(f"余分{number}" for number in range(80))
    dialog = take_in(enter("/s/report_list"), f"場所,{titles},{'長' * 1000}\n新しい道,1\n")
    expect(dialog).to_contain_text("余分49: この名前の項目はありません")
    expect(dialog).to_contain_text("ほかに31列あります")
    expect(dialog.get_by_role("listitem")).to_have_count(50)


def test_a_sheet_that_unpacks_to_far_more_is_refused_in_words(enter: Enter) -> None:
    desk = enter("/s/report_list")
    dialog = take_in(desk, "題\n")
    bomb = {"name": "a.xlsx", "mimeType": "", "buffer": one_row("<c><v>1</v></c>", 16_000_000)}
    dialog.get_by_label("ファイルを選ぶ").set_input_files(bomb)  # type: ignore[arg-type]
    expect(dialog.get_by_role("alert")).to_contain_text("大きすぎて読めません")
    expect(dialog.get_by_role("button", name="取り込む")).to_be_disabled()
    take_in(desk, "場所\n新しい道\n")
    expect(dialog.locator(".kit-counts")).to_have_text(re.compile("新しく登録1件"))


def test_two_who_send_the_same_sheet_are_both_told_what_would_come_of_it(enter: Enter) -> None:
    visitors = [enter("/s/report_list"), enter("/s/report_list")]
    dialogs = [take_in(visitor, "場所\n新しい道\n") for visitor in visitors]
    for dialog in dialogs:
        expect(dialog.locator(".kit-counts")).to_have_text(re.compile("新しく登録1件"))


def test_what_is_no_sheet_is_refused_and_leaves_nothing_behind(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_list")
    dialog = take_in(desk, "題,値\n一,二\n")
    expect(dialog.get_by_role("alert")).to_contain_text("場所、種別")
    picture = {"name": "a.xlsx", "mimeType": "", "buffer": b"PK\x03\x04"}
    dialog.get_by_label("ファイルを選ぶ").set_input_files(picture)  # type: ignore[arg-type]
    expect(dialog.get_by_role("alert")).to_contain_text("このファイルは読めません")
    files = served.out / "data" / "files"
    assert [path.name for path in files.rglob("*") if path.name not in ("key", "databases")] == []
    handles = list(Path(f"/proc/{served.generate.room_process()}/fd").iterdir())
    opened = [str(handle.readlink()) for handle in handles if handle.is_symlink()]
    assert [name for name in opened if name.startswith(str(files))] == []
