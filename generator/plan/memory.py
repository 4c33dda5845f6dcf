"""What was planned last: of a spec that changed a little, only a little is planned again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """Remembers each part of the last plan with what it was made from.

    What is made from the same again is the very same object, so that whatever hangs on it is
    quickly found to be the same too. What a part is made from must be all that it hangs on.
    """

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], tuple[tuple[object, ...], Any]] = {}

    def recall(self, what: str, key: str, given: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return the part ``key`` of the kind ``what``, made by ``make`` if ``given`` changed."""
        last = self._last.get((what, key))
        if last is None or last[0] != given:
            last = self._last[what, key] = (given, make())
        made: T = last[1]
        return made
