"""``url``: the address of a page on the web.

ウェブページのアドレス。
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
class Url(Text):
    """The address of a page; only http and https, so that a link can't run a script."""

    name: ClassVar[str] = "url"
    takes: ClassVar[frozenset[str]] = frozenset({"max_length"})
    example: ClassVar[str] = "https://www.example.lg.jp/"
    input_type: ClassVar[str] = "url"

    @classmethod
    def read(cls, text: str) -> str:
        """Read an address that begins with http:// or https://."""
        address = plain(text)
        if not re.fullmatch(r"https?://[^\s<>\"]+", address):
            raise ValueError(text)
        return address

    def sample(self, draw: Draw) -> str:
        """Return a page in the domain for examples."""
        return f"https://www.example.lg.jp/{draw.random.randint(1, 999)}"


def url(field: Url, *, title: str = "", feature: str = "") -> None:
    """Ask for the address of a page."""
    ask(field, title=title, feature=feature)
