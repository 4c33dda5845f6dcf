"""A column of a list: what the table, the choice above it and the sheet that is written share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..model.field import Field
from ..model.phases import Standing


@dataclass(frozen=True)
class Column:
    """A field as a column of the list."""

    field: Field[Any]
    title: str
    standing: Standing
