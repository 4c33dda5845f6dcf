"""``phone``: a telephone number in Japan.

電話番号。
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..model.asking import ask
from ..model.reading import plain
from .text import Text

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class Phone(Text):
    """A telephone number, kept as it is grouped."""

    name: ClassVar[str] = "phone"
    takes: ClassVar[frozenset[str]] = frozenset()
    example: ClassVar[str] = "0242-39-1111"
    by_example: ClassVar[bool] = True
    input_type: ClassVar[str] = "tel"

    @classmethod
    def read(cls, text: str) -> str:
        """Read ten or eleven digits that begin with 0, with or without hyphens."""
        number = re.sub(r"[‐‑–—ー−()]", "-", plain(text)).strip("-")
        digits = number.replace("-", "")
        if not re.fullmatch(r"0\d{9,10}", digits):
            raise ValueError(text)
        return re.sub(r"-+", "-", number)

    def sample(self, draw: Draw) -> str:
        """Return a number that nobody has."""
        return draw.phone()


def phone(field: Phone, *, title: str = "", feature: str = "") -> None:
    """Ask for a telephone number."""
    ask(field, title=title, feature=feature)
