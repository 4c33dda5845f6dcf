"""Rows of a sheet on their way into the records: looked at first, then written all or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from ..fields.file import File
from ..fields.reference import Reference
from ..model.entity import Entity
from ..model.field import Field, Invalid
from ..texts import say
from . import saving
from .checking import check
from .computing import numbered_fields
from .errors import Conflict, NotValid
from .kept import ID, LABEL, Kept, Model
from .shown import in_batches
from .storable import is_kept
from .types import Words


@dataclass(frozen=True)
class Line:
    """A row of a sheet: its number there, and its texts by field key."""

    number: int
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Wrong:
    """What keeps a row out: the number of the row, the title of the field, the reason."""

    line: int
    title: str
    message: str


@dataclass
class Intake:
    """What would come of the rows of a sheet; nothing is written yet."""

    new: list[Entity] = field(default_factory=list)
    changed: list[Entity] = field(default_factory=list)
    unchanged: int = 0
    wrong: list[Wrong] = field(default_factory=list)


class StoppedError(Exception):
    """A row could not be written after all; nothing was. The message says which and why."""


def can_come_in(item: Field[Any]) -> bool:
    """Tell whether a sheet can change the values of a field: files and what comes by itself can't."""
    return not item.computed and not isinstance(item, File)


def key_field(entity: type[Entity], keys: Sequence[str]) -> Field[Any] | None:
    """Return the field among ``keys`` by which rows are known again: a number, or a unique one."""
    numbers = numbered_fields(entity)
    found = [entity.fields[key] for key in keys if key in numbers]
    unique = [entity.fields[key] for key in keys if entity.fields[key].unique]
    found += sorted(unique, key=lambda item: not item.required)
    return next(iter(found), None)


def look(
    connection: Connection, model: Model, entity: type[Entity], lines: Sequence[Line]
) -> Intake:
    """Say what would come of ``lines``: every rule of the form is asked."""
    return _Looking(connection, model, entity, lines).intake()


def take_in(connection: Connection, model: Model, intake: Intake, who: str) -> None:
    """Write what was looked at. Raises StoppedError when somebody was quicker."""
    for record in (*intake.new, *intake.changed):
        try:
            saving.save(connection, model, record, who, () if record.id else None)
        except NotValid as error:
            key, message = next(iter(error.problems.items()))
            title = type(record).fields[key].title
            raise StoppedError(say("form.wrong_field", title=title, message=message)) from error
        except Conflict as error:
            raise StoppedError(str(error)) from error


