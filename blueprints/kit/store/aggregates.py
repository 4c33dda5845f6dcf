"""Aggregates: how many records there are and what they add up to, calculated by the database.

Sums are exact: the database adds parts that are too small to overflow or to be rounded, and they are
put together here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Integer,
    Numeric,
    Text,
    case,
    cast,
    func,
    select,
    type_coerce,
)
from sqlalchemy import literal_column as written

from ..fields.reference import Reference
from ..fields.year_month import YearMonth
from ..model.entity import StateField
from ..model.field import Condition, Field
from .kept import Kept, Model
from .query import Query, column_of, matching_records
from .shown import labels_by_id
from .types import ExactDecimal, Instant, number_of, steps_of

_HALF = 10**9
_DIGITS = ((2, 10), (12, 10), (22, 9))
"""Where the parts of a decimal's 29 digits begin in its text, and how long they are."""
_BELOW_ZERO = 10**29 - 1
"""What is in the digits of a negative decimal beside the number itself."""

Number = int | Decimal


@dataclass(frozen=True)
class Group:
    """Records that have a value in common: how it reads, how many they are, what they come to.

    ``key`` is the value as a condition writes it: empty for records without a value, None where no
    condition finds just these. ``total`` is None unless something was added up.
    """

    key: str | None
    title: str
    count: int
    total: Number | None = None


@dataclass(frozen=True)
class Groups:
    """The groups in their order, then the records without a value, and those in no group."""

    shown: Sequence[Group]
    empty: Group | None = None
    rest: Group | None = None


@dataclass(frozen=True)
class Selection:
    """What is counted: the records of ``kept`` that fulfil ``where``, with the sum of a field."""

    model: Model
    kept: Kept
    where: Condition
    summed: str = ""


def total(connection: Connection, selection: Selection) -> Number:
    """Return what the values of the field ``selection.summed`` come to."""
    counting = _Counting(connection, selection)
    number = counting.everything.number
    assert number is not None
    return number


def groups(connection: Connection, selection: Selection, by: Field[Any], most: int) -> Groups:
    """Return the records in at most ``most`` groups by the values of ``by``.

    States and choices stand in their order, also those that no record has. Days are put together to
    months, the last ones, without gaps. Of others the largest groups come first.
    """
    counting = _Counting(connection, selection)
    value = _value(selection.kept, by, connection.dialect.name)
    order = _own_order(selection, by)
    limit = most + len(order) + 1
    amounts = counting.amounts(value, limit, latest=_monthly(by))
    # Counting takes the longest where there are many records: nothing is counted twice.
    rest = counting.everything if len(amounts) == limit else counting.together(amounts.values())
    empty = amounts.pop(None, None)
    keys = _months(amounts, most) if _monthly(by) else _ordered(amounts, order)[:most]
    titles = _titles(connection, selection, by, keys)
    for amount in filter(None, [empty, *(amounts.get(key) for key in keys)]):
        rest = rest.without(amount)
    return Groups(
        [amounts.get(key, counting.nothing).group(_key(by, key), titles[key]) for key in keys],
        empty.group("", "") if empty else None,
        rest.group(None, "") if rest.count else None,
    )


@dataclass(frozen=True)
class _Sum:
    """How a column is added up: what the database adds, the whole number and the number it is."""

    parts: Sequence[ColumnElement[Any]] = ()
    joined: Callable[[Sequence[Any]], int] = lambda _: 0
    number: Callable[[int], Number | None] = lambda _: None


@dataclass(frozen=True)
class _Amount:
    adding: _Sum
    count: int = 0
    total: int = 0

    @property
    def number(self) -> Number | None:
        return self.adding.number(self.total)

    def without(self, other: _Amount) -> _Amount:
        return _Amount(self.adding, self.count - other.count, self.total - other.total)

    def group(self, key: str | None, title: str) -> Group:
        return Group(key, title, self.count, self.number)


class _Counting:
    """Asks the database."""

    def __init__(self, connection: Connection, selection: Selection) -> None:
        dialect = connection.dialect
        self._connection = connection
        self._fits = matching_records(
            selection.model, selection.kept, Query(where=selection.where), dialect
        )
        column = selection.kept.columns.get(selection.summed)
        self._adding = _Sum() if column is None else _sum(column, dialect.name)
        self._numbers = (func.count(), *self._adding.parts)
        self._table = selection.kept.table

    @cached_property
    def everything(self) -> _Amount:
        """The records of all groups together."""
        found = select(*self._numbers).select_from(self._table).where(self._fits)
        return self._amount(self._connection.execute(found).one())

    def together(self, amounts: Collection[_Amount]) -> _Amount:
        """Return what some groups are together."""
        count = sum(amount.count for amount in amounts)
        return _Amount(self._adding, count, sum(amount.total for amount in amounts))

    @property
    def nothing(self) -> _Amount:
        """No record."""
        return _Amount(self._adding)

    def amounts(self, value: ColumnElement[Any], most: int, *, latest: bool) -> dict[Any, _Amount]:
        """Return the latest or largest groups by ``value``, also that of records without one."""
        rank = value.desc() if latest else func.count().desc()
        found = select(value, *self._numbers).where(self._fits).group_by(value)
        rows = self._connection.execute(
            found.order_by(case((value.is_(None), 0), else_=1), rank, value).limit(most)
        )
        return {row[0]: self._amount(row[1:]) for row in rows}

    def _amount(self, row: Sequence[Any]) -> _Amount:
        return _Amount(self._adding, int(row[0]), self._adding.joined(row[1:]))


