"""The order of records: by what they are sorted, and where one begins to read a page of them.

A page far behind is read from the end. Records that are sorted by words with an order of their own,
or by the records that they point to, are read part by part: the database knows by an index how many
have each value, and in which order the records of one value stand, but not the order of the values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, case, func, or_, select, true

from ..fields.reference import Reference
from .kept import CREATED_AT, ID, LABEL, STATE, UPDATED_AT, Kept, Model
from .types import Words

MOMENTS = {"created_at": CREATED_AT, "updated_at": UPDATED_AT}
_FEW = 1000
"""So many records are sorted sooner than parted."""
_MOST_PARTS = 500
"""Values of which each is asked for in its turn."""

By = tuple[ColumnElement[Any], bool]
"""What records are ordered by, and whether from the last to the first."""


Rank = Callable[[Connection, Sequence[Any]], Iterator[list[Any]]]
"""Yields values in their order, those together that are equal in it."""


@dataclass(frozen=True)
class Part:
    """Records that stand together in an order: how many, which, and in which order themselves."""

    count: int
    which: ColumnElement[bool]
    order: Sequence[By]


def in_order(found: Select[Any], order: Sequence[By]) -> Select[Any]:
    """Return ``found`` in ``order``."""
    return found.order_by(*(value.desc() if last_first else value for value, last_first in order))


def order_of(model: Model, kept: Kept, sort: str) -> Sequence[By]:
    """Return by what records are ordered; newer ones first among equals, empty ones at the end."""
    by = _sorted_by(model, kept, sort.removeprefix("-"))
    newest: By = (kept.table.c[ID], True)
    if by is None:
        return [newest]
    value, empty = by
    return [(empty, False), (value, sort.startswith("-")), newest]


def parts_of(
    connection: Connection, model: Model, kept: Kept, matching: ColumnElement[bool], sort: str
) -> Sequence[Part]:
    """Return the records that are ``matching`` in the parts that follow on each other by ``sort``."""
    order = order_of(model, kept, sort)
    ranked = _ranked_by(model, kept, sort.removeprefix("-"))
    if ranked is None:
        counted = select(func.count()).select_from(kept.table).where(matching)
        return [Part(int(connection.execute(counted).scalar_one()), true(), order)]
    column, rank = ranked
    counting = select(column, func.count()).where(matching).group_by(column)
    counts = {value: int(count) for value, count in connection.execute(counting)}
    total = sum(counts.values())
    if total <= _FEW or len(counts) > _MOST_PARTS:
        return [Part(total, true(), order)]
    groups = list(rank(connection, [value for value in counts if value is not None]))
    if sort.startswith("-"):
        groups.reverse()
    newest = order[-1:]
    parts = [Part(sum(map(counts.__getitem__, g)), column.in_(g), newest) for g in groups]
    left = set(counts).difference(*groups) - {None}
    rest = total - sum(part.count for part in parts)
    return [*parts, Part(rest, or_(column.in_(left), column.is_(None)), newest)]


def page_of(
    connection: Connection, found: Select[Any], parts: Sequence[Part], offset: int, limit: int
) -> list[Row[Any]]:
    """Return ``limit`` of the rows that are ``found``, after ``offset`` of them."""
    rows: list[Row[Any]] = []
    for part in parts:
        if offset < part.count and limit > 0:
            count = min(limit, part.count - offset)
            rows += _read(connection, found.where(part.which), part, offset, count)
            limit -= count
        offset = max(0, offset - part.count)
    return rows


def _read(
    connection: Connection, found: Select[Any], part: Part, offset: int, count: int
) -> Sequence[Row[Any]]:
    """Read from the end that is nearer."""
    behind = part.count - offset - count
    if offset <= behind:
        nearer = in_order(found, part.order).offset(offset).limit(count)
        return connection.execute(nearer).all()
    backwards = [(value, not last_first) for value, last_first in part.order]
    return connection.execute(in_order(found, backwards).offset(behind).limit(count)).all()[::-1]


def _ranked_by(model: Model, kept: Kept, key: str) -> tuple[Column[Any], Rank] | None:
    """Return the column of ``key`` and the order of its values, None if the database knows that."""
    if key == "state":
        return kept.table.c[STATE], _by_words(list(kept.entity.flow.states))
    if key not in kept.columns:
        return None
    column, field = kept.columns[key], kept.entity.fields[key]
    choices: Sequence[str] = getattr(field, "choices", ())
    if choices and not isinstance(column.type, Words):
        return column, _by_words(choices)
    if isinstance(field, Reference) and (target := model.target(field)):
        return column, _by_labels(target)
    return None


def _by_words(order: Sequence[str]) -> Rank:
    """Return how values stand that are words in this order; others come behind, as one."""

    def rank(_: Connection, values: Sequence[Any]) -> Iterator[list[Any]]:
        yield from ([word] for word in order if word in values)
        if others := [value for value in values if value not in order]:
            yield others

    return rank


def _by_labels(target: Kept) -> Rank:
    """Return how values stand that are ids of records of ``target``; those that are gone don't."""

    def rank(connection: Connection, values: Sequence[Any]) -> Iterator[list[Any]]:
        columns = target.table.c
        named = select(columns[ID], columns[LABEL]).where(columns[ID].in_(values))
        rows = connection.execute(named.order_by(columns[LABEL]))
        for _, alike in groupby(rows, key=lambda row: row[1]):
            yield [row[0] for row in alike]

    return rank


def _sorted_by(
    model: Model, kept: Kept, key: str
) -> tuple[ColumnElement[Any], ColumnElement[Any]] | None:
    """Return what stands for the value of ``key`` in the order, and whether it is empty."""
    if key == "state":
        column: Column[Any] = kept.table.c[STATE]
        return _position(column, list(kept.entity.flow.states)), column.is_(None)
    if key in MOMENTS:
        column = kept.table.c[MOMENTS[key]]
        return column, column.is_(None)
    if key not in kept.columns:
        return None
    column, field = kept.columns[key], kept.entity.fields[key]
    choices: Sequence[str] = getattr(field, "choices", ())
    if choices and not isinstance(column.type, Words):
        return _position(column, choices), column.is_(None)
    if isinstance(field, Reference) and (target := model.target(field)):
        other = target.table.alias()
        label = select(other.c[LABEL]).where(other.c[ID] == column).scalar_subquery()
        return label, label.is_(None)
    return column, column.is_(None)


def _position(column: Column[Any], order: Sequence[str]) -> ColumnElement[Any]:
    """Return where a value stands in ``order``; what is not in it comes behind."""
    if not order:
        return column
    places: Mapping[str, int] = {value: index for index, value in enumerate(order)}
    return case(places, value=column, else_=len(places))
