"""Classes of characters, and letters that differ by case."""

from __future__ import annotations

import pytest

from blueprints.kit.patterns.characters import (
    LAST,
    Characters,
    in_any_case,
    joined,
    others,
    within,
)


def test_pieces_that_touch_become_one_range() -> None:
    assert joined([(5, 6), (1, 2), (3, 3), (2, 3)]) == ((1, 3), (5, 6))


@pytest.mark.parametrize("ranges", [(), ((0, 5),), ((3, 4), (9, LAST)), ((0, LAST),)])
def test_what_is_not_in_the_ranges_is_in_the_others(ranges: tuple[tuple[int, int], ...]) -> None:
    assert others(others(ranges)) == ranges
    for code in (0, 3, 5, 6, 9, LAST):
        assert within(ranges, code) != within(others(ranges), code)


def test_no_letter_with_a_capital_is_forgotten() -> None:
    for code in (*range(0xD800), *range(0xE000, 0x20000)):
        small, capital = chr(code).lower(), chr(code).upper()
        for other in {small, capital} - {chr(code)}:
            if len(other) == 1:
                assert within(in_any_case(((code, code),)), ord(other)), chr(code)


def test_a_negated_class_holds_what_the_class_does_not() -> None:
    held, refused = Characters(((0x30A1, 0x30F6),)), Characters(((0x30A1, 0x30F6),), negated=True)
    assert "ア" in held
    assert "ア" not in refused
    assert "あ" in refused