class _Looking:
    """A sheet while it is looked at."""

    def __init__(
        self, connection: Connection, model: Model, entity: type[Entity], lines: Sequence[Line]
    ) -> None:
        self._connection = connection
        self._model = model
        self._entity = entity
        self._kept: Kept = model.of(entity)
        self._lines = lines
        keys = list(lines[0].texts) if lines else []
        self._fields = [entity.fields[key] for key in keys if can_come_in(entity.fields[key])]
        self._key = key_field(entity, keys)
        self._known = self._find_known()
        self._records = {
            item.key: self._find_labelled(item)
            for item in self._fields
            if isinstance(item, Reference)
        }
        self._seen: dict[tuple[str, Any], int] = {}
        self._found = Intake()

    def intake(self) -> Intake:
        """Return what would come of all lines."""
        for line in self._lines:
            wrong = dict(self._look_at(line))
            for key, message in wrong.items():
                title = self._entity.fields[key].title
                self._found.wrong.append(Wrong(line.number, title, message))
        return self._found

    def _look_at(self, line: Line) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with a line; note the record that would come of it otherwise."""
        record = self._known.get(self._key_of(line) or "")
        if record is None and self._missing_number(line):
            assert self._key
            yield self._key.key, say("sheet.no_such_number", number=line.texts[self._key.key])
            return
        values, unread = self._values(line, record)
        doubled = dict(self._doubled(line, values))
        if unread or doubled:
            yield from (unread | doubled).items()
        elif record is None:
            yield from self._new(values)
        else:
            yield from self._change(record, values)

    def _new(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        fields = self._entity.fields.values()
        whole = {item.key: item.default for item in fields} | dict(values)
        state = {"state": self._entity.flow.initial}
        try:
            check(self._connection, self._model, self._kept, whole | state, list(values))
        except NotValid as error:
            yield from error.problems.items()
        else:
            self._found.new.append(self._entity(whole))

    def _change(self, record: Entity, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Judge what differs; what a record holds already is not held against the row."""
        before = record.values
        changed = [key for key, value in values.items() if value != before.get(key)]
        if not changed:
            self._found.unchanged += 1
            return
        after = before | dict(values)
        try:
            check(self._connection, self._model, self._kept, after, changed, changed, record.id)
        except NotValid as error:
            yield from error.problems.items()
        else:
            record.values = after
            self._found.changed.append(record)

    def _values(self, line: Line, record: Entity | None) -> tuple[dict[str, Any], dict[str, str]]:
        values, wrong = dict[str, Any](), dict[str, str]()
        for item in self._fields:
            text = line.texts.get(item.key, "").strip()
            try:
                values[item.key] = self._value(item, text, record) if text else None
            except Invalid as invalid:
                wrong[item.key] = str(invalid)
        return values, wrong

    def _value(self, item: Field[Any], text: str, record: Entity | None) -> Any:
        if record is not None and item.show(record.values.get(item.key)) == text:
            return record.values.get(item.key)  # also what reads alike but can't be read back
        if isinstance(item, Reference):
            return self._record(item, text, record)
        if isinstance(item.column(), Words):
            return _words_of(item, text)
        return item.parse(text)

    def _record(self, item: Reference, text: str, record: Entity | None) -> int:
        """Return the id of the record that is called ``text``. Raises Invalid."""
        ids = self._records[item.key].get(text, [])
        held = record.values.get(item.key) if record else None
        if held in ids and held is not None:
            return int(held)
        if not ids:
            raise Invalid(say("sheet.no_record", label=text))
        if len(ids) > 1:
            raise Invalid(say("sheet.several_records", label=text, count=len(ids)))
        return ids[0]

    def _doubled(self, line: Line, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield the fields that must differ and have the value of an earlier line."""
        asked = {item.key: values.get(item.key) for item in self._fields if item.unique}
        if self._key:
            asked[self._key.key] = self._key_of(line)
        for key, value in asked.items():
            if value is None:
                continue
            earlier = self._seen.setdefault((key, value), line.number)
            if earlier != line.number:
                yield key, say("sheet.double", line=earlier)

    def _key_of(self, line: Line) -> str | None:
        return (line.texts.get(self._key.key, "").strip() or None) if self._key else None

    def _missing_number(self, line: Line) -> bool:
        return bool(self._key and self._key.computed and self._key_of(line))

    def _find_known(self) -> dict[str, Entity]:
        """Return the records that the lines speak of, by the text of the key."""
        if self._key is None:
            return {}
        column, asked = self._kept.columns[self._key.key], dict[Any, str]()
        for line in self._lines:
            text = self._key_of(line)
            if text and is_kept(text):
                try:
                    value = text if self._key.computed else self._key.parse(text)
                except Invalid:
                    continue
                asked[self._key.to_column(value)] = text
        found = {}
        for some in in_batches(list(asked)):
            rows = self._connection.execute(select(self._kept.table).where(column.in_(some)))
            for row in rows:
                text = asked.get(row._mapping[column.name], "")
                found[text] = self._kept.record_of(row, self._entity)
        return found

    def _find_labelled(self, item: Reference) -> dict[str, list[int]]:
        """Return the ids of the records that the lines name in a field, by their labels."""
        target = self._model.target(item)
        texts = {line.texts.get(item.key, "").strip() for line in self._lines}
        found: dict[str, list[int]] = {}
        if target is None:
            return found
        columns = target.table.c
        for some in in_batches(sorted(text for text in texts if text and is_kept(text))):
            named = select(columns[ID], columns[LABEL]).where(columns[LABEL].in_(some))
            for id, label in self._connection.execute(named):
                found.setdefault(label, []).append(id)
        return found


def _words_of(item: Field[Any], text: str) -> Any:
    """Return the words in ``text``, also those that hold the sign between words themselves."""
    choices = sorted(getattr(item, "choices", ()), key=len, reverse=True)
    words, rest = [], text
    while rest:
        word = next((w for w in choices if rest == w or rest.startswith(f"{w}、")), None)
        if word is None:
            return item.parse(text)
        words.append(word)
        rest = rest[len(word) :].removeprefix("、")
    return item.parse(words)
