"""Patterns that can't be matched are told at their place, however YAML writes them."""

from __future__ import annotations

import pytest

from tests.spec.conftest import Load
from tests.spec.told import codes, marked

START = "project: x\nentities:\n  a:\n    fields:\n      b:\n        title: b\n"


@pytest.mark.parametrize(
    ("written", "place"),
    [
        (r"pattern: a)\d+(?!x)b", ")"),
        (r"pattern: \d+(?!x)b", "(?!x)"),
        (r"pattern: '\d''(?!x)b'", "(?!x)"),
        (r'pattern: "\\d\"\\.(?!x)b"', "(?!x)"),
        (r"pattern: {message: (?!x), regex: '\d+(?!x)b'}", "(?!x)"),
        ("pattern:\n          regex: 'x(?!x)b'\n          message: m", "(?!x)"),
        ("pattern: >-\n          x(?!x)b", ">"),
        (r"pattern: 'a|((b|c)d|e'", "("),
        (r"pattern: 'a\'", "\\"),
    ],
)
def test_the_place_within_the_pattern_is_pointed_at(load: Load, written: str, place: str) -> None:
    loaded = load(f"{START}        {written}\n")
    (problem,) = loaded.problems
    assert marked(problem) == place
    if place == "(":
        assert problem.source_line[problem.span.column - 1 :].startswith("((b|c)d|e")
    assert problem.as_json("en")["path"][-2:] == ["pattern", "regex"]


def test_every_pattern_is_looked_at_and_each_is_told_once(load: Load) -> None:
    fields = "".join(
        f"      f{number}: {{title: t, pattern: '{pattern}', default: abc}}\n"
        for number, pattern in enumerate([r"(a)\1", "[a-z]+", "(?<=a)b", "a++", r"(\w+\s?)+"])
    )
    loaded = load(f"project: x\nentities:\n  a:\n    fields:\n{fields}")
    assert codes(loaded) == ["pattern_back_reference", "pattern_look_behind", "pattern_possessive"]


def test_a_default_is_judged_soon_by_a_pattern_that_tries_out_much(load: Load) -> None:
    value = "コウエキザイダンホウジンアイヅワカマツシカンコウビューロー(株)"
    rules = f"pattern: '([ァ-ヶー]+[ 　]?)+'\n        default: {value}"
    assert codes(load(f"{START}        {rules}\n")) == ["against_rules"]