def _sum(column: Column[Any], dialect: str) -> _Sum:
    if isinstance(column.type, Integer):
        parts = [func.sum(column // _HALF), func.sum(column % _HALF)]
        return _Sum(parts, lambda row: int(row[0] or 0) * _HALF + int(row[1] or 0), int)
    if isinstance(column.type, ExactDecimal) and dialect == "sqlite":
        return _sum_of_digits(column)
    parts = [func.sum(type_coerce(column, Numeric()))]
    return _Sum(parts, lambda row: steps_of(Decimal(str(row[0] or 0))), number_of)


def _sum_of_digits(column: Column[Any]) -> _Sum:
    """Add up the texts that SQLite keeps for decimals, digits by digits (see :mod:`.types`)."""
    text = type_coerce(column, Text())
    digits = [cast(func.substr(text, *place), BigInteger) for place in _DIGITS]
    negative = case((func.substr(text, 1, 1) == "0", 1), else_=0)

    def joined(row: Sequence[Any]) -> int:
        first, second, third, below = (int(part or 0) for part in row)
        return (first * 10**10 + second) * _HALF + third - below * _BELOW_ZERO

    parts = [func.sum(part, type_=BigInteger()) for part in (*digits, negative)]
    return _Sum(parts, joined, number_of)


def _monthly(by: Field[Any]) -> bool:
    return hasattr(by, "day") or isinstance(by, YearMonth)


def _value(kept: Kept, by: Field[Any], dialect: str) -> ColumnElement[Any]:
    """Return by what records are grouped: the column, or the month as YYYY-MM.

    Words are written out: PostgreSQL takes two parameters for different, whatever they hold.
    """
    column = column_of(kept, by.key)
    if not hasattr(by, "day"):
        return column
    here = isinstance(column.type, Instant)
    if dialect == "sqlite":
        shift: list[ColumnElement[str]] = [written("'+9 hours'")] if here else []
        return func.strftime(written("'%Y-%m'"), column, *shift, type_=Text())
    local = func.timezone(written("'Asia/Tokyo'"), column) if here else column
    return func.to_char(local, written("'YYYY-MM'"), type_=Text())


def _own_order(selection: Selection, by: Field[Any]) -> Sequence[Any]:
    """Return the values that have a place of their own, whether records have them or not."""
    limit = selection.where.get(by.key)
    if isinstance(by, StateField):
        order: Sequence[Any] = list(selection.kept.entity.flow.states)
    elif isinstance(column_of(selection.kept, by.key).type, Boolean):
        order = [True, False]
    else:
        order = getattr(by, "choices", ())
    return [value for value in order if not limit or _key(by, value) in limit]


def _ordered(amounts: Mapping[Any, _Amount], order: Sequence[Any]) -> list[Any]:
    others = [key for key in amounts if key not in order]
    return [*order, *sorted(others, key=lambda key: (-amounts[key].count, str(key)))]


def _months(amounts: Mapping[Any, _Amount], most: int) -> list[str]:
    """Return the last months, as YYYY-MM, each following the one before it."""
    if not amounts:
        return []
    first, last = (int(key[:4]) * 12 + int(key[5:]) - 1 for key in (min(amounts), max(amounts)))
    found = range(max(first, last - most + 1), last + 1)
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in found]


def _titles(
    connection: Connection, selection: Selection, by: Field[Any], keys: Sequence[Any]
) -> Mapping[Any, str]:
    if isinstance(by, StateField):
        return {key: selection.kept.state_title(key) for key in keys}
    if isinstance(by, Reference):
        target = selection.model.target(by)
        labels = dict(labels_by_id(connection, target, keys)) if target else {}
        return {key: labels.get(key, f"#{key}") for key in keys}
    if _monthly(by):
        return {key: YearMonth("").show(key) for key in keys}
    return {key: by.show(key) for key in keys}


def _key(by: Field[Any], value: Any) -> str | None:
    """Return ``value`` as a condition writes it."""
    if hasattr(by, "day"):
        return None
    return by.show(value) if isinstance(value, bool) else str(value)
