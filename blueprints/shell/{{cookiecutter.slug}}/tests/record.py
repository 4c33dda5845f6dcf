"""A record as a test knows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Record:
    """A record of the sample data, and how it is called; ``made`` when it was changed to be it."""

    id: int
    label: str
    made: bool = False
