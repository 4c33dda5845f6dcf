"""The decision log as an Excel file, in which no text is ever taken for a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.messages import Language, text

from .log import Row, cells, headings

_WIDTHS = (17, 9, 8, 28, 12, 12, 48, 20, 24)
_MOST_CHARACTERS = 32_767
_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NO_TITLE = re.compile(r"[\[\]*?:/\\']")


def as_xlsx(rows: Sequence[Row], language: Language | None = None) -> bytes:
    """Return the log as the content of an ``.xlsx`` file."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = _NO_TITLE.sub(" ", text("decide.log.sheet", language))[:31]
    _fill(sheet, 1, headings(language))
    for number, row in enumerate(rows, 2):
        _fill(sheet, number, cells(row, language))
    _dress(sheet)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: Worksheet, row: int, words: Sequence[str]) -> None:
    for column, value in enumerate(words, 1):
        cell = sheet.cell(row, column)
        assert isinstance(cell, Cell)
        _write_text(cell, value)


def _write_text(cell: Cell, value: str) -> None:
    """Put ``value`` into ``cell`` as text, which stays text when somebody edits the cell."""
    shown = _NO_XML.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
    if len(shown) > _MOST_CHARACTERS:
        shown = shown[: _MOST_CHARACTERS - 1] + "…"
    cell.value = shown
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = shown.startswith(_FORMULA_STARTS)
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _dress(sheet: Worksheet) -> None:
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E6E6E6")
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
