"""``integer``: a whole number.

整数。

Takes ``min``, ``max`` and ``unit`` (shown behind the number).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from ..model.asking import ask
from ..model.bounds import BoundedField
from ..model.reading import read_whole

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class Integer(BoundedField[int]):
    """A whole number."""

    name: ClassVar[str] = "integer"
    takes: ClassVar[frozenset[str]] = frozenset({"min", "max", "unit"})
    example: ClassVar[str] = "12"
    numeric: ClassVar[bool] = True

    unit: str = ""

    @classmethod
    def read(cls, text: str) -> int:
        """Read a whole number, with or without separators."""
        return read_whole(text)

    def suffix(self) -> str:
        """Return the unit."""
        return self.unit

    def show(self, value: int | None) -> str:
        """Return the number with separators and its unit."""
        return "" if value is None else f"{value:,}{self.unit}"

    def typed(self, value: int | None) -> str:
        """Return the digits."""
        return "" if value is None else str(value)

    def column(self) -> Any:
        """Keep it as a big integer."""
        from sqlalchemy import BigInteger

        return BigInteger()

    def sample(self, draw: Draw) -> int:
        """Return a number of the size that the title suggests."""
        low, high = draw.range_of(self, self.min, self.max)
        return draw.between(int(low), int(high))


def integer(field: Integer, *, title: str = "", feature: str = "") -> None:
    """Ask for a whole number."""
    ask(field, title=title, feature=feature)
