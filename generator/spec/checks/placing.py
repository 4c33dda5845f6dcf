"""The field that places records on a screen must be a day, a place or the column of a board."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.spec.model import Entity, Screen, Spec
from generator.spec.problems import Finding, Path, Words
from generator.spec.vocabulary import FieldType, Vocabulary

from .uses import record_fields


@dataclass(frozen=True)
class _Wanted:
    """The types that suit a key, the record fields that do too, and the finding for any other."""

    suits: Callable[[FieldType], bool]
    usual: tuple[str, ...]
    code: str


def _has_words(kind: FieldType) -> bool:
    """Tell whether a value of the type is one of given words."""
    return "choices" in kind.needs and bool(getattr(kind, "grouped", False))


_WANTED = {
    "date": _Wanted(lambda kind: hasattr(kind, "day"), ("created_at", "updated_at"), "date_no_day"),
    "location": _Wanted(lambda kind: hasattr(kind, "point"), (), "location_no_place"),
    "by": _Wanted(_has_words, ("state",), "by_no_columns"),
}
"""By the key of a screen."""


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check the fields that screens place their records by."""
    for key, screen in spec.screens.items():
        entity = spec.entities.get(screen.entity or "")
        kind = vocabulary.screen_kinds.get(screen.kind or "")
        if entity is not None:
            parts = [part for part in _WANTED if kind is None or part in kind.takes]
            yield from _placed(("screens", key), parts, screen, entity, vocabulary)


def _placed(
    path: Path, parts: Iterable[str], screen: Screen, entity: Entity, vocabulary: Vocabulary
) -> Iterator[Finding]:
    types = {key: vocabulary.field_types.get(field.type) for key, field in entity.fields.items()}
    there = {*types, *record_fields(entity)}
    for part in parts:
        name, wanted = getattr(screen, part), _WANTED[part]
        # Nothing is known about a type that is not built.
        fine = [key for key, kind in types.items() if kind is None or wanted.suits(kind)]
        fine += [key for key in wanted.usual if key in there]
        if name in there and name not in fine:
            by = ("entities", screen.entity or "", "fields", name, "type")
            values = {"name": name, "known": Words(fine)}
            yield Finding(wanted.code, (*path, part), values, depends_on=(by,))
