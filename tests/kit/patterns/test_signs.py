"""Characters that a pattern does not tell apart are one sign."""

from __future__ import annotations

from blueprints.kit.patterns.characters import DIGIT, LETTER, Characters
from blueprints.kit.patterns.signs import Signs
from blueprints.kit.patterns.tree import Edge

KATAKANA = Characters(((0x30A1, 0x30F6),))
LETTERS = Characters(kinds=frozenset({DIGIT, LETTER}))


def test_the_characters_of_a_class_have_one_sign() -> None:
    signs = Signs([KATAKANA], ())
    assert len(set(signs.of_text("アイウ"))) == 1
    assert set(signs.of_text("アイウ")) != set(signs.of_text("あ字!"))
    assert len(set(signs.of_text("あ字! \n"))) == 1


def test_a_class_that_overlaps_another_has_more() -> None:
    signs = Signs([KATAKANA, LETTERS], ())
    assert len(set(signs.of_text("アあ!"))) == 3


def test_at_edges_the_signs_of_letters_are_letters_and_a_line_ends() -> None:
    signs = Signs([KATAKANA], {Edge.WORD, Edge.LINE_END})
    assert signs.of_text("アあ漢9").isalnum()
    assert not signs.of_text("! ").isalnum()
    assert signs.of_text("\n") == b"\n"
    assert b"\n" not in signs.of_text("アあ! \t")
