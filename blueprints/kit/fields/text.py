"""``text``: one line of text.

1行の文字。

Takes ``min_length``, ``max_length`` (characters) and ``pattern`` (a regular expression for the whole
text, with a message of its own).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, ClassVar

from ..model.asking import ask
from ..model.field import Field
from ..patterns import LONGEST_TEXT, compiled
from ..texts import say

if TYPE_CHECKING:
    from ..store.samples.draw import Draw

_EXAMPLES = 5


@dataclass(eq=False)
class Text(Field[str]):
    """One line of text."""

    name: ClassVar[str] = "text"
    takes: ClassVar[frozenset[str]] = frozenset({"min_length", "max_length", "pattern"})
    example: ClassVar[str] = "会津若松市東栄町"

    min_length: int | None = None
    max_length: int | None = None
    pattern: str = ""
    pattern_message: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no pattern before anybody types. Raises NotAPattern."""
        if self.pattern:
            compiled(self.pattern)

    @classmethod
    def read(cls, text: str) -> str:
        """Return the text itself; a line break is not accepted."""
        if "\n" in text or "\r" in text:
            raise ValueError("a line break")
        return text

    def problems(self, value: str | None) -> list[str]:
        """Check the length and the pattern."""
        if value is None:
            return []
        found = []
        if self.max_length is not None and len(value) > self.max_length:
            found.append(say("invalid.too_long", limit=self.max_length, length=len(value)))
        if self.min_length is not None and len(value) < self.min_length:
            found.append(say("invalid.too_short", limit=self.min_length, length=len(value)))
        if self.pattern and len(value) > LONGEST_TEXT:
            found.append(say("invalid.too_long", limit=LONGEST_TEXT, length=len(value)))
        elif self.pattern and not compiled(self.pattern).matches(value):
            found.append(self.pattern_message or say("invalid.pattern"))
        return found

    def matching(self) -> Iterator[str]:
        """Yield texts that match the pattern, always the same ones."""
        from ..patterns.example import example

        random = Random(self.pattern)
        shortest, longest = self.min_length or 0, self.max_length or 0
        for _ in range(_EXAMPLES):
            text = example(self.pattern, random, shortest=shortest, longest=longest)
            if text is not None:
                yield text

    def sample(self, draw: Draw) -> str:
        """Return a line that suits the title."""
        return draw.line(self)


def text(field: Text, *, title: str = "", feature: str = "") -> None:
    """Ask for one line of text."""
    ask(field, title=title, feature=feature)
