"""Puts sample records into the tables: in large parts, with their history, and numbered in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, insert, select

from ..catalogue import Catalogue
from ..computing import Numbered, next_count, numbered_fields, prefix, work_out, written
from ..files import Files
from ..history import differences, entry, remember
from ..kept import CREATED_AT, ID, STATE, UPDATED_AT, VERSION, Kept, Model
from ..refresh import renew_all
from ..shown import found_by, labels_of, named_in_label, texts_of
from .drawing import Drawer, Life
from .rows import values_of_row

_AT_ONCE = 2000
_MOST_TARGETS = 5000
"""Records that samples of another entity may point to."""


def fill(
    connection: Connection,
    model: Model,
    catalogue: Catalogue,
    waiting: Sequence[Kept],
    files: Files,
) -> None:
    """Put samples into the entities in ``waiting``, those that are pointed to first.

    Their pictures and papers are kept in ``files``.
    """
    keys = {kept.key for kept in waiting}
    order = [kept for kept in model.targets_first() if kept.key in keys]
    records = _records(connection, model, order)
    behind = set(keys)
    renewed = []
    for kept in order:
        _fill_one(connection, model, kept, records, files)
        behind.discard(kept.key)
        if any(field.entity in behind | {kept.key} for field in named_in_label(kept)):
            renewed.append(kept)
    for kept in order:
        _point_to_later_rows(connection, model, kept, records[kept.key])
    for kept in renewed:  # labels that name records which came later
        renew_all(connection, model, kept)
    for kept in order:
        item = catalogue.entity(kept.key)
        if item:
            catalogue.change_entity(item, filled=True)


def _records(
    connection: Connection, model: Model, waiting: Sequence[Kept]
) -> dict[str, Sequence[int]]:
    """Return the ids of the records of every entity, those to be made included."""
    records: dict[str, Sequence[int]] = {}
    for key, kept in model.kept.items():
        if kept in waiting:
            about = kept.entity.about
            count = len(about.rows) or about.samples
            first = next_count(connection, kept.table_name, ID, amount=count)
            records[key] = range(first, first + count)
        else:
            id = kept.table.c[ID]
            some = select(id).order_by(id).limit(_MOST_TARGETS)
            records[key] = list(connection.execute(some).scalars())
    return records


def _fill_one(
    connection: Connection,
    model: Model,
    kept: Kept,
    records: dict[str, Sequence[int]],
    files: Files,
) -> None:
    ids = records[kept.key]
    drawer = Drawer(model.project, kept.entity, records, len(ids), connection.dialect, files)
    numbering = _Numbering(connection, kept)
    if rows := kept.entity.about.rows:
        given = [values_of_row(connection, model, kept, row) for row in rows]
        numbering.reserve(given)
        lives: Iterator[tuple[int, Life]] = (
            (id, drawer.life_of_row(number, values))
            for number, (id, values) in enumerate(zip(ids, given, strict=True), 1)
        )
    else:
        lives = drawer.lives(ids)
    inserted: list[int] = []
    while some := list(islice(lives, _AT_ONCE)):
        _insert(connection, model, kept, some, numbering)
        inserted += [id for id, _ in some]
    numbering.finish()
    records[kept.key] = inserted


def _insert(
    connection: Connection,
    model: Model,
    kept: Kept,
    some: Sequence[tuple[int, Life]],
    numbering: _Numbering,
) -> None:
    lives = [(id, life, [dict(stage.values) for stage in life]) for id, life in some]
    for _, life, stages in lives:
        numbering.number(stages, life[0].at)
        for values in stages:
            work_out(kept.entity, values)
    labels = labels_of(connection, model, kept, (v for _, _, stages in lives for v in stages))
    rows: list[dict[str, Any]] = []
    happened: list[dict[str, Any]] = []
    for id, life, stages in lives:
        texts = [texts_of(kept, values, labels) for values in stages]
        rows.append(_row(kept, id, life, stages[-1], texts[-1]))
        happened += _entries(kept, id, life, texts)
    connection.execute(insert(kept.table), rows)
    remember(connection, happened)


def _row(
    kept: Kept, id: int, life: Life, values: Mapping[str, Any], texts: Mapping[str, str]
) -> dict[str, Any]:
    built_in = {
        ID: id,
        VERSION: len(life),
        STATE: values["state"],
        CREATED_AT: life[0].at,
        UPDATED_AT: life[-1].at,
    }
    return built_in | found_by(kept, texts, id) | kept.row_of(values)


def _entries(
    kept: Kept, id: int, life: Life, texts: Sequence[Mapping[str, str]]
) -> Iterator[dict[str, Any]]:
    before: Mapping[str, str] = {}
    for stage, after in zip(life, texts, strict=True):
        yield entry(
            kept,
            id,
            at=stage.at,
            who=stage.who,
            action=stage.action,
            title=stage.title,
            reason=stage.reason,
            changes=differences(kept.entity, before, after),
            sample=True,
        )
        before = after


def _point_to_later_rows(
    connection: Connection, model: Model, kept: Kept, ids: Sequence[int]
) -> None:
    """Fill in references of given rows to records that were not there yet."""
    for id, row in zip(ids, kept.entity.about.rows, strict=False):
        values = values_of_row(connection, model, kept, row)
        found = {f.key: values[f.key] for f in kept.references if values[f.key] is not None}
        if found:
            here = kept.table.c[ID] == id
            connection.execute(kept.table.update().where(here).values(kept.row_of(found)))


class _Numbering:
    """Numbers sample records without asking the database each time."""

    def __init__(self, connection: Connection, kept: Kept) -> None:
        self._connection = connection
        self._kept = kept
        self._fields: Mapping[str, Numbered] = numbered_fields(kept.entity)
        self._last: dict[tuple[str, str], int] = {}
        self._begun: dict[tuple[str, str], int] = {}
        self._given: dict[str, set[Any]] = {key: set() for key in self._fields}

    def reserve(self, records: Sequence[Mapping[str, Any]]) -> None:
        """Give none of the numbers that ``records`` have already."""
        for key, given in self._given.items():
            given |= {values.get(key) for values in records}

    def number(self, stages: Sequence[dict[str, Any]], at: datetime) -> None:
        """Put the numbers of one record into all stages of its life; a given number stays."""
        for key, field in self._fields.items():
            number = stages[0].get(key) or self._next(key, field, at)
            for values in stages:
                values[key] = number

    def finish(self) -> None:
        """Tell the database which counts are used."""
        for group, last in self._last.items():
            if amount := last - self._begun[group]:
                self._count(*group, amount)

    def _next(self, key: str, field: Numbered, at: datetime) -> str:
        group = (key, prefix(field, at.date()))
        if group not in self._last:
            self._begun[group] = self._last[group] = self._count(*group, 1)
        else:
            self._last[group] += 1
        number = written(field, at.date(), self._last[group])
        return self._next(key, field, at) if number in self._given[key] else number

    def _count(self, key: str, begin: str, amount: int) -> int:
        column = self._kept.names[key]
        return next_count(self._connection, self._kept.table_name, column, begin, amount)
