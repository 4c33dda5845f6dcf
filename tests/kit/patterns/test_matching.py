"""What matches is what Python's ``re`` says, in a time that grows with the text alone."""

from __future__ import annotations

import re
import warnings

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from blueprints.kit.patterns import LONGEST_TEXT, NotAPattern, compiled

SIGNS = "aAkKſéß1１_-. 　ァアーヶ漢々𠮷😀か\u3099\u200d\t\n"
PIECES = [
    *("a", "A", "ァ", "漢", "𠮷", "1", "_", " ", ".", "-", r"\.", r"\u3042", r"\x41", r"\0"),
    *(r"\d", r"\w", r"\s", r"\D", r"\W", r"\S", "[a-c]", "[ァ-ヶー]", "[^a]", r"[\w-]", r"[^\W\d]"),
    *(
        "[]a]",
        "[^]a]",
        "[a-]",
        r"[\b\n]",
        "^",
        "$",
        r"\A",
        r"\Z",
        r"\b",
        "(?#…)",
        "a{",
        "{,}",
        "x{,2}",
    ),
]
GROUPS = ("({})", "(?:{})", "(?i:{})", "(?s:{})", "(?m:{})", "(?x: {} )")
REPEATS = ("*", "+", "?", "*?", "+?", "{2}", "{1,2}", "{0,3}?", "{,2}", "{2,}")


def patterns() -> st.SearchStrategy[str]:
    def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        row = st.lists(inner, max_size=3).map("".join)
        choice = st.lists(row, min_size=1, max_size=3).map("|".join)
        group = st.builds(str.format, st.sampled_from(GROUPS), choice)
        return row | group | st.builds(str.__add__, group, st.sampled_from(REPEATS))

    start = st.sampled_from(["", "", "(?i)", "(?s)"])
    return st.builds(str.__add__, start, st.recursive(st.sampled_from(PIECES), grown, max_leaves=8))


def matched(pattern: str, text: str) -> bool | None:
    """Return whether Python's own engine matches, None where it can't read the pattern."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return re.fullmatch(pattern, text) is not None
        except (re.error, OverflowError):
            return None


@settings(max_examples=300, deadline=None)
@given(patterns(), st.lists(st.text(SIGNS, max_size=6), min_size=1, max_size=6))
@example("[ァ-ヶー 　]+", ["アイヅ ワカマツ", "アイヅ　ワカマツ", "あいづ"])
@example(r"\d{3}-?\d{4}", ["965-8601", "９６５-８６０１", "965ー8601"])
@example(r"(?i)[a-z]{2}", ["AＢ", "Ab"])
@example(".", ["𠮷", "😀", "か\u3099"])
def test_a_pattern_means_what_it_means_to_python(pattern: str, texts: list[str]) -> None:
    wanted = [matched(pattern, text) for text in texts]
    try:
        found = [compiled(pattern).matches(text) for text in texts]
    except NotAPattern:
        assert wanted[0] is None, "refused, though Python reads it"
    else:
        assert found == wanted


@pytest.mark.parametrize("pattern", [r"\d", r"\w", r"\s", r"\D", r"[^\w\s]", r"(?i)[a-zé]", "."])
def test_one_position_holds_the_same_characters_as_to_python(pattern: str) -> None:
    own, python = compiled(pattern), re.compile(pattern)
    signs = map(chr, (*range(0x3100), *range(0xFE00, 0x10200), *range(0x1D700, 0x1D900)))
    differ = [sign for sign in signs if own.matches(sign) != bool(python.fullmatch(sign))]
    assert differ in ([], ["İ"])  # which Python takes for i, though it is no capital of it


CATASTROPHIC = [
    ("([ァ-ヶー]+[ 　]?)+", "ア", "(株)"),
    ("(a+)+b", "a", ""),
    ("(a|aa)+", "a", "!"),
    ("(a|a?)+", "a", "!"),
    ("([a-zA-Z]+)*", "a", "!"),
    ("(.*a){10}", "a", "!"),
    (r"^(([a-z])+.)+[A-Z]([a-z])+$", "a", ""),
    (r"(\w+\s?)*", "あ", "!"),
    (r"\s*(\d+\s*)*円", "1 ", "x"),
    (r"([^@]+@?)+\.jp", "a@", ""),
    (r"(x+x+)+y", "x", ""),
    (r"((ab)*)*c", "ab", ""),
    (r"[^\s]*.*[^\s]*.*[^\s]*!", "字", ""),
    (r"(?:.*,){11}P", "1,", ""),
    (r"(a?){30}a{30}", "a", "b"),
]


@pytest.mark.parametrize(("pattern", "pump", "end"), CATASTROPHIC)
def test_no_text_takes_long_whatever_the_pattern(pattern: str, pump: str, end: str) -> None:
    """With an engine that tries everything out, each of these takes longer than the universe."""
    most = (LONGEST_TEXT - len(end)) // len(pump)
    assert not compiled(pattern).matches(pump * most + end)


def test_a_text_over_the_longest_matches_nothing() -> None:
    pattern = compiled(".*")
    assert pattern.matches("字" * LONGEST_TEXT)
    assert not pattern.matches("字" * (LONGEST_TEXT + 1))


def test_half_a_character_is_a_character_of_its_own() -> None:
    assert compiled(r"..").matches("\ud842\ud842")
    assert not compiled(r"\w").matches("\ud842")
    assert compiled("[\ud800-\udfff]").matches("\udfb7")


def test_letters_of_all_scripts_may_be_asked_for_many_times() -> None:
    pattern = compiled(r"\w{1,500}")
    assert pattern.matches("会津若松市役所" * 70)
    assert not pattern.matches("会津若松市役所" * 72)
