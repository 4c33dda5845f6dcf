"""``boolean``: yes or no.

はい・いいえ。
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from ..model.asking import ask
from ..model.field import Field
from ..model.reading import plain
from ..texts import say

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class Boolean(Field[bool]):
    """Yes or no; a box that was never ticked is no."""

    name: ClassVar[str] = "boolean"
    example: ClassVar[str] = "はい"
    control: ClassVar[str] = "tick"
    filterable: ClassVar[bool] = True
    grouped: ClassVar[bool] = True

    @classmethod
    def read(cls, text: str) -> bool:
        """Read はい, yes, true, ○ and their opposites."""
        word = plain(text).casefold()
        if word in {"はい", "yes", "true", "on", "1", "○", "有", "あり", "する"}:
            return True
        if word in {"いいえ", "no", "false", "off", "0", "×", "無", "なし", "しない"}:
            return False
        raise ValueError(text)

    def parse(self, typed: object) -> bool | None:
        """Take the box as it is; texts come from imports and queries."""
        return typed if isinstance(typed, bool) else super().parse(typed)

    def problems(self, value: bool | None) -> list[str]:
        """A required box must be ticked."""
        return [say("invalid.tick")] if self.required and not value else []

    def show(self, value: bool | None) -> str:
        """Return はい or いいえ."""
        return "" if value is None else say("value.yes" if value else "value.no")

    def typed(self, value: bool | None) -> bool:
        """Return whether the box is ticked."""
        return bool(value)

    def column(self) -> Any:
        """Keep it as a boolean."""
        from sqlalchemy import Boolean as BooleanColumn

        return BooleanColumn()

    def sample(self, draw: Draw) -> bool:
        """Return yes, a little less often than no; always where it must be ticked."""
        return self.required or draw.random.random() < 0.4


def boolean(field: Boolean, *, title: str = "", feature: str = "") -> None:
    """Ask for yes or no."""
    ask(field, title=title, feature=feature)
