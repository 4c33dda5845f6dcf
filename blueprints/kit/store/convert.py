"""Brings the values of one column into another, as people would read them and write them anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, Integer, Text, bindparam, column, select, table, update

from ..fields.file import File
from ..fields.reference import Reference
from ..model.field import Field, Invalid
from .catalogue import Catalogue, KeptColumn
from .computing import worked_out_fields
from .kept import ID, LABEL, Kept
from .shown import in_batches
from .storable import fits

Labels = Mapping[int, str]


@dataclass(frozen=True)
class Conversion:
    """Values of ``source`` are wanted in the column ``into``, where ``field`` keeps its values.

    With ``only_empty`` what is there already wins.
    """

    field: Field[Any]
    source: KeptColumn
    into: str
    only_empty: bool = False


def convert(
    connection: Connection, kept: Kept, conversion: Conversion, catalogue: Catalogue
) -> None:
    """Convert every value that the new type can read; the others stay where they are."""
    field, source = conversion.field, conversion.source
    if field.key in worked_out_fields(kept.entity):
        return
    old = _old_field(source.type.split()[0])
    old_column = column(source.column_name, old.column() if old else Text())
    new_column = kept.table.c[conversion.into]
    asked = select(kept.table.c[ID], old_column).where(old_column.is_not(None))
    if conversion.only_empty:
        asked = asked.where(new_column.is_(None))
    labels = dict(_labels(connection, source.target)) if source.target else {}
    ids = dict(_ids(connection, catalogue, field))
    rows: list[dict[str, Any]] = []
    for id, stored in connection.execute(asked).all():
        same = isinstance(field, File) and isinstance(old, File)
        value = _read(field, iter([stored]) if same else _texts(old, stored, labels), ids)
        if value is not None and fits(field, value, connection.dialect):
            rows.append({"row": id, "new": field.to_column(value)})
    change = (
        update(kept.table)
        .where(kept.table.c[ID] == bindparam("row"))
        .values({conversion.into: bindparam("new", type_=new_column.type)})
    )
    for some in in_batches(rows):
        connection.execute(change, some)


def _old_field(name: str) -> Field[Any] | None:
    """Return a field of the former type, None when the kit no longer has that type."""
    try:
        module = import_module(f"..fields.{name}", __package__)
    except ImportError:
        return None
    for found in vars(module).values():
        if isinstance(found, type) and issubclass(found, Field) and found.name == name:
            return found("")
    return None


def _texts(old: Field[Any] | None, stored: Any, labels: Labels) -> Iterator[str]:
    """Yield how a stored value may be written."""
    if isinstance(old, Reference):
        yield labels.get(stored, str(stored))
    elif old is None:
        yield str(stored)
    else:
        value = old.from_column(stored)
        typed = old.typed(value)
        if isinstance(typed, str):
            yield typed
        yield old.show(value)


def _read(field: Field[Any], texts: Iterator[str], ids: Mapping[str, int]) -> Any:
    """Return the first value that the rules of ``field`` allow, else the first that it can read."""
    read = []
    for text in texts:
        try:
            value = ids.get(text) if isinstance(field, Reference) else field.parse(text)
        except Invalid:
            continue
        if value is not None and not field.problems(value):
            return value
        read.append(value)
    return next((value for value in read if value is not None), None)


def _labels(connection: Connection, table_name: str) -> Iterator[tuple[int, str]]:
    """Yield id and label of every record of a table."""
    id, label = column(ID, Integer()), column(LABEL, Text())
    for row in connection.execute(select(id, label).select_from(table(table_name))):
        yield row[0], row[1]


def _ids(
    connection: Connection, catalogue: Catalogue, field: Field[Any]
) -> Iterator[tuple[str, int]]:
    """Yield label and id of the records that ``field`` can point to."""
    target = catalogue.entity(field.entity) if isinstance(field, Reference) else None
    if target:
        yield from ((label, id) for id, label in _labels(connection, target.table_name))
