"""What is written into a sheet is read from it again, and nothing in it is calculated."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from blueprints.kit.spreadsheet.files import CP932, EXCEL, FORMATS, UTF8, NoSheetError, read, write
from blueprints.kit.spreadsheet.values import Cell

HOSTILE = [
    '=HYPERLINK("http://example.com","x")',
    "+1+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "'=1",
    "''=1",
    "'それは",
    "＝1+1",
]
TEXTS = [
    "0012",
    "2026-04-01",
    "一行目\n「二行目」",
    'a "b", c;d',
    "1,234円",
    "=",
    "",
    "5E3",
    "TRUE",
]


@pytest.mark.parametrize("format_", FORMATS)
def test_texts_come_back_as_they_were(format_: str) -> None:
    rows: list[list[Cell]] = [["題", "値"]]
    rows += [[text, "x"] for text in HOSTILE + TEXTS]
    assert list(read(write(rows, format_).content)) == rows


@pytest.mark.parametrize("format_", FORMATS)
def test_numbers_come_back_with_all_their_digits(format_: str) -> None:
    rows: list[list[Cell]] = [["題"], [-5], [Decimal("0.10")], [10**17 + 1], [Decimal("12.5")]]
    back = [Decimal(row[0]) for row in list(read(write(rows, format_).content))[1:]]
    assert back == [row[0] for row in rows[1:]]


@pytest.mark.parametrize("encoding", [UTF8, CP932])
def test_no_cell_of_a_csv_begins_like_a_formula(encoding: str) -> None:
    content = write([[text] for text in HOSTILE], encoding).content
    text = content.decode(encoding)
    assert all(row[0][0] not in "=+-@\t\r＝" for row in csv.reader(io.StringIO(text, newline="")))


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    book = load_workbook(io.BytesIO(write([[text] for text in HOSTILE], EXCEL).content))
    assert {row[0].data_type for row in book.worksheets[0].iter_rows()} == {"s"}


def test_what_shift_jis_lacks_is_replaced_and_counted() -> None:
    written = write([["𠮷野家", "髙橋①"], ["😀", "10\u301c12時"]], CP932)
    assert written.missing == 2
    assert list(read(written.content)) == [["〓野家", "髙橋①"], ["〓", "10\uff5e12時"]]


@pytest.mark.parametrize(
    "content",
    [
        "題;値\r\n一;二\r\n".encode("cp932"),
        "題\t値\n一\t二\n".encode("utf-16"),
        '"題","値"\n"一","二"\n'.encode(),
        b"\xef\xbb\xbf" + "題,値\r一,二\r".encode(),
    ],
)
def test_encoding_and_delimiter_are_found_out(content: bytes) -> None:
    assert list(read(content)) == [["題", "値"], ["一", "二"]]


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04nothing", b"\x00\x01\x02\x00", b"\x81", b'a,"b"c\n']
)
def test_what_is_no_sheet_is_refused(content: bytes) -> None:
    with pytest.raises(NoSheetError):
        list(read(content))
