"""Keeps up to date what is stored beside the typed values: labels, search texts, computed fields."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from ..texts import say
from .catalogue import Catalogue
from .computing import new_number, numbered_fields, work_out, worked_out_fields
from .kept import CREATED_AT, ID, LABEL, LABEL_SEARCH, SEARCH, Kept, Model
from .shown import found_by, in_batches, label_template, labels_of, named_in_label, texts_of

_RULES = frozenset(
    {"min", "max", "min_length", "max_length", "pattern"}
    | {"choices", "many", "max_count", "max_size", "accept"}
)
"""Settings that decide what is allowed, not how a value reads."""


def refresh(
    connection: Connection, model: Model, catalogue: Catalogue, anew: Collection[str]
) -> None:
    """Renew the records of the entities in ``anew`` and of those that read differently now."""
    for kept in model.targets_first():
        item = catalogue.entity(kept.key)
        if item is None:
            continue
        looks = _looks(model, kept)
        if item.looks is not None and (kept.key in anew or _differ(kept, item.looks, looks)):
            renew_all(connection, model, kept)
        catalogue.change_entity(item, looks=looks)


def _looks(model: Model, kept: Kept) -> dict[str, str]:
    """Return what the stored labels, search texts and computed values of an entity hang on."""
    looks = {
        f"field {key}": repr(
            [
                field.name,
                *(repr(getattr(field, name, None)) for name in sorted(field.takes - _RULES)),
            ]
        )
        for key, field in kept.entity.fields.items()
    }
    states = [(state.key, state.title) for state in kept.entity.flow.states.values()]
    labels = list(_label_templates(model, kept))
    return looks | {"states": repr(states), "label": repr(labels), "language": say("value.yes")}


def _label_templates(model: Model, kept: Kept) -> Iterator[str]:
    """Yield the template of the label and those of the labels within it."""
    seen, waiting = {kept.key}, [kept]
    while waiting:
        item = waiting.pop()
        yield label_template(item.entity)
        for field in named_in_label(item):
            target = model.target(field)
            if target and target.key not in seen:
                seen.add(target.key)
                waiting.append(target)


def _differ(kept: Kept, before: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """Tell whether records read differently; a new field that nobody has filled changes nothing."""
    computed = {f"field {key}" for key, field in kept.entity.fields.items() if field.computed}
    changed = any(now.get(key) != value for key, value in before.items())
    return changed or any(key in computed and key not in before for key in now)


def renew_all(connection: Connection, model: Model, kept: Kept) -> None:
    """Renew every record of an entity."""
    _number(connection, kept)
    id = kept.table.c[ID]
    last = 0
    while rows := connection.execute(
        select(kept.table).where(id > last).order_by(id).limit(1000)
    ).all():
        renew(connection, model, kept, rows)
        last = rows[-1]._mapping[ID]


def relabel(connection: Connection, model: Model, kept: Kept, ids: Collection[int]) -> None:
    """Renew the records whose labels contain the labels of the records with ``ids``."""
    seen = {(kept.key, id) for id in ids}
    waiting = [(kept, list(ids))]
    while waiting:
        target, changed = waiting.pop()
        for other in model.kept.values():
            for field in named_in_label(other):
                if field.entity != target.key:
                    continue
                for some in in_batches(changed):
                    here = select(other.table).where(other.columns[field.key].in_(some))
                    found = renew(connection, model, other, connection.execute(here).all())
                    fresh = [id for id in found if (other.key, id) not in seen]
                    seen |= {(other.key, id) for id in fresh}
                    if fresh:
                        waiting.append((other, fresh))


def renew(
    connection: Connection, model: Model, kept: Kept, rows: Sequence[Row[Any]]
) -> Sequence[int]:
    """Renew the records in ``rows``; return the ids of those whose labels are new."""
    records = [kept.values_of(row) for row in rows]
    labels = labels_of(connection, model, kept, records)
    computed = list(worked_out_fields(kept.entity))
    names = [*(kept.names[key] for key in computed), LABEL, LABEL_SEARCH, SEARCH]
    changes, relabelled = [], []
    for row, values in zip(rows, records, strict=True):
        id = row._mapping[ID]
        work_out(kept.entity, values)
        texts = texts_of(kept, values, labels)
        fresh = kept.row_of({key: values[key] for key in computed}) | found_by(kept, texts, id)
        if any(row._mapping[name] != fresh[name] for name in names):
            changes.append({"row": id} | {f"new{n}": fresh[name] for n, name in enumerate(names)})
        if fresh[LABEL] != row._mapping[LABEL]:
            relabelled.append(id)
    _write(connection, kept, names, changes)
    return relabelled


def _write(
    connection: Connection, kept: Kept, names: Sequence[str], changes: Sequence[dict[str, Any]]
) -> None:
    columns = kept.table.c
    new = {name: bindparam(f"new{n}", type_=columns[name].type) for n, name in enumerate(names)}
    change = update(kept.table).where(columns[ID] == bindparam("row")).values(new)
    for some in in_batches(changes):
        connection.execute(change, some)


def _number(connection: Connection, kept: Kept) -> None:
    """Give a number to records from before there were numbers."""
    columns = kept.table.c
    for key, field in numbered_fields(kept.entity).items():
        column = kept.columns[key]
        without = select(columns[ID], columns[CREATED_AT]).where(column.is_(None))
        for id, created_at in connection.execute(without.order_by(columns[ID])).all():
            number = new_number(connection, kept, key, field, created_at.date())
            change = update(kept.table).where(columns[ID] == id)
            connection.execute(change.values({column.name: number}))
