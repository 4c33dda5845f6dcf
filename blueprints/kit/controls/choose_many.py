"""Any of some words, a box for each."""

from __future__ import annotations

from typing import ClassVar

from . import choose_few


class Control(choose_few.Control):
    """Boxes to tick, in the order of the spec."""

    input_type: ClassVar[str] = "checkbox"

    def chosen(self, word: str) -> bool:
        """Tell whether ``word`` is ticked at first."""
        return word in (self.setting.typed or ())

    def choose(self, word: str, on: bool) -> None:
        """Note that ``word`` was ticked or not."""
        others = [known for known in self.typed or () if known != word]
        self.take([*others, word] if on else others)
