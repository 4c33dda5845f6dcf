"""A pattern that was read: what follows what, what may stand instead, what is repeated."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .characters import Characters


class Edge(Enum):
    """A place between characters, as RE2 writes it."""

    START = r"\A"
    END = r"\z"
    LINE_START = "(?m:^)"
    LINE_END = "(?m:$)"
    WORD = r"\b"
    NO_WORD = r"\B"


@dataclass(frozen=True, eq=False)
class Sequence:
    """One part after the other."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, eq=False)
class Choice:
    """One of several parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, eq=False)
class Repeat:
    """A part again and again: from ``least`` to ``most`` times, None without an end.

    ``start`` and ``end`` are where it stands in the pattern.
    """

    part: Node
    least: int
    most: int | None
    start: int
    end: int


Node = Characters | Edge | Sequence | Choice | Repeat
