"""Only so much of a sheet comes back as a prototype can look at without holding everybody up."""

from __future__ import annotations

import pytest

from blueprints.kit.fields.text import Text
from blueprints.kit.spreadsheet.files import NoSheetError
from blueprints.kit.spreadsheet.parsing import MOST_CHARACTERS, MOST_COLUMNS, sheet_of
from tests.kit.store.making import make

REPORT = make("report", {"place": Text("場所"), "note": Text("メモ")})


def test_columns_are_matched_by_their_titles_however_many_others_there_are() -> None:
    others = ",".join(f"x{number}" for number in range(MOST_COLUMNS - 2))
    sheet = sheet_of(f"メモ,{others},場所\n1,{others},2\n".encode(), REPORT, {})
    assert sheet.lines[0].texts == {"note": "1", "place": "2"}
    assert len(sheet.left_out) == MOST_COLUMNS - 2


def test_more_columns_than_anybody_has_are_refused_unless_they_are_empty() -> None:
    others = ",".join(f"x{number}" for number in range(MOST_COLUMNS))
    with pytest.raises(NoSheetError, match="大きすぎて"):
        sheet_of(f"場所,{others}\n1\n".encode(), REPORT, {})
    sheet = sheet_of(f"場所{',' * 5000}\n1\n".encode(), REPORT, {})
    assert sheet.lines[0].texts == {"place": "1"}


def test_more_text_than_is_held_for_one_dialog_is_refused_and_what_stays_out_does_not_count() -> (
    None
):
    line = "あ" * 10_000
    lines = MOST_CHARACTERS // len(line) + 1
    with pytest.raises(NoSheetError, match="大きすぎて"):
        sheet_of(("場所\n" + f"{line}\n" * lines).encode(), REPORT, {})
    sheet = sheet_of(("場所,x\n" + f"1,{line}\n" * lines).encode(), REPORT, {})
    assert len(sheet.lines) == lines


def test_two_columns_of_one_title_mean_two_fields_in_their_order() -> None:
    twice = make("report", {"first": Text("場所"), "second": Text("場所")})
    sheet = sheet_of("場所,場所,場所\n1,2,3\n".encode(), twice, {})
    assert sheet.lines[0].texts == {"first": "1", "second": "2"}
    called = {"second": "現場"}
    sheet = sheet_of("現場,場所\n1,2\n".encode(), twice, called)
    assert sheet.lines[0].texts == {"second": "1", "first": "2"}
