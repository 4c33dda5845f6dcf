"""What a page remembers, so that it can go on when it is built anew under a visitor's hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar, cast

T = TypeVar("T")


@dataclass(frozen=True)
class Key(Generic[T]):
    """What something is remembered by, and of what type it is: a ``Key[bool]`` holds a bool.

    The name decides, which no other key may have: the module that declares a key may be loaded anew
    while a page is open.
    """

    name: str


class Memory:
    """What is remembered, by keys: each holds values of its own type only."""

    def __init__(self) -> None:
        self._held: dict[str, object] = {}

    def __setitem__(self, key: Key[T], value: T) -> None:
        """Remember ``value``."""
        self._held[key.name] = value

    def __getitem__(self, key: Key[T]) -> T:
        """Return what is remembered. Raises KeyError when nothing is."""
        return cast(T, self._held[key.name])

    def __contains__(self, key: Key[T]) -> bool:
        """Tell whether anything is remembered by ``key``, be it empty or false."""
        return key.name in self._held

    def __bool__(self) -> bool:
        """Tell whether anything is remembered that is neither empty nor false."""
        return any(self._held.values())

    def get(self, key: Key[T]) -> T | None:
        """Return what is remembered, None when nothing is."""
        return cast("T | None", self._held.get(key.name))

    def pop(self, key: Key[T]) -> T:
        """Forget what is remembered and return it. Raises KeyError when nothing is."""
        held = self[key]
        self.discard(key)
        return held

    def discard(self, key: Key[T]) -> None:
        """Forget what is remembered by ``key``, if anything is."""
        self._held.pop(key.name, None)

    def clear(self) -> None:
        """Forget everything."""
        self._held.clear()
