"""Records by the days that one of their fields holds, picked out by the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Generic

from sqlalchemy import Column, ColumnElement, Connection, Date, Text, and_, cast, func, select
from sqlalchemy import literal_column as written

from ..model.field import Condition, Field
from .clock import JAPAN
from .kept import ID, E, Kept, Model
from .query import Query, column_of, matching_records
from .types import Instant

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """The days from ``first`` to ``last``, both included, that the field ``by`` may hold."""

    by: Field[Any]
    first: date
    last: date


@dataclass
class DayOfRecords(Generic[E]):
    """The records of one day: the first of them, and how many there are."""

    records: list[E] = field(default_factory=list)
    total: int = 0


def days(
    connection: Connection,
    model: Model,
    kept: Kept,
    entity: type[E],
    span: Span,
    where: Condition,
    most: int,
) -> Mapping[date, DayOfRecords[E]]:
    """Return the days of ``span`` that have records, with the first ``most`` of each."""
    column, dialect = column_of(kept, span.by.key), connection.dialect
    day = _day(column, dialect.name)
    number = kept.table.c[ID]
    fits = matching_records(model, kept, Query(where=where), dialect)
    place = func.row_number().over(partition_by=day, order_by=(column, number))
    ranked = (
        select(
            number.label("id"),
            day.label("day"),
            place.label("place"),
            func.count().over(partition_by=day).label("total"),
        )
        .where(fits, _within(column, span))
        .subquery()
    )
    found = (
        select(kept.table, ranked.c.day, ranked.c.total)
        .join(ranked, ranked.c.id == number)
        .where(ranked.c.place <= most)
        .order_by(ranked.c.day, ranked.c.place)
    )
    result: dict[date, DayOfRecords[E]] = {}
    for row in connection.execute(found):
        *_, when, total = row
        here = result.setdefault(_read(when), DayOfRecords(total=total))
        here.records.append(kept.record_of(row, entity))
    return result


def nearest(
    connection: Connection, model: Model, kept: Kept, span: Span, where: Condition
) -> tuple[date | None, date | None]:
    """Return the last day before ``span`` that has records, and the first one after it."""
    column = column_of(kept, span.by.key)
    fits = matching_records(model, kept, Query(where=where), connection.dialect)
    begin, end = _bounds(column, span)
    before = select(func.max(column)).where(fits, column < begin)
    after = select(func.min(column)).where(fits, column >= end)
    found = (connection.execute(asked).scalar_one() for asked in (before, after))
    earlier, later = (None if value is None else _as_day(value) for value in found)
    return earlier, later


def _bounds(column: Column[Any], span: Span) -> Sequence[Any]:
    """Return the first value of the span, and the first one behind it."""
    days = (span.first, span.last + _ONE_DAY)
    if isinstance(column.type, Date):
        return days
    zone = JAPAN if isinstance(column.type, Instant) else None
    moments = [datetime.combine(day, time(), zone) for day in days]
    return [moment.astimezone(UTC) for moment in moments] if zone else moments


def _within(column: Column[Any], span: Span) -> ColumnElement[bool]:
    begin, end = _bounds(column, span)
    return and_(column >= begin, column < end)


def _day(column: Column[Any], dialect: str) -> ColumnElement[Any]:
    """Return the day of a value as the database tells it: SQLite as YYYY-MM-DD."""
    here = isinstance(column.type, Instant)
    if dialect == "sqlite":
        return func.date(column, *([written("'+9 hours'")] if here else []), type_=Text())
    return cast(func.timezone(written("'Asia/Tokyo'"), column) if here else column, Date)


def _read(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _as_day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
