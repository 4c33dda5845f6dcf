"""How the values of fields read in a cell: days in both calendars, numbers as numbers."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from blueprints.kit.fields.date import Date
from blueprints.kit.fields.datetime import Datetime
from blueprints.kit.fields.decimal import Decimal as DecimalField
from blueprints.kit.fields.money import Money
from blueprints.kit.fields.year_month import YearMonth
from blueprints.kit.model.field import Field
from blueprints.kit.spreadsheet.values import cell

DAYS = [date(2019, 4, 30), date(2019, 5, 1), date(1989, 1, 7), date(1926, 12, 24), date(900, 1, 1)]


@pytest.mark.parametrize(
    ("field", "value", "era", "written"),
    [
        (Date(""), date(2026, 4, 1), False, "2026-04-01"),
        (Date(""), date(2026, 4, 1), True, "令和8年4月1日"),
        (Date(""), date(2019, 5, 1), True, "令和元年5月1日"),
        (Date(""), date(2019, 4, 30), True, "平成31年4月30日"),
        (Date(""), date(1868, 10, 23), True, "1868-10-23"),
        (Datetime(""), datetime(2026, 4, 1, 9, 5), True, "令和8年4月1日 09:05"),
        (YearMonth(""), "2026-04", True, "令和8年4月"),
        (YearMonth(""), "2026-04", False, "2026-04"),
        (Money(""), 1200, False, 1200),
        (DecimalField(""), Decimal("0.5"), False, Decimal("0.5")),
    ],
)
def test_a_value_reads_so(field: Field[Any], value: Any, era: bool, written: Any) -> None:
    assert cell(field, value, field.show(value), era=era) == written
    assert field.parse(str(written)) == value


@pytest.mark.parametrize("era", [False, True])
@pytest.mark.parametrize("day", DAYS)
def test_a_day_comes_back_in_either_calendar(day: date, era: bool) -> None:
    assert Date("").parse(str(cell(Date(""), day, "", era=era))) == day
