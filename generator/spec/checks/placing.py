"""A calendar places records by a field that holds days, a map by one that holds places."""

from __future__ import annotations

from collections.abc import Iterator

from generator.spec.model import Spec
from generator.spec.problems import Finding, Path, Words
from generator.spec.vocabulary import FieldType, Vocabulary

_WANTED = {"date": ("day", "date_no_day"), "location": ("point", "location_no_place")}
"""Key of a screen → the method that the type of its field must have, and what is said otherwise."""


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check the fields that screens place their records by."""
    for key, screen in spec.screens.items():
        entity = spec.entities.get(screen.entity or "")
        for part, (method, code) in _WANTED.items() if entity else ():
            assert entity
            name = getattr(screen, part)
            types = {
                field_key: vocabulary.field_types.get(field.type)
                for field_key, field in entity.fields.items()
            }
            wrong = name in types and not _suits(types[name], method)
            if wrong or (name == "state" and entity.states):
                known = Words([other for other, kind in types.items() if _suits(kind, method)])
                path: Path = ("screens", key, part)
                by = ("entities", screen.entity or "", "fields", name, "type")
                values = {"name": name, "known": known}
                yield Finding(code, path, values, depends_on=(by,))


def _suits(kind: type[FieldType] | None, method: str) -> bool:
    """Tell whether a type has ``method``; of one that is not built nobody knows."""
    return kind is None or hasattr(kind, method)
