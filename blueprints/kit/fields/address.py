"""``address``: an address, as it is written on a letter.

住所。

Takes ``max_length`` (characters).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..model.asking import ask
from .text import Text

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class Address(Text):
    """An address, as it is written on a letter."""

    name: ClassVar[str] = "address"
    takes: ClassVar[frozenset[str]] = frozenset({"min_length", "max_length"})
    example: ClassVar[str] = "福島県会津若松市東栄町3番46号"

    def sample(self, draw: Draw) -> str:
        """Return an address in the town of the record."""
        return draw.address()


def address(field: Address, *, title: str = "", feature: str = "") -> None:
    """Ask for an address."""
    ask(field, title=title, feature=feature)
