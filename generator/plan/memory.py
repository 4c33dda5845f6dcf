"""A memory of the last plan: of a spec that changed a little, only a little is planned again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """Remembers each part of the last plan with the inputs that it was made from.

    A part whose inputs are unchanged is the very same object, so that whatever depends on it is
    quickly found to be unchanged too. The inputs must be everything that the part depends on.
    """

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], tuple[tuple[object, ...], Any]] = {}

    def recall(self, what: str, key: str, given: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return the part ``key`` of the kind ``what``, made by ``make`` if ``given`` changed."""
        last = self._last.get((what, key))
        if last is None or last[0] != given:
            last = self._last[what, key] = (given, make())
        part: T = last[1]
        return part
