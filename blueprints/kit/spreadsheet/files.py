"""Spreadsheets as files: CSV in the encodings that offices use, and Excel workbooks."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import IO, TYPE_CHECKING, Any

from ..texts import say
from ..worker.errors import RefusalError
from .guard import GuardedArchive, TooMuchError
from .values import Cell, as_written, inert, inert_again

if TYPE_CHECKING:
    from openpyxl import Workbook

EXCEL, UTF8, CP932 = "xlsx", "utf-8-sig", "cp932"
FORMATS = (EXCEL, UTF8, CP932)
MISSING = "〓"
"""What stands for a character that the encoding doesn't have."""
_ALIKE = {"\u301c": "\uff5e", "\u2212": "\uff0d", "\u2014": "\u2015", "\u2016": "\u2225"}
"""Signs such as the wave dash, and what Shift_JIS of Windows has for them."""
MOST_ROWS = 1_048_576
"""Excel has no more; a file may say that a row stands a thousand million rows below."""
MOST_CELLS = 1_000_000
MOST_CHARACTERS = 10_000_000
"""What all cells that are read may come to; the records of a prototype are far from it."""
_LONGEST_ROW = 1_000_000
"""Characters of a row of a CSV file, quoted line breaks included."""
_READ_AT_ONCE = 1 << 18
_SENT_AT_ONCE = 1 << 16
_MOST_DIGITS = 15
"""Digits of a number that a spreadsheet keeps exactly."""
_DELIMITERS = ",\t;"


class NoSheetError(RefusalError):
    """The file can't be read as a sheet; the message is for whoever chose it."""


@dataclass(frozen=True)
class Written:
    """A sheet as a file, and how many characters its encoding lacks."""

    content: bytes
    missing: int = 0


def write(rows: Iterable[Sequence[Cell]], format_: str) -> Written:
    """Write ``rows``, of which the first holds the titles, as one of ``FORMATS``."""
    return _write_workbook(rows) if format_ == EXCEL else _write_csv(rows, format_)


def read(content: bytes | IO[bytes]) -> Iterator[list[str]]:
    """Yield the rows of a sheet as texts, whatever it is written in. Raises NoSheetError.

    What somebody sent is read in the worker process, see :mod:`.reading`.
    """
    source = io.BytesIO(content) if isinstance(content, bytes) else content
    is_workbook = source.read(2) == b"PK"
    source.seek(0)
    try:
        yield from _within_limits(_read_workbook(source) if is_workbook else _read_csv(source))
    except MemoryError:
        raise NoSheetError(say("sheet.too_large")) from None


def parts(sent: IO[bytes]) -> Iterator[bytes]:
    """Yield the rows of a sheet as JSON, some at a time. Raises NoSheetError."""
    rows, length = list[list[str]](), 0
    for row in read(sent):
        rows.append(row)
        length += sum(map(len, row)) + len(row)
        if length > _SENT_AT_ONCE or len(rows) == _SENT_AT_ONCE:
            yield json.dumps(rows).encode()
            rows, length = [], 0
    yield json.dumps(rows).encode()


def _within_limits(rows: Iterable[Sequence[Any]]) -> Iterator[list[str]]:
    """Yield ``rows`` as texts. Raises NoSheetError when they come to too much."""
    cells = characters = 0
    for number, row in enumerate(rows, 1):
        cells += len(row)
        if cells > MOST_CELLS or number > MOST_ROWS:
            raise NoSheetError(say("sheet.too_large"))
        texts = [as_written(_text_of(item)) for item in row]
        characters += sum(map(len, texts))
        if characters > MOST_CHARACTERS:
            raise NoSheetError(say("sheet.too_large"))
        yield texts


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
        lacking = sum(encoded is None for encoded in signs)
        return b"".join(encoded or MISSING.encode(encoding) for encoded in signs), lacking


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
            cell = WriteOnlyCell(sheet, value=_workbook_value(item))
            if isinstance(cell.value, str):
                cell.data_type = "s"  # else a text with = in front would be a formula
                cell.number_format = "@"
            cells.append(cell)
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


def _read_csv(source: IO[bytes]) -> Iterator[list[str]]:
    encoding = _encoding(source)
    text = io.TextIOWrapper(source, encoding, newline="")
    begin = text.read(20_000).partition("\n")[0]
    delimiter = max(_DELIMITERS, key=begin.count)
    text.seek(0)
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        for row in reader:
            lines.begin_row()
            yield row
    except csv.Error as error:
        raise NoSheetError(say("sheet.broken", line=reader.line_num)) from error
    finally:
        text.detach()


class _Lines(Iterator[str]):
    """The lines of a CSV file, as long as those of one row are no longer than a row may be."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self._left = _LONGEST_ROW

    def __next__(self) -> str:
        """Return the next line. Raises NoSheetError when it makes the row too long."""
        line = self._text.readline(self._left + 1)
        self._left -= len(line)
        if self._left < 0:
            raise NoSheetError(say("sheet.too_large"))
        if not line:
            raise StopIteration
        return line

    def begin_row(self) -> None:
        """Count anew."""
        self._left = _LONGEST_ROW


def _encoding(source: IO[bytes]) -> str:
    """Return the encoding in which all of a file can be read. Raises NoSheetError."""
    encodings = ["utf-8-sig", "cp932"]
    if source.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        encodings = ["utf-16"]
    source.seek(0)
    for encoding in encodings:
        fits = _fits(source, encoding)
        source.seek(0)
        if fits:
            return encoding
    raise NoSheetError(say("sheet.unreadable"))


def _fits(source: IO[bytes], encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for part in iter(lambda: source.read(_READ_AT_ONCE), b""):
            if "\0" in decoder.decode(part):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _read_workbook(source: IO[bytes]) -> Iterator[Sequence[Any]]:
    try:
        sheet = _opened(source).worksheets[0]
        # What a file says of its size may be wrong: cells would be lost, or made up by the million.
        sheet.reset_dimensions()
        yield from sheet.iter_rows(values_only=True)
    except TooMuchError:
        raise NoSheetError(say("sheet.too_large")) from None
    except MemoryError:
        raise
    # Workbooks are written by all kinds of programs: what one gets wrong is no mistake of ours.
    except Exception as error:
        raise NoSheetError(say("sheet.unreadable")) from error


def _opened(source: IO[bytes]) -> Workbook:
    """Open a workbook of which no more can be read than fits into memory."""
    from openpyxl.reader.excel import ExcelReader

    archive = GuardedArchive(source)
    reader = ExcelReader(source, read_only=True, data_only=True, keep_links=False)
    reader.archive = archive
    reader.read()
    return reader.wb


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
