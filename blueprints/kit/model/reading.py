"""How people in Japan write numbers and dates, turned into values.

Full-width digits, thousands separators, 円 and the eras 令和, 平成, 昭和 (R, H, S) are understood.
"""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal, InvalidOperation

from .usual_form import usual

# First year of each era as the year 元年 (Act on era names; 国立国会図書館 lists the same years).
_ERAS = {"令和": 2019, "R": 2019, "平成": 1989, "H": 1989, "昭和": 1926, "S": 1926}
ERAS = (("令和", date(2019, 5, 1)), ("平成", date(1989, 1, 8)), ("昭和", date(1926, 12, 25)))
"""The eras in which days are written, with their first days, the latest first."""
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_ERA_DATE = re.compile(
    r"(令和|平成|昭和|[RHS])\s*(\d{1,2}|元)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", re.I
)
_TIME = re.compile(r"(\d{1,2})\s*[:時]\s*(?:(\d{1,2})\s*)?分?(?::\d{2})?")


def plain(text: str) -> str:
    """Return ``text`` in its usual forms (NFKC): full-width digits and letters become narrow."""
    return usual(text).strip()


def read_decimal(text: str) -> Decimal:
    """Read a number with or without separators. Raises ValueError when it is none."""
    digits = plain(text).replace(",", "").replace("、", "").replace("−", "-").replace("▲", "-")
    try:
        number = Decimal(digits)
    except InvalidOperation:
        raise ValueError(text) from None
    if not number.is_finite() or abs(number.adjusted()) > 30:
        raise ValueError(text)
    return number


def read_whole(text: str) -> int:
    """Read a whole number of at most 18 digits. Raises ValueError when it is none."""
    number = read_decimal(text)
    if number != number.to_integral_value() or abs(number) >= 10**18:
        raise ValueError(text)
    return int(number)


def read_date(text: str) -> date:
    """Read 2026-04-01, 2026/4/1, 2026年4月1日, 令和8年4月1日 or R8.4.1.

    Raises ValueError when it is no day.
    """
    written = plain(text)
    if found := _DATE.fullmatch(written):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _ERA_DATE.fullmatch(written):
        year = 1 if found[2] == "元" else int(found[2])
        return date(_ERAS[found[1].upper()] + year - 1, int(found[3]), int(found[4]))
    raise ValueError(text)


def read_time(text: str) -> time:
    """Read 9:30, 09:30, 9時30分 or 9時. Raises ValueError when it is no time of day."""
    found = _TIME.fullmatch(plain(text))
    if not found:
        raise ValueError(text)
    return time(int(found[1]), int(found[2] or 0))
