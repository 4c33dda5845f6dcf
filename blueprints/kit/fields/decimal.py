"""``decimal``: a number with decimals, kept exactly.

小数のある数。

Takes ``min``, ``max`` and ``unit`` (shown behind the number).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as Number
from typing import TYPE_CHECKING, Any, ClassVar

from ..model.asking import ask
from ..model.bounds import BoundedField
from ..model.reading import read_decimal

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class Decimal(BoundedField[Number]):
    """A number with decimals."""

    name: ClassVar[str] = "decimal"
    takes: ClassVar[frozenset[str]] = frozenset({"min", "max", "unit"})
    example: ClassVar[str] = "1.5"
    numeric: ClassVar[bool] = True

    unit: str = ""

    @classmethod
    def read(cls, text: str) -> Number:
        """Read a number, with or without separators."""
        return read_decimal(text)

    def suffix(self) -> str:
        """Return the unit."""
        return self.unit

    def show(self, value: Number | None) -> str:
        """Return the number with separators and its unit."""
        return "" if value is None else f"{value:,f}{self.unit}"

    def typed(self, value: Number | None) -> str:
        """Return the digits."""
        return "" if value is None else f"{value:f}"

    def column(self) -> Any:
        """Keep it with nine decimals, exactly where the database can."""
        from ..store.types import ExactDecimal

        return ExactDecimal()

    def sample(self, draw: Draw) -> Number:
        """Return a number with one decimal."""
        low, high = draw.range_of(self, self.min, self.max)
        return Number(draw.between(int(low * 10), int(high * 10))) / 10


def decimal(field: Decimal, *, title: str = "", feature: str = "") -> None:
    """Ask for a number with decimals."""
    ask(field, title=title, feature=feature)
