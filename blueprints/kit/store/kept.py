"""An entity and the table that keeps its records; all of them together are the model in use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from sqlalchemy import BigInteger, Column, MetaData, Row, Table, Text

from ..fields.reference import Reference
from ..model.entity import Entity
from ..model.project import Project
from ..texts import say
from .catalogue import BIG_ID
from .errors import Unavailable
from .types import Instant

E = TypeVar("E", bound=Entity)

ID, VERSION, STATE, LABEL, SEARCH = "_id", "_version", "_state", "_label", "_search"
CREATED_AT, UPDATED_AT, LABEL_SEARCH = "_created_at", "_updated_at", "_label_search"


@dataclass(frozen=True)
class _OwnColumn:
    """A column of one's own; two of the same name and type are the same."""

    name: str
    described: tuple[type, str]
    kind: Any = field(compare=False)


def new_table(name: str, columns: Mapping[str, Any]) -> Table:
    """Return a table of records with ``columns`` (types by name) behind those of every record."""
    own = (_OwnColumn(key, (type(kind), repr(kind)), kind) for key, kind in columns.items())
    return _table(name, tuple(own))


@lru_cache(maxsize=1024)  # a changed spec leaves most tables as they are, and making one takes long
def _table(name: str, columns: tuple[_OwnColumn, ...]) -> Table:
    return Table(
        name,
        MetaData(),
        Column(ID, BIG_ID, primary_key=True, autoincrement=False, quote=True),
        Column(VERSION, BigInteger, nullable=False, quote=True),
        Column(STATE, Text, quote=True),
        Column(CREATED_AT, Instant, nullable=False, quote=True),
        Column(UPDATED_AT, Instant, nullable=False, quote=True),
        Column(LABEL, Text, nullable=False, quote=True),
        Column(LABEL_SEARCH, Text, nullable=False, quote=True),
        Column(SEARCH, Text, nullable=False, quote=True),
        *(Column(column.name, column.kind, quote=True) for column in columns),
        quote=True,
    )


@dataclass(frozen=True)
class Kept:
    """An entity, its table, and the name of the column of each field."""

    entity: type[Entity]
    table: Table
    names: Mapping[str, str]

    @property
    def key(self) -> str:
        """The key of the entity."""
        return self.entity.about.key

    @property
    def table_name(self) -> str:
        """The name of the table, which stays when the entity is renamed."""
        return self.table.name

    @cached_property
    def columns(self) -> Mapping[str, Column[Any]]:
        """The column of each field."""
        return {key: self.table.c[name] for key, name in self.names.items()}

    @cached_property
    def references(self) -> Sequence[Reference]:
        """The fields that point to other records."""
        return [field for field in self.entity.fields.values() if isinstance(field, Reference)]

    def values_of(self, row: Row[Any]) -> dict[str, Any]:
        """Return the values of a row by field key, with the state as ``state``."""
        held = row._mapping
        values = {
            key: field.from_column(held[self.names[key]])
            for key, field in self.entity.fields.items()
        }
        return values | {"state": held[STATE]}

    def row_of(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return ``values`` of fields by the names of their columns, as the database takes them."""
        return {
            self.names[key]: self.entity.fields[key].to_column(value)
            for key, value in values.items()
            if key in self.names
        }

    def record_of(self, row: Row[Any], entity: type[E]) -> E:
        """Return a row as a record of ``entity``."""
        held = row._mapping
        return entity(
            self.values_of(row),
            id=held[ID],
            version=held[VERSION],
            created_at=held[CREATED_AT],
            updated_at=held[UPDATED_AT],
        )

    def state_title(self, state: str | None) -> str:
        """Return how people call ``state``; a state that is gone keeps its key."""
        known = self.entity.flow.states.get(state or "")
        return (known.title if known else "") or state or ""


@dataclass(frozen=True)
class Model:
    """The entities in use, by key, and the project that they belong to."""

    kept: Mapping[str, Kept]
    project: Project

    def of(self, entity: type[Entity]) -> Kept:
        """Return where records of ``entity`` are kept; also when its class is an older one.

        Raises Unavailable when the prototype no longer has the entity.
        """
        return self.named(entity.about.key)

    def named(self, key: str) -> Kept:
        """Return where records of the entity ``key``, or formerly ``key``, are kept."""
        if found := self.kept.get(key):
            return found
        for item in self.kept.values():
            if key in item.entity.about.was:
                return item
        raise Unavailable(say("store.no_entity"))

    def target(self, field: Reference) -> Kept | None:
        """Return where the records are kept that ``field`` points to."""
        return self.kept.get(field.entity)

    def targets_first(self) -> Sequence[Kept]:
        """Return all entities, each behind those that it points to, as far as there is no circle."""
        order: list[Kept] = []
        seen: set[str] = set()
        waiting = [(item, False) for item in reversed(list(self.kept.values()))]
        while waiting:
            item, targets_done = waiting.pop()
            if targets_done:
                order.append(item)
            elif item.key not in seen:
                seen.add(item.key)
                waiting.append((item, True))
                targets = [self.target(field) for field in reversed(item.references)]
                waiting += [(target, False) for target in targets if target]
        return order
