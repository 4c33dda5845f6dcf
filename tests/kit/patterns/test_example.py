"""Texts that are made for a pattern match it, and are made soon and short."""

from __future__ import annotations

from random import Random

import pytest

from blueprints.kit.patterns import compiled
from blueprints.kit.patterns.example import LONGEST_EXAMPLE, example


def examples(pattern: str, **bounds: int) -> list[str | None]:
    return [example(pattern, Random(seed), **bounds) for seed in range(20)]


@pytest.mark.parametrize(
    "pattern",
    [
        "[A-Z]{2}-[0-9]{4}",
        "(市|町|村)道[0-9]+号",
        "([ァ-ヶー]+[ 　]?)+",
        r"\w\s?.[^0-9]",
        r"(?P<a>[あ-ん]+)|第\d+号\W",
        "[一-龠々]{2,5}",
        "(?i)so[.] ?[k-t]{3}",
        r"[^\x00-\uffff]",
        "[^\\s\\S]|x",
        "(?:[^\\s\\S]){0,3}y",
        "(?:)*z?",
    ],
)
def test_they_match(pattern: str) -> None:
    for text in examples(pattern):
        assert text is not None
        assert compiled(pattern).matches(text), text
        assert text.isprintable() or "　" in text
        assert not {"ſ", "\u212a"} & set(text), "a letter that nobody types"


@pytest.mark.parametrize(
    "pattern",
    [
        "(((((a*)*)*)*)*)*",
        "(" * 50 + "a" + ")*" * 50,
        "(((x{0,10}){0,10}){0,10})*",
        "((a|b){0,30}){0,30}",
        "(a?b?c?){300}",
        "(" + "|".join(f"字{number}" for number in range(900)) + ")*",
    ],
    ids=["nested", "deep", "bounds in bounds", "choices", "empty parts", "many choices"],
)
def test_repeated_repetitions_stay_short(pattern: str) -> None:
    for text in examples(pattern):
        assert text is not None
        assert compiled(pattern).matches(text)
        assert len(text) <= LONGEST_EXAMPLE


def test_they_are_as_long_as_is_wanted() -> None:
    for text in examples("[ァ-ヶー]+号?", shortest=30, longest=33):
        assert text is not None
        assert 30 <= len(text) <= 33
    assert {len(text or "") for text in examples("a{3,100}", longest=3)} == {3}
    assert {len(text or "") for text in examples("(ab){3}", shortest=100)} == {6}


@pytest.mark.parametrize(
    ("pattern", "longest"), [(r"[^\s\S]", 0), ("a{5}", 4), ("(a{900}){1}b{900}", 0)]
)
def test_there_is_none_where_none_can_be(pattern: str, longest: int) -> None:
    assert set(examples(pattern, longest=longest)) == {None}


def test_the_same_chance_makes_the_same_text() -> None:
    assert examples("[a-z]+[0-9]*") == examples("[a-z]+[0-9]*")
