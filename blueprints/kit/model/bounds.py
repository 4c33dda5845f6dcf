"""Fields whose values have an order: a lower and an upper bound can be given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from ..texts import say
from .field import Field


class Ordered(Protocol):
    """A value that can be compared with others of its type."""

    def __lt__(self, other: Any, /) -> bool: ...


O = TypeVar("O", bound=Ordered)  # noqa: E741


@dataclass(eq=False)
class BoundedField(Field[O], Generic[O]):
    """A field with ``min`` and ``max``; both belong to what is allowed."""

    takes: ClassVar[frozenset[str]] = frozenset({"min", "max"})

    min: O | None = None
    max: O | None = None

    def problems(self, value: O | None) -> list[str]:
        """Check the bounds."""
        if value is not None and self.min is not None and value < self.min:
            return [say("invalid.under_min", limit=self.show(self.min))]
        if value is not None and self.max is not None and self.max < value:
            return [say("invalid.over_max", limit=self.show(self.max))]
        return []


V = TypeVar("V", bound=Ordered)


def within(value: V, low: V | None, high: V | None) -> V:
    """Return ``value``, or the bound that it is beyond."""
    if low is not None and value < low:
        return low
    return high if high is not None and high < value else value
