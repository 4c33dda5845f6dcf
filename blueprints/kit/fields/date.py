"""``date``: a day.

日付。西暦でも和暦でも入力できます。

Takes ``min`` and ``max`` (days). 2026-04-01, 2026/4/1 and 令和8年4月1日 can be typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812
from typing import TYPE_CHECKING, Any, ClassVar

from ..model.asking import ask
from ..model.bounds import BoundedField, within
from ..model.reading import read_date
from ..texts import say

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class Date(BoundedField[Day]):
    """A day."""

    name: ClassVar[str] = "date"
    example: ClassVar[str] = "2026-04-01"
    control: ClassVar[str] = "day"

    @classmethod
    def read(cls, text: str) -> Day:
        """Read a day of the western or the Japanese calendar."""
        return read_date(text)

    @staticmethod
    def day(value: Day) -> Day:
        """Return the day, by which calendars and charts take it."""
        return value

    @staticmethod
    def on_day(day: Day) -> Day:
        """Return the value that a calendar begins a record of ``day`` with."""
        return day

    def show(self, value: Day | None) -> str:
        """Return the day as the language writes it."""
        if value is None:
            return ""
        return say("value.date", year=value.year, month=value.month, day=value.day)

    def typed(self, value: Day | None) -> str:
        """Return YYYY-MM-DD."""
        return "" if value is None else value.isoformat()

    def column(self) -> Any:
        """Keep it as a date."""
        from sqlalchemy import Date as DateColumn

        return DateColumn()

    def sample(self, draw: Draw) -> Day:
        """Return a day that suits the title."""
        return within(draw.date(self), self.min, self.max)


def date(field: Date, *, title: str = "", feature: str = "") -> None:
    """Ask for a day."""
    ask(field, title=title, feature=feature)
