"""``auto_number``: a number that a record gets when it is first saved.

保存したときに自動で付く番号。

Takes ``format``: ``{year}``, ``{fiscal_year}``, ``{month}`` and ``{seq}``, which counts within what stands
before it; ``{seq:04}`` has four digits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812
from typing import Any, ClassVar

from ..model.asking import ask
from .text import Text

_PLACEHOLDER = re.compile(r"\{(year|fiscal_year|month|seq)(?::0?(\d{1,2}))?\}")
_BRACES = re.compile(r"\{[^{}]*\}")


@dataclass(eq=False)
class AutoNumber(Text):
    """A number that a record gets when it is first saved."""

    name: ClassVar[str] = "auto_number"
    takes: ClassVar[frozenset[str]] = frozenset({"format"})
    example: ClassVar[str] = "R2026-0001"
    computed: ClassVar[bool] = True
    control: ClassVar[str] = "shown"

    format: str = "{seq:04}"

    @classmethod
    def wrong_settings(cls, settings: Mapping[str, Any]) -> list[str]:
        """Return ``format`` when it never counts or holds a placeholder that is none."""
        form = settings.get("format", "{seq}")
        other = _BRACES.search(_PLACEHOLDER.sub("", form))
        return ["format"] if other or "{seq" not in form else []

    def number(self, day: Day, seq: int) -> str:
        """Return the ``seq``-th number (from 1) of those given on ``day``.

        The fiscal year begins in April. What is no placeholder is taken as it stands.
        """
        fiscal = day.year if day.month >= 4 else day.year - 1
        known = {"year": day.year, "fiscal_year": fiscal, "month": day.month, "seq": seq}

        def filled(found: re.Match[str]) -> str:
            width = int(found[2] or 0)
            return f"{known[found[1]]:0{width}d}"

        return _PLACEHOLDER.sub(filled, self.format)


def auto_number(field: AutoNumber, *, title: str = "", feature: str = "") -> None:
    """Show that the number comes by itself."""
    ask(field, title=title, feature=feature)
