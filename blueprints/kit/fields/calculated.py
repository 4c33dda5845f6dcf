"""``calculated``: a number that is worked out from other fields.

ほかの項目から計算される数。

Needs ``formula``: ``{unit_price} * {hours}`` with + - * / and brackets; takes ``unit``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal as Number
from itertools import count
from typing import Any, ClassVar

from ..model.asking import ask
from ..model.formula import FormulaError, work_out
from .decimal import Decimal


@dataclass(eq=False)
class Calculated(Decimal):
    """A number that is worked out from other fields of the record."""

    name: ClassVar[str] = "calculated"
    takes: ClassVar[frozenset[str]] = frozenset({"formula", "unit"})
    needs: ClassVar[frozenset[str]] = frozenset({"formula"})
    computed: ClassVar[bool] = True
    control: ClassVar[str] = "shown"

    formula: str = ""

    @classmethod
    def wrong_settings(cls, settings: Mapping[str, Any]) -> list[str]:
        """Return ``formula`` when it is no arithmetic over fields."""
        try:
            work_out(settings.get("formula", ""), defaultdict(count(3).__next__))
        except (FormulaError, RecursionError):
            return ["formula"]
        return []

    def value(self, values: Mapping[str, Any]) -> Number | None:
        """Work the formula out; nothing where a value is missing or the sum can't be done."""
        return work_out(self.formula, values)


def calculated(field: Calculated, *, title: str = "", feature: str = "") -> None:
    """Show what is worked out."""
    ask(field, title=title, feature=feature)
