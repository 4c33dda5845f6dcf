"""Where a screen, a condition, a label or a row names a field, the entity must have it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.spec.model import Condition, Entity, Screen, Spec
from generator.spec.problems import Finding, Path, nearest
from generator.spec.vocabulary import RECORD_FIELDS, Vocabulary

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Look up every field that is named, and the values that conditions ask for."""
    for key, entity in spec.entities.items():
        yield from _entity(("entities", key), entity, vocabulary)
    for key, screen in spec.screens.items():
        shown = spec.entities.get(screen.entity or "")
        if shown is not None:
            yield from _screen(("screens", key), screen, shown)
        for index, tile in enumerate(screen.tiles):
            counted = spec.entities.get(tile.count or tile.chart or "")
            if counted is not None:
                here: Path = ("screens", key, "tiles", index)
                yield from _named((*here, "by"), [tile.by] if tile.by else [], counted)
                yield from _named((*here, "sum"), [tile.sum] if tile.sum else [], counted)
                yield from _condition((*here, "where"), tile.where, counted)


def _named(path: Path, names: Iterable[str], entity: Entity) -> Iterator[Finding]:
    known = [*entity.fields, *RECORD_FIELDS]
    for name in names:
        if name not in known:
            values: dict[str, Any] = {
                "name": name,
                "nearest": nearest(name, known),
                "known": ", ".join(known),
            }
            yield Finding("unknown_field", path, values)


def _condition(path: Path, condition: Condition, entity: Entity) -> Iterator[Finding]:
    yield from _named(path, condition, entity)
    for name, texts in condition.items():
        field = entity.fields.get(name)
        known = list(entity.states) if name == "state" else list(field.choices if field else ())
        for text in texts:
            if known and text not in known:
                values: dict[str, Any] = {
                    "written": text,
                    "nearest": nearest(text, known),
                    "known": ", ".join(known),
                }
                yield Finding("not_a_choice", (*path, name), values)


def _entity(path: Path, entity: Entity, vocabulary: Vocabulary) -> Iterator[Finding]:
    for key, field in entity.fields.items():
        here = (*path, "fields", key)
        yield from _condition((*here, "show_when"), field.show_when, entity)
        yield from _condition((*here, "required_when"), field.required_when, entity)
        formula = _PLACEHOLDER.findall(field.formula or "")
        yield from _named((*here, "formula"), formula, entity)
    yield from _named((*path, "label"), _PLACEHOLDER.findall(entity.label or ""), entity)
    for index, row in enumerate(entity.rows):
        here = (*path, "rows", index)
        for name, texts in row.items():
            yield from _named((*here, name), [name], entity)
            yield from _row_value((*here, name), name, texts, entity, vocabulary)


def _row_value(
    path: Path, name: str, texts: tuple[str, ...], entity: Entity, vocabulary: Vocabulary
) -> Iterator[Finding]:
    """The value of a row is one that the field's type reads; a reference is read when it runs."""
    field = entity.fields.get(name)
    kind = vocabulary.field_types.get(field.type) if field else None
    if field is None or kind is None or field.entity:
        return
    for text in texts:
        try:
            kind.read(text)
        except ValueError:
            values: dict[str, Any] = {
                "key": name,
                "written": text,
                "type": field.type,
                "example": kind.example,
            }
            yield Finding("not_of_type", path, values)
        if field.choices and text not in field.choices:
            known = field.choices
            values = {
                "written": text,
                "nearest": nearest(text, known),
                "known": ", ".join(known),
            }
            yield Finding("not_a_choice", path, values)


def _screen(path: Path, screen: Screen, entity: Entity) -> Iterator[Finding]:
    for part in ("columns", "filters", "fields"):
        for index, use in enumerate(getattr(screen, part)):
            yield from _named((*path, part, index), [use.field], entity)
    if screen.sort:
        yield from _named((*path, "sort"), [screen.sort.removeprefix("-")], entity)
    for part in ("by", "date", "location"):
        name = getattr(screen, part)
        yield from _named((*path, part), [name] if name else [], entity)
    for key, step in screen.steps.items():
        yield from _named((*path, "steps", key, "fields"), step.fields, entity)
    yield from _condition((*path, "where"), screen.where, entity)
