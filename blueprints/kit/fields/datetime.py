"""``datetime``: a day and a time.

日付と時刻。

Takes ``min`` and ``max``. 2026-04-01 9:30 and 令和8年4月1日 9時30分 can be typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812
from datetime import datetime as Moment  # noqa: N812
from datetime import time
from typing import TYPE_CHECKING, Any, ClassVar

from ..model.asking import ask
from ..model.bounds import BoundedField, within
from ..model.reading import plain, read_date, read_time
from ..texts import say

if TYPE_CHECKING:
    from ..store.samples.draw import Draw

_OFFICE_OPENS = time(9)


@dataclass(eq=False)
class Datetime(BoundedField[Moment]):
    """A day and a time, in minutes, as the clock on the wall shows it."""

    name: ClassVar[str] = "datetime"
    example: ClassVar[str] = "2026-04-01 09:30"
    by_example: ClassVar[bool] = True

    @classmethod
    def read(cls, text: str) -> Moment:
        """Read a day and a time with a space or T between them."""
        day, _, clock = plain(text).replace("T", " ").rpartition(" ")
        return Moment.combine(read_date(day), read_time(clock))

    @staticmethod
    def day(value: Moment) -> Day:
        """Return the day, by which calendars and charts take it."""
        return value.date()

    @staticmethod
    def on_day(day: Day) -> Moment:
        """Return the value that a calendar begins a record of ``day`` with: when offices open."""
        return Moment.combine(day, _OFFICE_OPENS)

    def show(self, value: Moment | None) -> str:
        """Return day and time as the language writes them."""
        if value is None:
            return ""
        day = say("value.date", year=value.year, month=value.month, day=value.day)
        return f"{day} {value:%H:%M}"

    def typed(self, value: Moment | None) -> str:
        """Return YYYY-MM-DD HH:MM."""
        return "" if value is None else f"{value:%Y-%m-%d %H:%M}"

    def column(self) -> Any:
        """Keep it as a date with time, without a zone."""
        from sqlalchemy import DateTime

        return DateTime()

    def sample(self, draw: Draw) -> Moment:
        """Return a moment in office hours that suits the title."""
        return within(draw.moment(self), self.min, self.max)


def datetime(field: Datetime, *, title: str = "", feature: str = "") -> None:
    """Ask for a day and a time."""
    ask(field, title=title, feature=feature)
