"""Public holidays of Japan, worked out on this machine, and days off that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

_IN_LIEU = "振替休日"


@lru_cache(maxsize=24)
def holidays(year: int, month: int) -> Mapping[date, str]:
    """Return the names of the holidays of a month, in Japanese, by their days."""
    import jpholiday  # a twentieth of a second: only calendars need it

    found = jpholiday.month_holidays(year, month)
    return {day: _IN_LIEU if name.endswith(_IN_LIEU) else name for day, name in found}
