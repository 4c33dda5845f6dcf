"""Records that were laid aside when everything was reset, to be brought back by a press.

They stand in tables of their own, beside those that they come from. Bringing them back lays aside
what there is now, so that this can be taken back as well: nothing that was typed is lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Column, Connection, Text, delete, insert, inspect, select, text
from sqlalchemy import Table as SqlTable

from .catalogue import COUNTERS, DRAFTS, HISTORY, Catalogue, own
from .clock import now
from .types import Instant

LAID_ASIDE = SqlTable(
    "_laid_aside",
    own,
    Column("table_name", Text, primary_key=True),
    Column("aside", Text, nullable=False),
    Column("looks", Text, nullable=False),
    Column("at", Instant, nullable=False),
)
"""The tables of records that were laid aside, where, and what their labels depended on then."""

_OF_ALL = (HISTORY.name, COUNTERS.name)
"""Tables with rows about the records of all tables, told apart by ``table_name``."""
_BESIDE = (*_OF_ALL, DRAFTS.name)


def laid_aside_at(connection: Connection) -> datetime | None:
    """Return when records were laid aside, None when none are."""
    return connection.execute(select(LAID_ASIDE.c.at).limit(1)).scalar()


def aside_of(connection: Connection, tables: Iterable[str]) -> dict[str, str]:
    """Return where those of ``tables`` were laid aside that were: table → its place."""
    if laid_aside_at(connection) is None:
        return {}
    there = set(inspect(connection).get_table_names())
    return {name: _aside(name) for name in tables if _aside(name) in there}


def has_column(connection: Connection, table_name: str, column_name: str) -> bool:
    """Tell whether a table has a column."""
    columns = inspect(connection).get_columns(table_name)
    return any(column["name"] == column_name for column in columns)


def lay_aside(connection: Connection, catalogue: Catalogue, tables: Iterable[str]) -> None:
    """Copy the records of ``tables``, with history, counts and drafts, in place of what was there."""
    moment, names = now(), list(tables)
    _forget(connection)
    for name in names:
        item = catalogue.of_table(name)
        looks = json.dumps(item.looks if item else None)
        row = {"table_name": name, "aside": _aside(name), "looks": looks, "at": moment}
        connection.execute(insert(LAID_ASIDE).values(row))
    for name in (*names, *_BESIDE):
        _run(connection, 'CREATE TABLE "{0}" AS SELECT * FROM "{1}"', _aside(name), name)


def bring_back(connection: Connection, catalogue: Catalogue) -> list[str]:
    """Let what was laid aside and what there is now change places.

    Returns the keys of the entities whose labels must be worked out anew, as they depend on
    something else than when their records were laid aside.
    """
    rows = connection.execute(select(LAID_ASIDE)).all()
    names = [row.table_name for row in rows]
    for name in _OF_ALL:
        _change_places(connection, name, names)
    for name in names:
        _change_places(connection, name)
    _add_drafts(connection)
    connection.execute(LAID_ASIDE.update().values(at=now()))
    found = [(catalogue.of_table(row.table_name), json.loads(row.looks)) for row in rows]
    return [item.key for item, looks in found if item and item.looks != looks]


def _change_places(connection: Connection, name: str, only: Sequence[str] | None = None) -> None:
    """Exchange the rows of a table and those laid aside; ``only`` those about certain tables.

    Columns that came since stay empty in what is brought back. Of a table that holds rows about
    others as well, rows get new numbers: theirs may be somebody else's by now.
    """
    kept, aside = f"{_aside(name)}_", _aside(name)
    here = _about(only)
    columns = [column["name"] for column in inspect(connection).get_columns(aside)]
    order = ' ORDER BY "id"' if only is not None and "id" in columns else ""
    listed = ", ".join(f'"{column}"' for column in columns if not (order and column == "id"))
    copy = 'INSERT INTO "{0}" (' + listed + ") SELECT " + listed + ' FROM "{1}"'
    _run(connection, 'CREATE TABLE "{0}" AS SELECT * FROM "{1}"' + here, kept, name)
    _run(connection, 'DELETE FROM "{0}"' + here, name)
    _run(connection, copy + here + order, name, aside)
    _run(connection, 'DROP TABLE "{0}"', aside)
    _run(connection, 'ALTER TABLE "{0}" RENAME TO "{1}"', kept, aside)


def _about(only: Sequence[str] | None) -> str:
    if only is None:
        return ""
    quoted = ", ".join("'{}'".format(name.replace("'", "''")) for name in only)
    return f" WHERE table_name IN ({quoted})"


def _add_drafts(connection: Connection) -> None:
    """Bring half-typed forms back, but not over what the same person typed since."""
    _run(
        connection,
        'INSERT INTO "{0}" (visitor, place, typed, at) SELECT visitor, place, typed, at FROM "{1}"'
        ' WHERE NOT EXISTS (SELECT 1 FROM "{0}" AS newer WHERE newer.visitor = "{1}".visitor'
        ' AND newer.place = "{1}".place)',
        DRAFTS.name,
        _aside(DRAFTS.name),
    )


def _forget(connection: Connection) -> None:
    """Drop what was laid aside before."""
    names = [*connection.execute(select(LAID_ASIDE.c.table_name)).scalars()]
    for name in (*names, *_BESIDE):
        _run(connection, 'DROP TABLE IF EXISTS "{0}"', _aside(name))
    connection.execute(delete(LAID_ASIDE))


def _aside(name: str) -> str:
    return f"_reset_{name}"


def _run(connection: Connection, statement: str, *names: str) -> None:
    """Run a statement with names of tables, which are ours: none holds a quote or a colon."""
    connection.execute(text(statement.format(*names)))
