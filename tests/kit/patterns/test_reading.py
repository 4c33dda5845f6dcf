"""What a pattern may say, and what is refused with its place."""

from __future__ import annotations

import pytest

from blueprints.kit.patterns import NotAPattern, Reason, compiled
from blueprints.kit.patterns.reading import DEEPEST, LONGEST_PATTERN, read


@pytest.mark.parametrize(
    ("pattern", "reason", "part"),
    [
        (r"(?=.*[0-9])\w+", Reason.LOOK_AHEAD, "(?=.*[0-9])"),
        (r"[0-9]+(?!円)", Reason.LOOK_AHEAD, "(?!円)"),
        (r"(?<=第)\d+号", Reason.LOOK_BEHIND, "(?<=第)"),
        (r"\d+(?<!0)", Reason.LOOK_BEHIND, "(?<!0)"),
        (r"([-/])\d\1\d", Reason.BACK_REFERENCE, r"\1"),
        (r"(?P<sign>[-/])\d(?P=sign)", Reason.BACK_REFERENCE, "(?P=sign)"),
        (r"a\d++号", Reason.POSSESSIVE, r"\d++"),
        (r"(?:ab)*+c", Reason.POSSESSIVE, "(?:ab)*+"),
        (r"x(?>a|ab)c", Reason.POSSESSIVE, "(?>a|ab)"),
        (r"(a)?b(?(1)c|d)", Reason.CONDITION, "(?(1)"),
        (r"a(b", Reason.BRACKETS, "("),
        (r"(a))b", Reason.BRACKETS, ")"),
        (r"(a)b[^]", Reason.BRACKETS, "["),
        (r"a[b-", Reason.BRACKETS, "["),
        (r"*a", Reason.REPEAT, "*"),
        (r"a|+b", Reason.REPEAT, "+"),
        (r"({2})", Reason.REPEAT, "{2}"),
        (r"a{2}{3}", Reason.REPEAT, "{3}"),
        (r"^*a", Reason.REPEAT, "*"),
        (r"a{3,2}b", Reason.BOUNDS, "{3,2}"),
        (r"第\y号", Reason.ESCAPE, r"\y"),
        ("a\\", Reason.ESCAPE, "\\"),
        (r"\u12", Reason.ESCAPE, r"\u"),
        (r"\U00110000", Reason.ESCAPE, r"\U00110000"),
        (r"\N{NO SUCH NAME}", Reason.ESCAPE, r"\N{NO SUCH NAME}"),
        (r"\400", Reason.ESCAPE, r"\400"),
        (r"(?a)\bno\b", Reason.ESCAPE, r"\b"),
        (r"[\p{Han}ー]+", Reason.NAMED_CLASS, r"\p{Han}"),
        (r"a\PLb", Reason.NAMED_CLASS, r"\PL"),
        (r"[[:digit:]]+", Reason.NAMED_CLASS, "[:digit:]"),
        (r"[a-c9-0]", Reason.RANGE, "9-0"),
        (r"[\d-z]", Reason.RANGE, r"\d-z"),
        (r"[a-\d]", Reason.RANGE, r"a-\d"),
        (r"a(?i)b", Reason.GROUP, "(?i)"),
        (r"(?<)a", Reason.GROUP, "(?<)"),
        (r"a(?#b", Reason.GROUP, "(?#b"),
        (r"(x{40}-){30}", Reason.TOO_OFTEN, "x{40}"),
        (r"x{1001}", Reason.TOO_OFTEN, "x{1001}"),
        (r"x{99999999999999999999}", Reason.TOO_OFTEN, "{99999999999999999999}"),
        (r"((((a{0,9}){0,9}){0,9}){0,9})*", Reason.TOO_OFTEN, "a{0,9}"),
    ],
)
def test_what_can_not_be_matched_is_refused_at_its_place(
    pattern: str, reason: Reason, part: str
) -> None:
    with pytest.raises(NotAPattern) as refused:
        compiled(pattern)
    assert (refused.value.reason, refused.value.part) == (reason, part)
    assert pattern[refused.value.start :].startswith(part)


@pytest.mark.parametrize(
    "pattern",
    [
        "a" * (LONGEST_PATTERN + 1),
        "(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1),
        ".{0,900}" * 6,
        "|".join(map(chr, range(0x4E00, 0x4E00 + 2000))),
        r"\b|" + "|".join(map(chr, range(0x3041, 0x3041 + 80))),
    ],
    ids=["long", "deep", "many steps", "many characters", "many letters at an edge"],
)
def test_what_is_too_much_to_match_is_refused(pattern: str) -> None:
    with pytest.raises(NotAPattern) as refused:
        compiled(pattern)
    assert refused.value.reason == Reason.TOO_LARGE


def test_half_of_a_hundred_brackets_may_be_open() -> None:
    assert compiled("(" * DEEPEST + "a" + ")*" * DEEPEST).matches("aaa")


def test_every_reason_is_told_with_the_pattern() -> None:
    with pytest.raises(NotAPattern, match=r"look_ahead.*at 3 of"):
        read("abc(?=d)")
