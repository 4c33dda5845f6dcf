"""``year_month``: a month of a year.

年月。

Takes ``min`` and ``max``. 2026-04, 2026/4, 2026年4月 and 令和8年4月 can be typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..model.asking import ask
from ..model.bounds import BoundedField, within
from ..model.reading import plain, read_date
from ..texts import say

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class YearMonth(BoundedField[str]):
    """A month of a year, kept as YYYY-MM."""

    name: ClassVar[str] = "year_month"
    example: ClassVar[str] = "2026-04"
    by_example: ClassVar[bool] = True
    grouped: ClassVar[bool] = True

    @classmethod
    def read(cls, text: str) -> str:
        """Read a month of the western or the Japanese calendar."""
        month = plain(text).rstrip("月日 ")
        return f"{read_date(f'{month}-1'):%Y-%m}"

    def show(self, value: str | None) -> str:
        """Return the month as the language writes it."""
        if value is None:
            return ""
        return say("value.month", year=int(value[:4]), month=int(value[5:]))

    def typed(self, value: str | None) -> str:
        """Return YYYY-MM."""
        return value or ""

    def sample(self, draw: Draw) -> str:
        """Return the month of a day that suits the title."""
        return within(f"{draw.date(self):%Y-%m}", self.min, self.max)


def year_month(field: YearMonth, *, title: str = "", feature: str = "") -> None:
    """Ask for a month of a year."""
    ask(field, title=title, feature=feature)
