"""How values read in the cells of a spreadsheet, so that the same values can be read back.

A text that a spreadsheet would take for a formula gets an apostrophe in front; reading takes it
away again.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ..model.field import Field
from ..model.reading import ERAS

_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")  # noqa: RUF001
_MARKED = re.compile("'+[=+\\-@\t\r＝＋－＠]")  # noqa: RUF001
_MONTH = re.compile(r"(\d{4})-(\d{2})")

Cell = str | int | Decimal
"""What stands in a cell: a text, or a number to calculate with."""


def cell(field: Field[Any], value: Any, shown: str, *, era: bool = False) -> Cell:
    """Return what stands in the cell of ``field``; ``shown`` is how the value reads on a screen.

    Days are written as YYYY-MM-DD or, with ``era``, as 令和8年4月1日.
    """
    if value is None:
        return ""
    if field.numeric and isinstance(value, int | Decimal) and not isinstance(value, bool):
        return value
    if isinstance(value, datetime):
        return f"{_day(value, era)} {value:%H:%M}"
    if isinstance(value, date):
        return _day(value, era)
    if field.name == "year_month" and (found := _MONTH.fullmatch(str(value))):
        day = _day(date(int(found[1]), int(found[2]), 1), era)
        return day.removesuffix("1日") if era and day.endswith("1日") else str(value)
    return shown


def inert(text: str) -> str:
    """Return ``text`` so that no spreadsheet calculates it."""
    return f"'{text}" if _FORMULA.match(text) else text


def inert_again(text: str) -> str:
    """Return ``text`` so that :func:`as_written` gives it back, where nothing calculates it."""
    return f"'{text}" if _MARKED.match(text) else text


def as_written(text: str) -> str:
    """Return what ``text`` was before :func:`inert`."""
    return text[1:] if _MARKED.match(text) else text


def _day(day: date, era: bool) -> str:
    if era:
        for name, first in ERAS:
            if first <= date(day.year, day.month, day.day):
                year = day.year - first.year + 1
                return f"{name}{'元' if year == 1 else year}年{day.month}月{day.day}日"
    return f"{day:%Y-%m-%d}" if day.year >= 1000 else day.isoformat()[:10]
