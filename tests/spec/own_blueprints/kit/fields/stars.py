# mypy: ignore-errors
# (it is typed where the rest of the kit is)
"""``stars``: one to five stars.

星の数(1から5)。
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from .integer import Integer


@dataclass(eq=False)
class Stars(Integer):
    """A rating in stars; ``max`` is always five."""

    name: ClassVar[str] = "stars"
    takes: ClassVar[frozenset[str]] = frozenset({"max"})
    example: ClassVar[str] = "4"

    @classmethod
    def wrong_settings(cls, settings: Mapping[str, Any]) -> list[str]:
        """Return ``max`` when it is another number of stars."""
        return ["max"] if settings.get("max", "5") != "5" else []
