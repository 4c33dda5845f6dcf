"""The rules of a field must be rules that its type has, with values that the type can read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.spec.judge import judged_value, read, wrong_settings
from generator.spec.model import EntityField, Spec
from generator.spec.problems import Finding, Path, Severity, Words
from generator.spec.vocabulary import EVERY_FIELD_TAKES, FieldType, Vocabulary

_SETTINGS = {"formula": "bad_formula", "format": "bad_format"}
"""Settings that a message explains; a type of one's own may have others."""


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check every field of every entity."""
    for key, entity in spec.entities.items():
        for field_key, field in entity.fields.items():
            path: Path = ("entities", key, "fields", field_key)
            kind = vocabulary.field_types.get(field.type)
            if kind is None:
                yield _unknown_type(path, field, vocabulary)
            else:
                yield from _not_taken(path, field, kind, vocabulary)
                yield from _rules(path, field, kind)
                yield from _values(path, field, kind)


def _unknown_type(path: Path, field: EntityField, vocabulary: Vocabulary) -> Finding:
    here, known = (*path, "type"), vocabulary.known_types
    values: dict[str, Any] = {"type": field.type, "title": field.title}
    if field.type in known:
        return Finding("type_not_built", here, values, Severity.NOTICE)
    return Finding("unknown_type", here, values | {"known": Words(known, field.type)})


def _not_taken(
    path: Path, field: EntityField, kind: FieldType, vocabulary: Vocabulary
) -> Iterator[Finding]:
    takes, by = Words(sorted(kind.takes)), ((*path, "type"),)
    for name in sorted(field.model_fields_set - EVERY_FIELD_TAKES - kind.takes):
        taking = [key for key, other in vocabulary.field_types.items() if name in other.takes]
        values: dict[str, Any] = {"key": name, "type": field.type, "takes": takes}
        values["taking"] = Words(sorted(taking))
        yield Finding("rule_not_of_type", (*path, name), values, at_key=True, depends_on=by)


def _rules(path: Path, field: EntityField, kind: FieldType) -> Iterator[Finding]:
    missing = [name for name in sorted(kind.needs) if not getattr(field, name, None)]
    for name in missing:
        values: dict[str, Any] = {"key": name, "type": field.type}
        yield Finding("rule_missing", path, values, at_key=True, depends_on=((*path, name),))
    for name in wrong_settings(field, kind) if not missing else ():
        values = {"key": name, "written": getattr(field, name), "type": field.type}
        yield Finding(_SETTINGS.get(name, "bad_setting"), (*path, name), values)
    seen: set[str] = set()
    for index, choice in enumerate(field.choices):
        if choice in seen:
            yield Finding("double_choice", (*path, "choices", index), {"choice": choice})
        seen.add(choice)


def _values(path: Path, field: EntityField, kind: FieldType) -> Iterator[Finding]:
    """The bounds and the default are values of the type, and the default keeps the rules."""
    values: dict[str, Any] = {}
    for name in ("min", "max", "default"):
        raw = getattr(field, name)
        if raw is None or name not in {*kind.takes, "default"}:
            continue
        try:
            values[name] = read(kind, raw)
        except ValueError:
            details = {"key": name, "written": raw, "type": field.type, "example": kind.example}
            yield Finding("not_of_type", (*path, name), details, depends_on=((*path, "type"),))
            return
    yield from _bounds(path, field, values)
    if field.default is not None:
        here = (*path, "default")
        yield from judged_value(here, field, kind, field.default, (*path, "type"), rules=True)


def _bounds(path: Path, field: EntityField, values: dict[str, Any]) -> Iterator[Finding]:
    if "min" in values and "max" in values and values["min"] > values["max"]:
        details = {"min": field.min, "max": field.max}
        yield Finding("min_over_max", (*path, "min"), details)
    shortest, longest = field.min_length, field.max_length
    if shortest is not None and longest is not None and shortest > longest:
        yield Finding("min_over_max", (*path, "min_length"), {"min": shortest, "max": longest})
