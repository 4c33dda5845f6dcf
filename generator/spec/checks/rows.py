"""The sample records of a spec: their fields exist, and their values are valid.

A row names a record of another entity by its label or by the text of its first field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.spec.judge import judged_value
from generator.spec.model import Entity, EntityField, Spec
from generator.spec.problems import Finding, Path, Words, unknown
from generator.spec.vocabulary import RECORD_FIELDS, FieldType, Vocabulary

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check every row of every entity."""
    names = {key: row_names(entity) for key, entity in spec.entities.items()}
    for key, entity in spec.entities.items():
        home: Path = ("entities", key)
        allowed = dict.fromkeys((*entity.fields, *RECORD_FIELDS))
        for index, row in enumerate(entity.rows):
            for name, texts in row.items():
                path = (*home, "rows", index, name)
                field = entity.fields.get(name)
                if name not in allowed:
                    values = {"name": name, "known": Words(allowed, name)}
                    wanted = ((*home, "fields", name),)
                    yield Finding("unknown_field", path, values, at_key=True, depends_on=wanted)
                elif name == "state":
                    yield from _state(home, path, texts, entity)
                elif field and field.entity:
                    yield from _record(path, texts, field.entity, names)
                elif field:
                    kind = vocabulary.field_types.get(field.type)
                    yield from _value(path, (*home, "fields", name), texts, field, kind)


def row_names(entity: Entity) -> dict[str, None] | None:
    """Return the names of the rows of ``entity``, None when only the prototype knows them."""
    first = next(iter(entity.fields), "")
    names: dict[str, None] = {}
    for row in entity.rows:
        named = _PLACEHOLDER.findall(entity.label or "")
        if any(len(row.get(key, ())) != 1 for key in (first, *named)):
            return None
        names[row[first][0]] = None
        if entity.label:
            label = _PLACEHOLDER.sub(lambda found: row[found[1]][0], entity.label)  # noqa: B023
            names[label.strip()] = None
    return names


def _state(home: Path, path: Path, texts: tuple[str, ...], entity: Entity) -> Iterator[Finding]:
    for text in texts:
        if text not in entity.states:
            wanted = (*home, "states", text)
            yield unknown("state", path, text, entity.states, wanted)


def _record(
    path: Path,
    texts: tuple[str, ...],
    entity: str,
    names: dict[str, dict[str, None] | None],
) -> Iterator[Finding]:
    known = names.get(entity)
    for text in texts:
        if known is not None and text not in known:
            values = {"name": text, "entity": entity, "known": Words(known, text)}
            wanted = (("entities", entity, "rows"), ("entities", entity, "label"))
            yield Finding("unknown_record", path, values, depends_on=wanted)


def _value(
    path: Path, home: Path, texts: tuple[str, ...], field: EntityField, kind: FieldType | None
) -> Iterator[Finding]:
    if kind is None:
        return
    for text in filter(None, texts):
        yield from judged_value(path, field, kind, text, home, rules=True)
    if len(texts) > 1 and not field.many and "choices" not in kind.takes:
        yield Finding("one_value", path, {"key": path[-1]}, depends_on=(home,))
