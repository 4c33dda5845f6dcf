"""``time``: a time of day.

時刻。

Takes ``min`` and ``max``. 9:30 and 9時30分 can be typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time as Clock  # noqa: N812
from typing import TYPE_CHECKING, Any, ClassVar

from ..model.asking import ask
from ..model.bounds import BoundedField, within
from ..model.reading import read_time

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class Time(BoundedField[Clock]):
    """A time of day, in minutes."""

    name: ClassVar[str] = "time"
    example: ClassVar[str] = "09:30"
    by_example: ClassVar[bool] = True

    @classmethod
    def read(cls, text: str) -> Clock:
        """Read a time of day."""
        return read_time(text)

    def show(self, value: Clock | None) -> str:
        """Return HH:MM."""
        return "" if value is None else f"{value:%H:%M}"

    def column(self) -> Any:
        """Keep it as a time."""
        from sqlalchemy import Time as TimeColumn

        return TimeColumn()

    def sample(self, draw: Draw) -> Clock:
        """Return a time in office hours."""
        return within(draw.clock(self), self.min, self.max)


def time(field: Time, *, title: str = "", feature: str = "") -> None:
    """Ask for a time of day."""
    ask(field, title=title, feature=feature)
