"""``postal_code``: a Japanese postal code.

郵便番号。
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
class PostalCode(Text):
    """A Japanese postal code, kept as 965-8601."""

    name: ClassVar[str] = "postal_code"
    takes: ClassVar[frozenset[str]] = frozenset()
    example: ClassVar[str] = "965-8601"
    by_example: ClassVar[bool] = True
    input_type: ClassVar[str] = "tel"

    @classmethod
    def read(cls, text: str) -> str:
        """Read seven digits, with or without 〒 and hyphen."""
        digits = re.sub(r"[〒\s‐‑–—ー−-]", "", plain(text))
        if not re.fullmatch(r"\d{7}", digits):
            raise ValueError(text)
        return f"{digits[:3]}-{digits[3:]}"

    def sample(self, draw: Draw) -> str:
        """Return a code of the town of the record."""
        return draw.postal_code()


def postal_code(field: PostalCode, *, title: str = "", feature: str = "") -> None:
    """Ask for a postal code."""
    ask(field, title=title, feature=feature)
