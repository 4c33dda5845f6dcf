"""One line of text with a pattern: what is typed is judged at once, whatever both are."""

from __future__ import annotations

import pytest

from blueprints.kit.fields.text import Text
from blueprints.kit.patterns import LONGEST_TEXT, NotAPattern


def test_a_text_that_takes_other_engines_for_ever_is_told_at_once() -> None:
    kana = Text("フリガナ", pattern="([ァ-ヶー]+[ 　]?)+", pattern_message="カタカナで")
    assert kana.problems("コウエキザイダンホウジンアイヅワカマツシカンコウビューロー(株)") == [
        "カタカナで"
    ]
    assert kana.problems("コウエキザイダンホウジン アイヅワカマツシカンコウビューロー") == []


def test_a_text_too_long_to_match_is_told_so_and_not_that_its_form_is_wrong() -> None:
    field = Text("番号", pattern="[0-9]+")
    assert field.problems("1" * LONGEST_TEXT) == []
    (problem,) = field.problems("1" * (LONGEST_TEXT + 1))
    assert f"{LONGEST_TEXT}文字以内" in problem


def test_a_pattern_that_can_not_be_matched_is_refused_when_the_field_is_declared() -> None:
    with pytest.raises(NotAPattern, match="look_ahead"):
        Text("番号", pattern="(?=.*[0-9])[a-z0-9]+")
