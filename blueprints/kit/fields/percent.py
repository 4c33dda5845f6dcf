"""``percent``: a share of a hundred.

割合(%)。

Takes ``min`` and ``max`` (per cent).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal as Number
from typing import TYPE_CHECKING, ClassVar

from ..model.asking import ask
from ..model.reading import plain, read_decimal
from .decimal import Decimal

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class Percent(Decimal):
    """A share of a hundred."""

    name: ClassVar[str] = "percent"
    takes: ClassVar[frozenset[str]] = frozenset({"min", "max"})
    example: ClassVar[str] = "30"

    @classmethod
    def read(cls, text: str) -> Number:
        """Read 30, 30% or 2.5."""
        return read_decimal(plain(text).removesuffix("%"))

    def suffix(self) -> str:
        """Return the sign for per cent."""
        return "%"

    def show(self, value: Number | None) -> str:
        """Return the number with % behind it."""
        return "" if value is None else f"{value:f}%"

    def sample(self, draw: Draw) -> Number:
        """Return a whole number of per cents."""
        low = math.ceil(self.min) if self.min is not None else 0
        high = math.floor(self.max) if self.max is not None else 100
        return Number(draw.random.randint(low, max(low, high)))


def percent(field: Percent, *, title: str = "", feature: str = "") -> None:
    """Ask for a share of a hundred."""
    ask(field, title=title, feature=feature)
