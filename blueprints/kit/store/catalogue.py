"""The store's own tables, and its memory of which table and column keeps what.

Keys of a spec come and go; tables and columns stay. The catalogue says which column holds the
values of which field, and which ones hold values of fields that are gone, renamed or of another
type now: those are never dropped.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    insert,
    select,
    update,
)

from .types import Instant

own = MetaData()
"""The tables that every prototype has, whatever it keeps."""

BIG_ID = BigInteger().with_variant(Integer(), "sqlite")
"""The type of record numbers; in SQLite only plain integers number the rows themselves."""

ENTITIES = Table(
    "_entities",
    own,
    Column("table_name", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("filled", Boolean, nullable=False),
    Column("looks", Text, nullable=False),
)
COLUMNS = Table(
    "_columns",
    own,
    Column("table_name", Text, primary_key=True),
    Column("column_name", Text, primary_key=True),
    Column("field", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("used", Integer, nullable=False),
    Column("moved_to", Text, nullable=False),
)
COUNTERS = Table(
    "_counters",
    own,
    Column("table_name", Text, primary_key=True),
    Column("column_name", Text, primary_key=True),
    Column("prefix", Text, primary_key=True),
    Column("last", BigInteger, nullable=False),
)
HISTORY = Table(
    "_history",
    own,
    Column("id", BIG_ID, primary_key=True),
    Column("table_name", Text, nullable=False),
    Column("record_id", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("changes", Text, nullable=False),
    Column("sample", Boolean, nullable=False),
)
Index("_history_of_record", HISTORY.c.table_name, HISTORY.c.record_id, HISTORY.c.id)
DRAFTS = Table(
    "_drafts",
    own,
    Column("visitor", Text, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("typed", Text, nullable=False),
    Column("at", Instant, nullable=False),
)


@dataclass(frozen=True)
class KeptEntity:
    """A table: the key of its entity, whether samples were put in, and how its records looked."""

    table_name: str
    key: str
    filled: bool = False
    looks: Mapping[str, str] | None = None
    """What the stored labels and search texts depend on; None when that is not known."""


@dataclass(frozen=True)
class KeptColumn:
    """A column: the field and type whose values it holds, or held while it was ``active``.

    ``target`` is the table that a reference points into. ``used`` grows each time a column is put
    to use, so that the latest of several is known. ``moved_to`` is the column that took over.
    """

    table_name: str
    column_name: str
    field: str
    type: str
    target: str = ""
    active: bool = True
    used: int = 0
    moved_to: str = ""


class Catalogue:
    """What the database says about its tables, read once and written through."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        own.create_all(connection)
        self._entities = {
            row.table_name: KeptEntity(row.table_name, row.key, row.filled, json.loads(row.looks))
            for row in connection.execute(select(ENTITIES))
        }
        self._columns: dict[str, dict[str, KeptColumn]] = defaultdict(dict)
        for row in connection.execute(select(COLUMNS)):
            self._columns[row.table_name][row.column_name] = KeptColumn(*row)

    @property
    def tables(self) -> Iterable[str]:
        """The names of all tables of records, also of entities that are gone."""
        return self._entities

    def entity(self, key: str) -> KeptEntity | None:
        """Return the table of the entity ``key``, None when there is none yet."""
        return next((item for item in self._entities.values() if item.key == key), None)

    def of_table(self, table_name: str) -> KeptEntity | None:
        """Return what is kept of a table, None when there is none of that name."""
        return self._entities.get(table_name)

    def columns(self, table_name: str) -> Sequence[KeptColumn]:
        """Return all columns of a table, the latest used last."""
        return sorted(self._columns[table_name].values(), key=lambda item: item.used)

    def add_entity(self, item: KeptEntity) -> KeptEntity:
        """Remember a new table."""
        self._entities[item.table_name] = item
        row = {"key": item.key, "filled": item.filled, "looks": json.dumps(item.looks)}
        self._connection.execute(insert(ENTITIES).values(table_name=item.table_name, **row))
        return item

    def change_entity(
        self,
        item: KeptEntity,
        *,
        key: str | None = None,
        filled: bool | None = None,
        looks: Mapping[str, str] | None = None,
    ) -> KeptEntity:
        """Remember something else about a table; what is not given stays."""
        changed = replace(
            item,
            key=item.key if key is None else key,
            filled=item.filled if filled is None else filled,
            looks=item.looks if looks is None else looks,
        )
        if changed != item:
            self._entities[item.table_name] = changed
            row = {
                "key": changed.key,
                "filled": changed.filled,
                "looks": json.dumps(changed.looks),
            }
            here = ENTITIES.c.table_name == item.table_name
            self._connection.execute(update(ENTITIES).where(here).values(**row))
        return changed

    def add_column(self, item: KeptColumn) -> KeptColumn:
        """Remember a new column, as the latest used."""
        item = replace(item, used=self._next_use(item.table_name))
        self._columns[item.table_name][item.column_name] = item
        self._connection.execute(insert(COLUMNS).values(**vars(item)))
        return item

    def change_column(
        self,
        item: KeptColumn,
        *,
        field: str | None = None,
        active: bool | None = None,
        moved_to: str | None = None,
    ) -> KeptColumn:
        """Remember something else about a column; what is not given stays."""
        changed = replace(
            item,
            field=item.field if field is None else field,
            active=item.active if active is None else active,
            moved_to=item.moved_to if moved_to is None else moved_to,
        )
        if changed == item:
            return item
        if changed.active and not item.active:
            changed = replace(changed, used=self._next_use(item.table_name))
        self._columns[item.table_name][item.column_name] = changed
        here = (COLUMNS.c.table_name == item.table_name) & (
            COLUMNS.c.column_name == item.column_name
        )
        self._connection.execute(update(COLUMNS).where(here).values(**vars(changed)))
        return changed

    def _next_use(self, table_name: str) -> int:
        return max((item.used for item in self.columns(table_name)), default=0) + 1
