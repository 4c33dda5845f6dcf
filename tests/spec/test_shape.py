"""The shape of the language is read off its models."""

from __future__ import annotations

import pytest

from generator.spec.model import Entity, EntityField, FieldUse, Part, Spec, Step
from generator.spec.problems import Path
from generator.spec.shape import keys_of, part_at, parts, sections


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), Spec),
        (("entities", "report"), Entity),
        (("entities", "report", "fields", "kind"), EntityField),
        (("entities", "report", "fields", "kind", "show_when"), EntityField),
        (("processes", "P1", "steps", "S1"), Step),
        (("screens", "a", "columns", 0), FieldUse),
    ],
)
def test_a_path_leads_to_its_part(path: Path, expected: type[Part]) -> None:
    assert part_at(path)[0] is expected


def test_keys_are_those_that_a_spec_writes() -> None:
    assert "from" in keys_of(part_at(("entities", "a", "transitions", "t"))[0])
    assert keys_of(Spec)[0] == "spec"


def test_sections_hold_named_parts() -> None:
    assert set(sections(Entity)) == {"fields", "states", "transitions"}
    assert "glossary" not in sections(Spec)


def test_every_part_is_reached_from_the_spec() -> None:
    assert set(parts()) == set(Part.__subclasses__())
