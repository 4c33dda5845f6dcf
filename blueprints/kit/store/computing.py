"""Fields whose value nobody types: worked out from other fields, or numbered one after the other.

What a field does is told by the methods it has, so a field type from outside can do the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from os.path import commonprefix
from typing import Any, Protocol, cast

from sqlalchemy import Connection, and_, insert, select, update
from sqlalchemy.exc import IntegrityError

from ..model.entity import Entity
from ..model.field import Field
from .catalogue import COUNTERS
from .kept import Kept
from .types import rounded


class Numbered(Protocol):
    """A field that gives every record another number."""

    def number(self, day: date, seq: int) -> str:
        """Return the ``seq``-th number, from 1, of those given on ``day``."""


def numbered_fields(entity: type[Entity]) -> Mapping[str, Numbered]:
    """Return the fields of ``entity`` that number its records, by key."""
    return {
        key: cast("Numbered", field)
        for key, field in entity.fields.items()
        if field.computed and _numbers(field)
    }


def worked_out_fields(entity: type[Entity]) -> Mapping[str, Field[Any]]:
    """Return the fields of ``entity`` whose values follow from the others of a record, by key."""
    return {
        key: field for key, field in entity.fields.items() if field.computed and not _numbers(field)
    }


def work_out(entity: type[Entity], values: dict[str, Any]) -> None:
    """Put what is worked out into ``values``, in the order of the fields."""
    for key, field in worked_out_fields(entity).items():
        found = field.value(values)
        values[key] = rounded(found) if isinstance(found, Decimal) else found


def _numbers(field: Field[Any]) -> bool:
    return hasattr(field, "number")


def prefix(field: Numbered, day: date) -> str:
    """Return what stands before the count in the numbers of ``day``: each prefix has its own."""
    return commonprefix([field.number(day, 1), field.number(day, 2)]).rstrip("0")


def written(field: Numbered, day: date, seq: int) -> str:
    """Return a number; a format without a count gets one behind it from the second record on."""
    number = field.number(day, seq)
    return f"{number}-{seq}" if seq > 1 and number == field.number(day, 1) else number


def next_count(
    connection: Connection, table_name: str, column_name: str, prefix: str = "", amount: int = 1
) -> int:
    """Take ``amount`` counts and return the first of them, from 1; nobody else gets the same."""
    here = and_(
        COUNTERS.c.table_name == table_name,
        COUNTERS.c.column_name == column_name,
        COUNTERS.c.prefix == prefix,
    )
    grow = update(COUNTERS).where(here).values(last=COUNTERS.c.last + amount)
    if not connection.execute(grow).rowcount:
        row = {"table_name": table_name, "column_name": column_name, "prefix": prefix}
        try:
            with connection.begin_nested():
                connection.execute(insert(COUNTERS).values(**row, last=amount))
        except IntegrityError:  # another process began the same count a moment ago
            connection.execute(grow)
    last = connection.execute(select(COUNTERS.c.last).where(here)).scalar_one()
    return int(last) - amount + 1


def new_number(connection: Connection, kept: Kept, key: str, field: Numbered, day: date) -> str:
    """Return a number for the field ``key`` that no other record has."""
    column = kept.columns[key]
    while True:
        seq = next_count(connection, kept.table_name, column.name, prefix(field, day))
        number = written(field, day, seq)
        taken = select(column).where(column == number).limit(1)
        if connection.execute(taken).first() is None:
            return number
