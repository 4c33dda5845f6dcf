"""Writing records, with their numbers, computed values and history, in one transaction each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from ..model.entity import Entity
from .catalogue import ENTITIES
from .checking import check, refuse_gone
from .clock import now
from .computing import new_number, next_count, numbered_fields, work_out
from .errors import Conflict
from .history import CHANGED, CREATED, differences, entry, remember
from .kept import CREATED_AT, ID, LABEL, STATE, UPDATED_AT, VERSION, Kept, Model
from .refresh import relabel
from .shown import found_by, labels_of, texts_of
from .storable import is_kept


def save(
    connection: Connection,
    model: Model,
    record: Entity,
    who: str,
    asked: Collection[str] | None,
    gone: Collection[str] = (),
) -> None:
    """Insert ``record`` or write its changes, and bring it up to date.

    ``gone`` are the hashes of its files that are not there any more. Raises NotValid, Conflict or
    Unavailable.
    """
    kept = model.of(type(record))
    one_at_a_time(connection, kept)
    if record.id is None:
        id = _insert(connection, model, kept, record, who, asked, gone)
    else:
        id = _change(connection, model, kept, record, who, asked, gone)
    now_kept = kept.record_of(locked_row(connection, kept, id), type(record))
    record.values |= now_kept.values
    record.id, record.version = id, now_kept.version


def one_at_a_time(connection: Connection, kept: Kept) -> None:
    """Let nobody else write records that must differ from each other; SQLite never does."""
    if any(field.unique for field in kept.entity.fields.values()):
        here = ENTITIES.c.table_name == kept.table_name
        connection.execute(select(ENTITIES.c.key).where(here).with_for_update())


def locked_row(connection: Connection, kept: Kept, id: int | None) -> Row[Any]:
    """Return the row of a record and keep others from changing it. Raises Conflict if it is gone."""
    found = select(kept.table).where(kept.table.c[ID] == id).with_for_update()
    row = connection.execute(found).first()
    if row is None:
        raise Conflict(None)
    return row


def cleaned(kept: Kept, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of fields that people fill, by their present keys; blank is None.

    A record that was opened before a field was renamed has the value under its former key.
    """
    result = {}
    for key, field in kept.entity.fields.items():
        name = next((name for name in (key, *field.was) if name in values), None)
        if name is not None and not field.computed:
            value = values[name]
            value = tuple(value) if isinstance(value, list) else value
            result[key] = None if value in ("", ()) else value
    return result


def write_change(
    connection: Connection,
    model: Model,
    kept: Kept,
    row: Row[Any],
    after: dict[str, Any],
    **done: Any,
) -> None:
    """Write ``after`` in place of the record in ``row``, with what was ``done`` (see history.entry)."""
    id, before, moment = row._mapping[ID], kept.values_of(row), now()
    work_out(kept.entity, after)
    labels = labels_of(connection, model, kept, [before, after])
    texts = texts_of(kept, after, labels)
    found = found_by(kept, texts, id)
    version = {VERSION: row._mapping[VERSION] + 1, UPDATED_AT: moment, STATE: after["state"]}
    change = update(kept.table).where(kept.table.c[ID] == id)
    connection.execute(change.values(version | found | kept.row_of(after)))
    if found[LABEL] != row._mapping[LABEL]:
        relabel(connection, model, kept, [id])
    changes = differences(kept.entity, texts_of(kept, before, labels), texts)
    remember(connection, [_entry(kept, id, moment, changes=changes, **done)])


def _insert(
    connection: Connection,
    model: Model,
    kept: Kept,
    record: Entity,
    who: str,
    asked: Collection[str] | None,
    gone: Collection[str],
) -> int:
    fields, moment = kept.entity.fields, now()
    values: dict[str, Any] = {key: field.default for key, field in fields.items()}
    given = cleaned(kept, record.values)
    values |= given | {"state": kept.entity.flow.initial}
    refuse_gone(given, given, gone)
    check(connection, model, kept, values, given, asked)
    for key, field in numbered_fields(kept.entity).items():
        values[key] = new_number(connection, kept, key, field, moment.date())
    work_out(kept.entity, values)
    id = next_count(connection, kept.table_name, ID)
    texts = texts_of(kept, values, labels_of(connection, model, kept, [values]))
    row = {ID: id, VERSION: 1, STATE: values["state"], CREATED_AT: moment, UPDATED_AT: moment}
    connection.execute(
        insert(kept.table).values(row | found_by(kept, texts, id) | kept.row_of(values))
    )
    changes = differences(kept.entity, {}, texts)
    remember(connection, [_entry(kept, id, moment, who=who, action=CREATED, changes=changes)])
    return id


def _change(
    connection: Connection,
    model: Model,
    kept: Kept,
    record: Entity,
    who: str,
    asked: Collection[str] | None,
    gone: Collection[str],
) -> int:
    row = locked_row(connection, kept, record.id)
    id: int = row._mapping[ID]
    if row._mapping[VERSION] != record.version:
        raise Conflict(kept.record_of(row, type(record)))
    before, given = kept.values_of(row), cleaned(kept, record.values)
    after = before | given
    changed = [key for key, value in given.items() if value != before[key]]
    refuse_gone(given, changed, gone)
    check(connection, model, kept, after, changed, asked, id)
    if changed:
        write_change(connection, model, kept, row, after, who=who, action=CHANGED)
    return id


def _entry(kept: Kept, id: int, moment: datetime, *, who: str, **done: Any) -> dict[str, Any]:
    return entry(kept, id, at=moment, who=who if is_kept(who) else "?", **done)
