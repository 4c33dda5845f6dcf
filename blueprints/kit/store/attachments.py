"""Which files records and drafts refer to, or a text about to be written: the others may be deleted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any

from sqlalchemy import Connection, Text, column, select, table

from ..fields.file import File
from ..model.attachment import Attachment
from ..model.field import Field
from .catalogue import COLUMNS, DRAFTS
from .laid_aside import aside_of, has_column

_HASH = re.compile('"hash": "([0-9a-f]{64})"')


def hashes(connection: Connection) -> set[str]:
    """Return the hashes of all files in use; values of fields that are gone count as well."""
    return hashes_in(_texts(connection))


def hashes_in(texts: Iterable[str | None]) -> set[str]:
    """Return the hashes of the files of which texts speak, as they are kept: JSON."""
    return {found for text in texts if text for found in _HASH.findall(text)}


def hashes_of(values: Mapping[str, Any]) -> set[str]:
    """Return the hashes of the files among the values of a record."""
    return {item.hash for value in values.values() for item in files_in(value) if item.hash}


def files_in(value: object) -> Iterator[Attachment]:
    """Yield the files that a value consists of: none unless it is one of files."""
    if isinstance(value, list | tuple):
        yield from (item for item in value if isinstance(item, Attachment))


def _texts(connection: Connection) -> Iterator[str]:
    for drafts in (DRAFTS.name, *aside_of(connection, [DRAFTS.name]).values()):
        yield from _values(connection, drafts, DRAFTS.c.typed.name)
    kept = select(COLUMNS.c.table_name, COLUMNS.c.column_name, COLUMNS.c.type)
    holding = [row for row in connection.execute(kept).all() if _holds_files(row.type)]
    aside = aside_of(connection, [row.table_name for row in holding])
    for table_name, column_name, _ in holding:
        yield from _values(connection, table_name, column_name)
        if table_name in aside and has_column(connection, aside[table_name], column_name):
            yield from _values(connection, aside[table_name], column_name)


def _values(connection: Connection, table_name: str, column_name: str) -> Iterator[str]:
    values = column(column_name, Text())
    found = select(values).select_from(table(table_name, values)).distinct()
    yield from (text for text in connection.execute(found).scalars() if text)


def _holds_files(kind: str) -> bool:
    """Tell whether columns of the field type ``kind`` keep what is known of files."""
    try:
        module = import_module(f"..fields.{kind.split()[0]}", __package__)
    except ImportError:
        return False
    return any(
        isinstance(found, type) and issubclass(found, Field) and issubclass(found, File)
        for found in vars(module).values()
        if getattr(found, "name", None) == kind.split()[0]
    )
