"""``choice``: one of some given words.

決まった言葉の中から1つ。

Needs ``choices``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..model.asking import ask
from ..model.field import Field
from ..texts import say

if TYPE_CHECKING:
    from ..store.samples.draw import Draw

_MOST_BUTTONS = 6


@dataclass(eq=False)
class Choice(Field[str]):
    """One of some given words."""

    name: ClassVar[str] = "choice"
    takes: ClassVar[frozenset[str]] = frozenset({"choices"})
    needs: ClassVar[frozenset[str]] = frozenset({"choices"})
    example: ClassVar[str] = "穴ぼこ"
    chosen: ClassVar[bool] = True
    filterable: ClassVar[bool] = True
    grouped: ClassVar[bool] = True

    choices: Sequence[str] = ()

    @property
    def control(self) -> str:  # type: ignore[override]  # a class says it for most types
        """Offer a few words as buttons; a button can't be undone, so only where one is required."""
        return (
            "choose_few" if self.required and len(self.choices) <= _MOST_BUTTONS else "choose_one"
        )

    @classmethod
    def read(cls, text: str) -> str:
        """Return the word."""
        return text

    def problems(self, value: str | None) -> list[str]:
        """Only the given words are allowed."""
        return [] if value is None or value in self.choices else [say("invalid.not_a_choice")]

    def sample(self, draw: Draw) -> str | None:
        """Return the town of the record where towns are the choice, else the first words more often."""
        if not self.choices:
            return None
        if draw.town.name in self.choices:
            return draw.town.name
        return self.choices[draw.between(0, len(self.choices) - 1)]


def choice(field: Choice, *, title: str = "", feature: str = "") -> None:
    """Ask for one of some given words."""
    ask(field, title=title, feature=feature)
