"""Whatever a spec says is nothing but text to Mermaid, and can be read again as it was."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.drawing.mermaid import ASIDE, escaped, word
from tests.hostile_specs import KEYS, TEXTS

HARMLESS = re.compile("[A-Za-z0-9 \u0100-\U0010ffff]*")
TYPED = st.text(st.characters(exclude_categories=["Cs", "Co"]))


def shown(text: str) -> str:
    """Return what the browser shows of an escaped text."""
    signs = range(ASIDE, ASIDE + 0x100)
    return "".join(chr(ord(sign) - ASIDE) if ord(sign) in signs else sign for sign in text)


@given(TYPED)
def test_any_text_is_one_line_of_letters_and_comes_back_whole(text: str) -> None:
    assert HARMLESS.fullmatch(escaped(text))
    assert shown(escaped(text, longest=10_000)) == " ".join(text.split())


@given(TYPED)
def test_any_text_is_a_word_that_does_not_begin_with_a_digit(text: str) -> None:
    found = word(text)
    assert re.fullmatch("[\u0100-\U0010ffff][A-Za-z0-9\u0100-\U0010ffff]*", found)


def test_hostile_texts_are_harmless_and_come_back_whole() -> None:
    for text in (*TEXTS, *KEYS):
        assert HARMLESS.fullmatch(escaped(text))
        assert shown(escaped(text, longest=10_000)) == " ".join(text.split())


def test_a_long_text_is_shortened_and_says_so() -> None:
    assert escaped("長" * 80) == "長" * 59 + "…"


def test_signs_of_the_private_use_area_are_not_taken_for_others() -> None:
    assert escaped(f"{chr(ASIDE + ord('<'))}b") == "\ufffdb"
