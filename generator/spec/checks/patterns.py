"""Patterns must be ones that can be matched in a time that only grows with the text."""

from __future__ import annotations

from collections.abc import Iterator

from blueprints.kit.patterns import NotAPattern, compiled
from generator.spec.model import Spec
from generator.spec.problems import Finding
from generator.spec.vocabulary import Vocabulary


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check the pattern of every field as the prototype will read it."""
    compile_pattern, not_a_pattern = vocabulary.kit.own(compiled), vocabulary.kit.own(NotAPattern)
    for key, entity in spec.entities.items():
        for field_key, field in entity.fields.items():
            if field.type not in vocabulary.field_types or field.pattern is None:
                continue
            try:
                compile_pattern(field.pattern.regex)
            except not_a_pattern as error:
                path = ("entities", key, "fields", field_key, "pattern", "regex")
                part = error.pattern, error.start, error.end
                values = {"part": error.part}
                yield Finding(f"pattern_{error.reason}", path, values, at_part=part)
