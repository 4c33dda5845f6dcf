"""The rules of a field must be rules that its type has, with values that the type can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.spec.model import EntityField, Spec
from generator.spec.problems import Finding, Path, Severity, nearest
from generator.spec.vocabulary import EVERY_FIELD_TAKES, FieldType, Vocabulary


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check every field of every entity."""
    for key, entity in spec.entities.items():
        for field_key, field in entity.fields.items():
            path: Path = ("entities", key, "fields", field_key)
            kind = vocabulary.field_types.get(field.type)
            if kind is None:
                yield _unknown_type(path, field, vocabulary)
            else:
                yield from _rules(path, field, kind)
                yield from _values(path, field, kind)


def _unknown_type(path: Path, field: EntityField, vocabulary: Vocabulary) -> Finding:
    here, known = (*path, "type"), vocabulary.known_types
    if field.type in known:
        values: dict[str, Any] = {"type": field.type, "title": field.title}
        return Finding("type_not_built", here, values, Severity.NOTICE)
    values = {
        "type": field.type,
        "nearest": nearest(field.type, known),
        "known": ", ".join(known),
    }
    return Finding("unknown_type", here, values)


def _rules(path: Path, field: EntityField, kind: type[FieldType]) -> Iterator[Finding]:
    said = field.model_fields_set
    for name in sorted(said - EVERY_FIELD_TAKES - kind.takes):
        takes = ", ".join(sorted(kind.takes)) or "-"
        values: dict[str, Any] = {"key": name, "type": field.type, "takes": takes}
        yield Finding("rule_not_of_type", (*path, name), values, at_key=True)
    for name in sorted(kind.needs - said):
        values = {"key": name, "type": field.type}
        yield Finding("rule_missing", path, values, at_key=True)
    if field.pattern:
        try:
            re.compile(field.pattern.regex)
        except (re.error, OverflowError, RecursionError) as error:
            yield Finding("bad_pattern", (*path, "pattern"), {"reason": str(error)})
    if len(set(field.choices)) < len(field.choices):
        double = next(text for text in field.choices if field.choices.count(text) > 1)
        yield Finding("double_choice", (*path, "choices"), {"choice": double})


def _values(path: Path, field: EntityField, kind: type[FieldType]) -> Iterator[Finding]:
    """The bounds and the default are values of the type, and the default is allowed."""
    read = {}
    for name in ("min", "max", "default"):
        raw = getattr(field, name)
        if raw is None:
            continue
        try:
            read[name] = kind.read(raw)
        except ValueError:
            values: dict[str, Any] = {
                "key": name,
                "written": raw,
                "type": field.type,
                "example": kind.example,
            }
            yield Finding("not_of_type", (*path, name), values)
    if "min" in read and "max" in read and read["min"] > read["max"]:
        yield Finding("min_over_max", (*path, "min"), {"min": field.min, "max": field.max})
    shortest, longest = field.min_length, field.max_length
    if shortest is not None and longest is not None and shortest > longest:
        yield Finding("min_over_max", (*path, "min_length"), {"min": shortest, "max": longest})
    if field.default is not None and field.choices and field.default not in field.choices:
        values = {
            "written": field.default,
            "known": ", ".join(field.choices),
            "nearest": nearest(field.default, field.choices),
        }
        yield Finding("not_a_choice", (*path, "default"), values)
