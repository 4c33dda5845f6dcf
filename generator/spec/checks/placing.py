"""What a screen places its records by must say where: a day, a place, the column of a board."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.spec.model import Entity, Screen, Spec
from generator.spec.problems import Finding, Path, Words
from generator.spec.vocabulary import RECORD_FIELDS, FieldType, Vocabulary


@dataclass(frozen=True)
class _Wanted:
    """What the type of a field must have, what else serves, and what is said otherwise."""

    has: str
    usual: tuple[str, ...]
    code: str

    def suits(self, kind: type[FieldType] | None) -> bool:
        """Tell whether a type serves; of one that is not built nobody knows."""
        return kind is None or bool(getattr(kind, self.has, False))


_WANTED = {
    "date": _Wanted("day", ("created_at", "updated_at"), "date_no_day"),
    "location": _Wanted("point", (), "location_no_place"),
    "by": _Wanted("filterable", ("state",), "by_no_columns"),
}
"""By the key of a screen."""


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check the fields that screens place their records by."""
    for key, screen in spec.screens.items():
        entity = spec.entities.get(screen.entity or "")
        if entity is not None:
            yield from _placed(("screens", key), screen, entity, vocabulary)


def _placed(
    path: Path, screen: Screen, entity: Entity, vocabulary: Vocabulary
) -> Iterator[Finding]:
    types = {key: vocabulary.field_types.get(field.type) for key, field in entity.fields.items()}
    there = {*types, *(name for name in RECORD_FIELDS if name != "state" or entity.states)}
    for part, wanted in _WANTED.items():
        name = getattr(screen, part)
        fine = [key for key, kind in types.items() if wanted.suits(kind)]
        fine += [key for key in wanted.usual if key in there]
        if name in there and name not in fine:
            by = ("entities", screen.entity or "", "fields", name, "type")
            values = {"name": name, "known": Words(fine)}
            yield Finding(wanted.code, (*path, part), values, depends_on=(by,))
