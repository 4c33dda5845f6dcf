"""Follows a changed spec in the database, so that nothing that was typed is lost.

An entity or a field that is renamed with ``was:`` keeps its table or column. A field that goes
leaves its column behind, unseen, and finds it again when it comes back. A field whose type changes
gets a new column; the old values are read anew as people wrote them, and what can't be read so
stays in the old column, to come back with the old type. Nothing is ever dropped.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Table, inspect, select, text, update
from sqlalchemy.schema import CreateColumn

from ..fields.reference import Reference
from ..model.entity import Entity
from ..model.field import Field
from ..model.project import Project
from .catalogue import HISTORY, Catalogue, KeptColumn, KeptEntity
from .convert import Conversion, convert
from .indexes import make_indexes
from .kept import STATE, Kept, Model, new_table
from .naming import database_name
from .refresh import refresh


def migrate(
    connection: Connection, entities: Sequence[type[Entity]], project: Project
) -> tuple[Model, Catalogue]:
    """Bring the tables to ``entities`` and return where everything is kept now."""
    catalogue = Catalogue(connection)
    tables = _tables(connection, catalogue, entities)
    names = {key: item.table_name for key, item in tables.items()}
    there = set(inspect(connection).get_table_names())
    kept: dict[str, Kept] = {}
    work: dict[str, _Work] = {}
    for entity in entities:
        key = entity.about.key
        placing = _Placing(catalogue, names[key], entity, names)
        kept[key], work[key] = _columns(placing), placing.work
        _make(connection, kept[key].table, there, placing.known)
        old = names[key] in there
        make_indexes(connection, kept[key], {*placing.known, STATE} if old else ())
    model = Model(kept, project)
    for key, done in work.items():
        for conversion in done.conversions:
            convert(connection, kept[key], conversion, catalogue)
        done.seen_anew |= _states(connection, kept[key])
    anew = {key for key, done in work.items() if done.seen_anew or done.conversions}
    refresh(connection, model, catalogue, anew)
    return model, catalogue


def _tables(
    connection: Connection, catalogue: Catalogue, entities: Sequence[type[Entity]]
) -> dict[str, KeptEntity]:
    """Find the table of every entity: its own, the one of its former name, or a new one."""
    keys = {entity.about.key for entity in entities}
    tables = {}
    for entity in entities:
        about = entity.about
        former = next(
            (item for key in about.was if key not in keys and (item := catalogue.entity(key))),
            None,
        )
        found = catalogue.entity(about.key)
        if former and (found is None or not _touched(connection, found)):
            # Samples that were made before the rename was told step back for what people typed.
            if found:
                catalogue.change_entity(found, key="")
            found = catalogue.change_entity(former, key=about.key)
        if found is None:
            name = database_name(about.key, set(catalogue.tables))
            found = catalogue.add_entity(KeptEntity(name, about.key))
        tables[about.key] = found
    return tables


def _touched(connection: Connection, item: KeptEntity) -> bool:
    """Tell whether a person has written anything into the table."""
    typed = select(HISTORY.c.id).where(
        HISTORY.c.table_name == item.table_name, HISTORY.c.sample.is_(False)
    )
    return connection.execute(typed.limit(1)).first() is not None


@dataclass
class _Work:
    """What is to be done with the records of one entity after its columns are there."""

    conversions: list[Conversion]
    seen_anew: bool = False


def _columns(placing: _Placing) -> Kept:
    """Find a column for each field of an entity, and lay aside those that it no longer has."""
    entity = placing.entity
    names = {key: placing.place(field) for key, field in entity.fields.items()}
    placing.lay_aside()
    types = {names[key]: field.column() for key, field in entity.fields.items()}
    return Kept(entity, new_table(placing.table, types), names)


def _make(
    connection: Connection, table: Table, tables: Collection[str], columns: Collection[str]
) -> None:
    """Make the table if it is not among ``tables``, else what it lacks beside ``columns``."""
    if table.name not in tables:
        table.create(connection)
        return
    for column in table.columns:
        if column.name not in columns and not column.name.startswith("_"):
            _add_column(connection, table, column)


def _add_column(connection: Connection, table: Table, column: Column[object]) -> None:
    name = connection.dialect.identifier_preparer.quote_identifier(table.name)
    definition = CreateColumn(column).compile(dialect=connection.dialect)
    connection.execute(text(f"ALTER TABLE {name} ADD COLUMN {definition}"))


class _Placing:
    """Finds the column of each field of one entity; ``known`` were there before."""

    def __init__(
        self,
        catalogue: Catalogue,
        table_name: str,
        entity: type[Entity],
        tables: Mapping[str, str],
    ) -> None:
        self.work = _Work([])
        self.table = table_name
        self.entity = entity
        self.known = {item.column_name for item in catalogue.columns(table_name)}
        self._catalogue = catalogue
        self._tables = tables

    def place(self, field: Field[object]) -> str:
        """Return the name of the column for ``field``, and note what must be brought into it."""
        mine = self._of(field.key) or self._renamed(field)
        last = next((item for item in mine if item.active), mine[-1] if mine else None)
        column = self._fitting(field, mine) or self._new(field)
        if last and last.column_name != column.column_name:
            self._catalogue.change_column(last, active=False)
            self.work.conversions.append(Conversion(field, last, column.column_name))
        if not column.active:
            self._catalogue.change_column(column, active=True)
            self.work.seen_anew = True
        if mine:
            self._take_over(field, column)
        return column.column_name

    def lay_aside(self) -> None:
        """Note that the columns of fields that are gone hold nothing that is seen."""
        for item in self._catalogue.columns(self.table):
            if item.active and item.field not in self.entity.fields:
                self._catalogue.change_column(item, active=False)
                self.work.seen_anew = True

    def _of(self, key: str) -> list[KeptColumn]:
        return [item for item in self._catalogue.columns(self.table) if item.field == key]

    def _former(self, field: Field[object]) -> list[KeptColumn]:
        """Return the columns of the field's former names, the latest used last."""
        return [
            item
            for item in self._catalogue.columns(self.table)
            if item.field in field.was
            and item.field not in self.entity.fields
            and not item.moved_to
        ]

    def _renamed(self, field: Field[object]) -> list[KeptColumn]:
        """Take the columns of the former name, when the field has none of its own."""
        former = self._former(field)
        taken = [item for item in former if item.field == former[-1].field]
        return [self._catalogue.change_column(item, field=field.key) for item in taken]

    def _take_over(self, field: Field[object], column: KeptColumn) -> None:
        """Bring values of the former name where the field, which came before the rename was told,
        has none."""
        for item in self._former(field)[-1:]:
            self._catalogue.change_column(item, active=False, moved_to=column.column_name)
            self.work.conversions.append(
                Conversion(field, item, column.column_name, only_empty=True)
            )

    def _fitting(self, field: Field[object], mine: Sequence[KeptColumn]) -> KeptColumn | None:
        fitting = [
            item
            for item in mine
            if (item.type, item.target) == (_type_of(field), self._target_of(field))
        ]
        return fitting[-1] if fitting else None

    def _new(self, field: Field[object]) -> KeptColumn:
        taken = {item.column_name for item in self._catalogue.columns(self.table)}
        return self._catalogue.add_column(
            KeptColumn(
                self.table,
                database_name(field.key, taken),
                field.key,
                _type_of(field),
                self._target_of(field),
            )
        )

    def _target_of(self, field: Field[object]) -> str:
        """Return the table that a reference points into, empty for other fields."""
        return self._tables.get(field.entity, "") if isinstance(field, Reference) else ""


def _type_of(field: Field[object]) -> str:
    """Return what decides whether values can stay where they are: field type and column type."""
    return f"{field.name} {type(field.column()).__name__}"


def _states(connection: Connection, kept: Kept) -> bool:
    """Follow renamed states; records from before there were states begin with the first."""
    flow, state = kept.entity.flow, kept.table.c[STATE]
    steps = [
        (state == former, key)
        for key, item in flow.states.items()
        for former in item.was
        if former not in flow.states
    ]
    if flow.initial is not None:
        steps.append((state.is_(None), flow.initial))
    changed = 0
    for here, key in steps:
        found = update(kept.table).where(here).values({STATE: key})
        changed += connection.execute(found).rowcount
    return changed > 0
