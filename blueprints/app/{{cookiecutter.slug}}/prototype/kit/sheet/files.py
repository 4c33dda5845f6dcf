"""Sheets as files: CSV in the encodings that offices use, and Excel workbooks."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from ..texts import say
from .values import Cell, as_written, inert, inert_again

EXCEL, UTF8, CP932 = "xlsx", "utf-8-sig", "cp932"
FORMATS = (EXCEL, UTF8, CP932)
MISSING = "〓"
"""What stands for a character that the encoding doesn't have."""
_ALIKE = {"\u301c": "\uff5e", "\u2212": "\uff0d", "\u2014": "\u2015", "\u2016": "\u2225"}
"""Signs such as the wave dash, and what Shift_JIS of Windows has for them."""
_MOST_UNPACKED = 300_000_000
"""Bytes; a workbook that unpacks to more is no list of records."""
_MOST_DIGITS = 15
"""Digits of a number that a spreadsheet keeps exactly."""
_DELIMITERS = ",\t;"


class NoSheetError(ValueError):
    """The file can't be read as a sheet; the message is for whoever chose it."""


@dataclass(frozen=True)
class Written:
    """A sheet as a file, and how many characters its encoding lacks."""

    content: bytes
    missing: int = 0


def write(rows: Iterable[Sequence[Cell]], format_: str) -> Written:
    """Write ``rows``, of which the first holds the titles, as one of ``FORMATS``."""
    return _write_workbook(rows) if format_ == EXCEL else _write_csv(rows, format_)


def read(content: bytes) -> Iterator[list[str]]:
    """Yield the rows of a sheet as texts, whatever it is written in. Raises NoSheetError."""
    if content.startswith(b"PK"):
        return _read_workbook(content)
    return _read_csv(content)


def _write_csv(rows: Iterable[Sequence[Cell]], encoding: str) -> Written:
    out = io.BytesIO()
    if encoding == UTF8:
        out.write(b"\xef\xbb\xbf")
        encoding = "utf-8"
    part, missing = io.StringIO(newline=""), 0
    writer = csv.writer(part)
    for row in rows:
        writer.writerow([_csv_text(item) for item in row])
        encoded, lacking = _encoded(part.getvalue(), encoding)
        out.write(encoded)
        missing += lacking
        part.seek(0)
        part.truncate()
    return Written(out.getvalue(), missing)


def _csv_text(item: Cell) -> str:
    return (
        inert(item)
        if isinstance(item, str)
        else f"{item:f}"
        if isinstance(item, Decimal)
        else str(item)
    )


def _encoded(text: str, encoding: str) -> tuple[bytes, int]:
    try:
        return text.encode(encoding), 0
    except UnicodeEncodeError:
        signs = [_sign(sign, encoding) for sign in text]
        lacking = sum(made is None for made in signs)
        return b"".join(made or MISSING.encode(encoding) for made in signs), lacking


def _sign(sign: str, encoding: str) -> bytes | None:
    try:
        return _ALIKE.get(sign, sign).encode(encoding)
    except UnicodeEncodeError:
        return None


def _write_workbook(rows: Iterable[Sequence[Cell]]) -> Written:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet(say("sheet.name"))
    for row in rows:
        cells = []
        for item in row:
            made = WriteOnlyCell(sheet, value=_workbook_value(item))
            if isinstance(made.value, str):
                made.data_type = "s"  # else a text with = in front would be a formula
                made.number_format = "@"
            cells.append(made)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return Written(out.getvalue())


def _workbook_value(item: Cell) -> Any:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(item, str):
        return ILLEGAL_CHARACTERS_RE.sub("", inert_again(item)) or None
    digits = len(str(item).strip("-0").replace(".", ""))
    return (
        item if digits <= _MOST_DIGITS else f"{item:f}" if isinstance(item, Decimal) else str(item)
    )


def _read_csv(content: bytes) -> Iterator[list[str]]:
    text = _decoded(content)
    begin = text[:20_000].partition("\n")[0]
    delimiter = max(_DELIMITERS, key=begin.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            yield [as_written(item) for item in row]
    except csv.Error as error:
        raise NoSheetError(say("sheet.broken", line=reader.line_num)) from error


def _decoded(content: bytes) -> str:
    encodings = ["utf-8-sig", "cp932"]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NoSheetError(say("sheet.unreadable"))


def _read_workbook(content: bytes) -> Iterator[list[str]]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(item.file_size for item in packed.infolist()) > _MOST_UNPACKED:
                raise NoSheetError(say("sheet.unreadable"))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield [as_written(_text_of(item)) for item in row]
    except NoSheetError:
        raise
    # Workbooks are written by all kinds of programs: what one gets wrong is no mistake of ours.
    except Exception as error:
        raise NoSheetError(say("sheet.unreadable")) from error


def _text_of(item: Any) -> str:
    """Return what a cell of a workbook holds as somebody would type it."""
    if item is None:
        return ""
    if isinstance(item, bool):
        return say("value.yes" if item else "value.no")
    if isinstance(item, datetime):
        return f"{item:%Y-%m-%d}" if item.time() == time() else f"{item:%Y-%m-%d %H:%M}"
    if isinstance(item, date):
        return item.isoformat()
    if isinstance(item, time):
        return f"{item:%H:%M}"
    if isinstance(item, float):
        return f"{Decimal(repr(item)):f}".removesuffix(".0")
    return str(item)
