"""Indexes: what lets a list of a hundred thousand records open as fast as a short one.

Values that people filter by get one; values that have an order get one for each way to sort, with
the records without a value last, as :mod:`.query` asks for them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Index, MetaData, Table, Text

from ..fields.reference import Reference
from ..model.bounds import BoundedField
from ..model.entity import Entity
from ..model.field import Field
from .computing import numbered_fields
from .kept import ID, STATE, Kept


def make_indexes(connection: Connection, kept: Kept, known: Collection[str]) -> None:
    """Make the indexes of all columns but those that are ``known``: they have theirs."""
    if known and not set(kept.names.values()) - set(known):
        return
    sqlite = connection.dialect.name == "sqlite"
    # Tables are used again by the next model; indexes on this one would be made with it.
    table = kept.table.to_metadata(MetaData())
    for column, orders in _wanted(kept.entity, table, kept.names):
        # PostgreSQL refuses to index a text of some thousand characters, and so to keep it.
        short = column.name == STATE or sqlite or not isinstance(column.type, Text)
        if column.name in known or not short:
            continue
        for order in orders:
            Index(_name(column, order), *order).create(connection)


def _wanted(
    entity: type[Entity], table: Table, names: Mapping[str, str]
) -> Iterator[tuple[Column[Any], list[list[ColumnElement[Any]]]]]:
    newest = table.c[ID].desc()
    yield table.c[STATE], [[table.c[STATE], newest]]
    numbers = numbered_fields(entity)
    for key, field in entity.fields.items():
        column = table.c[names[key]]
        if key in numbers or isinstance(field, BoundedField):
            empty = column.is_(None)
            yield column, [[empty, column, newest], [empty, column.desc(), newest]]
        elif _is_filtered(field):
            yield column, [[column, newest]]


def _is_filtered(field: Field[Any]) -> bool:
    return field.filterable or field.unique or isinstance(field, Reference)


def _name(column: Column[Any], order: list[ColumnElement[Any]]) -> str:
    described = "\0".join([column.table.name, column.name, *map(str, order)])
    return f"ix_{blake2b(described.encode(), digest_size=10).hexdigest()}"
