"""``email``: an e-mail address.

メールアドレス。
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
class Email(Text):
    """An e-mail address."""

    name: ClassVar[str] = "email"
    takes: ClassVar[frozenset[str]] = frozenset({"max_length"})
    example: ClassVar[str] = "madoguchi@example.lg.jp"
    input_type: ClassVar[str] = "email"

    @classmethod
    def read(cls, text: str) -> str:
        """Read an address: something, @, a domain with a dot."""
        address = plain(text)
        if not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", address):
            raise ValueError(text)
        return address

    def sample(self, draw: Draw) -> str:
        """Return an address in the domain for examples."""
        return draw.email()


def email(field: Email, *, title: str = "", feature: str = "") -> None:
    """Ask for an e-mail address."""
    ask(field, title=title, feature=feature)
