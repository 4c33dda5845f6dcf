"""``multiline``: text of several lines.

2行以上にわたる文章。

Takes ``min_length`` and ``max_length`` (characters).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..model.asking import ask
from .text import Text

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class Multiline(Text):
    """Text of several lines."""

    name: ClassVar[str] = "multiline"
    takes: ClassVar[frozenset[str]] = frozenset({"min_length", "max_length"})
    example: ClassVar[str] = "側溝のふたが割れている。通学路なので早めに直したい。"
    control: ClassVar[str] = "lines"
    wide: ClassVar[bool] = True

    @classmethod
    def read(cls, text: str) -> str:
        """Return the text with line ends as they are kept: one character each."""
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def sample(self, draw: Draw) -> str:
        """Return one or two sentences that suit the title."""
        return draw.sentences(self)


def multiline(field: Multiline, *, title: str = "", feature: str = "") -> None:
    """Ask for text of several lines."""
    ask(field, title=title, feature=feature)
