"""A lost or misplaced heading is one problem, not one for every key below it."""

from __future__ import annotations

import pytest

from tests.spec.conftest import Load
from tests.spec.test_load import SAMPLES, WHOLE
from tests.spec.told import codes

LINES = WHOLE.read_text(encoding="utf-8").splitlines()
HEADINGS = [n for n, line in enumerate(LINES) if line.endswith(":")]
# Below these stands what is also right without them: a feature with a title, say.
HEADINGS = [number for number in HEADINGS if LINES[number].strip() not in {"P1:", "glossary:"}]


@pytest.mark.parametrize("number", HEADINGS, ids=lambda number: LINES[number].strip(" :"))
def test_a_heading_that_is_lost_does_not_flood_the_terminal(load: Load, number: int) -> None:
    content = "\n".join(line for n, line in enumerate(LINES) if n != number)
    assert 1 <= len(load(content).errors) <= 6


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_section_of_the_top_that_is_lost_does_not_flood_the_terminal(
    load: Load, path: object
) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()  # type: ignore[attr-defined]
    for heading in ("features:", "screens:", "goals:"):
        if heading in lines and "project:" in lines:
            loaded = load("\n".join(line for line in lines if line != heading))
            assert 1 <= len(loaded.errors) <= 15, codes(loaded)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("processes:\n  P1:\n    S1: {title: a, actor: b}\n    S2: {title: c}\n", ["no_heading"]),
        ("processes:\n  P1:\n    steps: [a]\n    entities:\n      a: [b]\n", ["top_level_key"]),
        ("roles:\n  G1: {measure: a, now: 1}\n", ["misplaced"]),
        # a single strange key says nothing about the place
        ("roles:\n  G1: {measure: a}\n", ["unknown_key"]),
        ("roles:\n  a: {b: c, d: e}\n", ["unknown_key", "unknown_key"]),
    ],
)
def test_the_place_is_told_where_it_can_be_known(
    load: Load, content: str, expected: list[str]
) -> None:
    assert codes(load("project: x\n" + content)) == expected
