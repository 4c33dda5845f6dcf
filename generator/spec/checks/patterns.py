"""Patterns must be ones that can be matched in a time that only grows with the text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.spec.model import Spec
from generator.spec.problems import Finding
from generator.spec.vocabulary import Vocabulary, kit_of


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check the pattern of every field as the prototype will read it."""
    for key, entity in spec.entities.items():
        for field_key, field in entity.fields.items():
            kind = vocabulary.field_types.get(field.type)
            if kind is None or field.pattern is None:
                continue
            kit = kit_of(kind, "patterns")
            try:
                kit.compiled(field.pattern.regex)
            except kit.NotAPattern as wrong:
                path = ("entities", key, "fields", field_key, "pattern", "regex")
                part = wrong.pattern, wrong.start, wrong.end
                values = {"part": wrong.part}
                yield Finding(f"pattern_{wrong.reason}", path, values, at_part=part)
