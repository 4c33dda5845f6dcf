"""``multi_choice``: any of some given words.

決まった言葉の中からいくつでも。

Needs ``choices``; takes ``max_count``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from ..model.asking import ask
from ..model.field import Field
from ..texts import say

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class MultiChoice(Field[tuple[str, ...]]):
    """Any of some given words, in the order in which they are given."""

    name: ClassVar[str] = "multi_choice"
    takes: ClassVar[frozenset[str]] = frozenset({"choices", "max_count"})
    needs: ClassVar[frozenset[str]] = frozenset({"choices"})
    example: ClassVar[str] = "尾"
    chosen: ClassVar[bool] = True
    control: ClassVar[str] = "choose_many"

    choices: Sequence[str] = ()
    max_count: int | None = None

    @classmethod
    def read(cls, text: str) -> tuple[str, ...]:
        """Read words with 、 or a comma between them."""
        return tuple(word for part in text.split("、") for word in part.split(",") if word)

    def parse(self, typed: object) -> tuple[str, ...] | None:
        """Take the ticked words."""
        if isinstance(typed, list | tuple):
            return tuple(word for word in self.choices if word in typed) or None
        return super().parse(typed)

    def problems(self, value: tuple[str, ...] | None) -> list[str]:
        """Only the given words are allowed, and not more than ``max_count``."""
        if set(value or ()) - set(self.choices):
            return [say("invalid.not_a_choice")]
        if self.max_count is not None and len(value or ()) > self.max_count:
            return [say("invalid.too_many", limit=self.max_count)]
        return []

    def show(self, value: tuple[str, ...] | None) -> str:
        """Return the words with 、 between them."""
        return "、".join(value or ())

    def typed(self, value: tuple[str, ...] | None) -> list[str]:
        """Return the ticked words."""
        return list(value or ())

    def column(self) -> Any:
        """Keep the words as JSON."""
        from ..store.types import Words

        return Words()

    def sample(self, draw: Draw) -> tuple[str, ...] | None:
        """Return one to three of the words."""
        if not self.choices:
            return None
        most = min(self.max_count or 3, 3, len(self.choices))
        chosen = draw.random.sample(list(self.choices), draw.random.randint(1, most))
        return tuple(word for word in self.choices if word in chosen)


def multi_choice(field: MultiChoice, *, title: str = "", feature: str = "") -> None:
    """Ask for any of some given words."""
    ask(field, title=title, feature=feature)
