"""Days as Japanese offices date their papers: 令和8年11月25日."""

from __future__ import annotations

from datetime import date

from ..texts import say

# The first day and the first year of each era; papers dated by 明治 begin with the solar calendar.
_ERAS = (
    (date(2019, 5, 1), 2019, "令和"),
    (date(1989, 1, 8), 1989, "平成"),
    (date(1926, 12, 25), 1926, "昭和"),
    (date(1912, 7, 30), 1912, "大正"),
    (date(1873, 1, 1), 1868, "明治"),
)


def in_era(day: date) -> str:
    """Return ``day`` in the Japanese calendar; a day before it, or in English, as usual."""
    for begins, first, era in _ERAS:
        if day >= begins:
            year = str(day.year - first + 1) if day.year > first else "元"
            return say("paper.day", era=era, era_year=year, **_parts(day))
    return say("value.date", **_parts(day))


def _parts(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
