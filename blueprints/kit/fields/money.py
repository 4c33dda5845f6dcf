"""``money``: an amount of yen.

金額(円)。

Takes ``min`` and ``max`` (yen).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..model.asking import ask
from ..model.reading import plain, read_whole
from ..texts import say
from .integer import Integer

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class Money(Integer):
    """An amount of yen."""

    name: ClassVar[str] = "money"
    takes: ClassVar[frozenset[str]] = frozenset({"min", "max"})
    example: ClassVar[str] = "1200"

    @classmethod
    def read(cls, text: str) -> int:
        """Read an amount: 1200, 1,200, ¥1,200 or 1,200円."""
        return read_whole(plain(text).removeprefix("¥").removeprefix("\\").removesuffix("円"))

    def suffix(self) -> str:
        """Return 円."""
        return say("value.yen")

    def show(self, value: int | None) -> str:
        """Return the amount with 円 behind it."""
        return "" if value is None else say("value.money", amount=f"{value:,}")

    def sample(self, draw: Draw) -> int:
        """Return a round amount of the size that the title suggests."""
        return draw.amount(self, self.min, self.max)


def money(field: Money, *, title: str = "", feature: str = "") -> None:
    """Ask for an amount of yen."""
    ask(field, title=title, feature=feature)
