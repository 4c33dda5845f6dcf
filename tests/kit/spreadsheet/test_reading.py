"""An uploaded spreadsheet is read in a worker process, within limits; a bad one breaks nothing."""

from __future__ import annotations

import io
import os
from collections import deque
from collections.abc import Callable
from itertools import islice

import openpyxl
import pytest

from blueprints.kit.spreadsheet.files import NoSheetError
from blueprints.kit.spreadsheet.reading import rows_of
from blueprints.kit.texts import say, speak
from blueprints.kit.worker.shared import WORKER
from tests.kit.hostile_sheets import (
    AT_THE_LIMIT,
    REFUSED,
    TITLES,
    far_cells,
    sheet,
    strings,
    workbook,
)
from tests.memory import begin_anew, resident

MOST_MEMORY = 220_000_000
"""Bytes that the worker process may take, all in all."""


@pytest.fixture
def reader() -> int:
    """The worker process, whose peak of memory is about one test."""
    WORKER.warm_up()
    assert WORKER.process_id
    begin_anew(WORKER.process_id)
    return WORKER.process_id


def rows(content: bytes) -> list[list[str]]:
    with rows_of(io.BytesIO(content)) as found:
        return list(found)


@pytest.mark.parametrize(("why", "make"), REFUSED.values(), ids=list(REFUSED))
def test_a_sheet_that_asks_for_too_much_is_refused_without_taking_it(
    reader: int, why: str, make: Callable[[], bytes]
) -> None:
    content = make()
    begin_anew(os.getpid())
    own = resident(os.getpid())
    with pytest.raises(NoSheetError) as refused, rows_of(io.BytesIO(content)) as found:
        deque(found, maxlen=0)  # reads all and keeps nothing
    assert str(refused.value).startswith(say(why, line="131073")[:10])
    # It was refused in words, not ended; at most it left by itself, to give memory back.
    assert WORKER.process_id in (reader, None)
    assert resident(reader, "VmHWM") < MOST_MEMORY
    assert resident(os.getpid(), "VmHWM") - own < 20_000_000


@pytest.mark.slow
@pytest.mark.parametrize(("why", "make"), AT_THE_LIMIT.values(), ids=list(AT_THE_LIMIT))
def test_what_takes_longest_takes_no_more_than_was_allowed(
    reader: int, why: str, make: Callable[[], bytes]
) -> None:
    content, message = make(), ""
    try:
        with rows_of(io.BytesIO(content)) as found:
            deque(found, maxlen=0)
    except NoSheetError as refused:
        message = str(refused)
    assert message == (say(why) if why else "")
    assert resident(reader, "VmHWM") < MOST_MEMORY


def test_a_sheet_says_how_large_it_is_and_is_not_believed() -> None:
    cells = '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>'
    small = workbook(sheet([TITLES, cells], before='<dimension ref="A1"/>'))
    assert rows(small) == [["場所"], ["1", "2"]]
    large = workbook(sheet([TITLES, cells], before='<dimension ref="A1:XFD1048576"/>'))
    assert rows(large) == [["場所"], ["1", "2"]]


def test_a_row_far_below_takes_no_more_time_than_is_wanted() -> None:
    with rows_of(io.BytesIO(far_cells([1_048_576]))) as found:
        assert len(list(islice(found, 4000))) == 4000


def test_a_workbook_of_an_office_is_read_with_all_its_sheets_pictures_and_notes() -> None:
    book = openpyxl.Workbook()
    assert book.active
    book.active.append(["場所", "日"])
    book.active.append(["城前の道", 12])
    for number in range(60):
        book.create_sheet(f"{number}月").append(["=1+1"])
    out = io.BytesIO()
    book.save(out)
    assert rows(out.getvalue()) == [["場所", "日"], ["城前の道", "12"]]


def test_texts_that_cells_refer_to_and_prefixes_of_names_are_read() -> None:
    found = workbook(
        sheet(['<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>']),
        strings=["<si><t>場所</t></si>", "<si><r><t>駅</t></r><r><t>前</t></r></si>"],
    )
    assert rows(found) == [["駅前", "場所"]]
    assert rows(strings([])) == [["場所"]]


def test_it_is_said_in_the_language_of_the_prototype_why_a_sheet_can_not_be_read() -> None:
    speak("en")
    with pytest.raises(NoSheetError, match="can't be read"):
        rows(b"\0")
    speak("ja")
    with pytest.raises(NoSheetError, match="読めません"):
        rows(b"\0")
