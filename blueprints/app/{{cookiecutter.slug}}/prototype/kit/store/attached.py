"""Which files records and drafts speak of: the others may go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module

from sqlalchemy import Connection, Text, column, select, table

from ..field import Field
from ..fields.file import File
from .catalogue import COLUMNS, DRAFTS

_HASH = re.compile('"hash": "([0-9a-f]{64})"')


def hashes(connection: Connection) -> set[str]:
    """Return the hashes of all files in use; values of fields that are gone count as well."""
    return {found for text in _texts(connection) for found in _HASH.findall(text)}


def _texts(connection: Connection) -> Iterator[str]:
    yield from connection.execute(select(DRAFTS.c.typed)).scalars()
    kept = select(COLUMNS.c.table_name, COLUMNS.c.column_name, COLUMNS.c.type)
    for table_name, column_name, kind in connection.execute(kept).all():
        if _holds_files(kind):
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
