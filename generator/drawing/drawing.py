"""What every diagram is: its text for Mermaid, and a table that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from generator.spec.model import Spec

_MOST_LINES = 800
"""More would take a browser many seconds, and nobody finds anything in it."""


@dataclass(frozen=True)
class Drawing:
    """A diagram. ``source`` is the text for Mermaid, with every text of the spec ``escaped``.

    ``heads`` and ``rows`` are the table for whoever can't see it, or has only a phone.
    """

    source: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def can_be_seen(self) -> bool:
        """Tell whether the diagram is small enough to be drawn."""
        return self.source.count("\n") < _MOST_LINES


class Kind(Protocol):
    """A kind of diagram."""

    def choices(self, spec: Spec) -> dict[str, str]:
        """Return what can be drawn of a completed ``spec``, key → title; the first is the usual."""

    def draw(self, spec: Spec, chosen: str) -> Drawing:
        """Draw what was ``chosen``, one of :meth:`choices`."""
