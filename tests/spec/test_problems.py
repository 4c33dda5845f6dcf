"""Every mistake that the catalogue has words for, as a town's engineer sees it in the terminal.

``mistakes/<code>.yaml`` makes that mistake and no other; beside it stands what is said, in
Japanese and English. After a change of words: ``pytest tests/spec/test_problems.py --refresh``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.advice.advise import found_in
from generator.advice.silence import needless
from generator.messages import Language
from generator.spec.load import load_bytes
from generator.spec.problems import Problem, Severity, Span, Words, columns, nearest, printable
from generator.spec.vocabulary import Vocabulary

MISTAKES = Path(__file__).parent / "mistakes"
TOO_LARGE_TO_KEEP = {
    "too_large": b"project: " + b"x" * 8_000_000,
    "more_problems": b"project: x\n" + b"".join(b"k%d: 1\n" % n for n in range(250)),
}
"""Mistakes that take a large file, made here."""
NEVER_MADE = {"invalid_value"}
"""What is said when pydantic finds something that we have no words for yet."""


def catalogue() -> set[str]:
    import yaml

    import generator.messages as messages

    source = Path(messages.__file__).with_name("spec.yaml").read_text(encoding="utf-8")
    return {key.removesuffix(".hint") for key in yaml.safe_load(source) if key.endswith(".hint")}


def problems_of(content: bytes, name: str, vocabulary: Vocabulary) -> list[Problem]:
    """Return all that ``generate check`` tells of a spec but for the advice itself."""
    loaded = load_bytes(content, name, vocabulary)
    found = needless(loaded.spec, found_in(loaded.spec)) if loaded.spec else ()
    return [*loaded.problems, *(one.at(loaded.source) for one in found)]


def test_every_problem_of_the_catalogue_has_a_mistake_that_shows_it() -> None:
    shown = {path.stem for path in MISTAKES.glob("*.yaml")}
    assert catalogue() - NEVER_MADE == shown | set(TOO_LARGE_TO_KEEP)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("code", sorted(catalogue() - NEVER_MADE))
def test_a_mistake_is_told_once_with_place_reason_and_remedy(
    code: str, language: Language, vocabulary: Vocabulary, request: pytest.FixtureRequest
) -> None:
    path = MISTAKES / f"{code}.yaml"
    content = TOO_LARGE_TO_KEEP.get(code) or path.read_bytes()
    problems = problems_of(content, path.name, vocabulary)

    if code != "more_problems":
        notices = {"kind_not_built"} - {code}  # the tile stands on a screen that is not built
        assert {problem.code for problem in problems} - notices == {code}
    said = "".join(f"{problem.as_text(language)}\n" for problem in problems[-3:])
    expected = path.with_suffix(f".{language}.txt")
    if request.config.getoption("--refresh"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_sentence_ends_and_every_problem_has_a_remedy(code: str) -> None:
    class Anything(dict[str, object]):
        def __missing__(self, key: str) -> str:
            return "x"

    from generator.messages import _catalogue

    for language in ("ja", "en"):
        sentence = _catalogue("spec")[code][language].format_map(Anything())
        hint = _catalogue("spec")[f"{code}.hint"][language].format_map(Anything())
        assert sentence
        assert hint
        if language == "ja":
            assert sentence.endswith(("。", "x")), sentence
            assert not sentence.rstrip("x").endswith(("!", "！"))


def problem(line: str, start: int, end: int, **values: object) -> Problem:
    span = Span(1, start, 1, end)
    return Problem("unknown_role", Severity.ERROR, "spec.yaml", span, line, (), dict(values))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("roles: [窓口, desc]", "desc"),
        ("役割: [ｄｅｓｃ]", "ｄｅｓｃ"),
        ("役割: [か\u3099いく, desc]", "desc"),  # a combining mark takes no column
        ("\troles: [①, desc]", "desc"),  # ambiguous width counts as one column
        ("roles: [😀, desc]", "desc"),
    ],
)
def test_the_carets_stand_below_what_is_wrong(line: str, wanted: str) -> None:
    start = line.index(wanted) + 1
    text = problem(line, start, start + len(wanted), name="desc", known=Words([])).as_text("en")
    shown, carets = (part.removeprefix("  | ") for part in text.splitlines()[1:3])
    assert columns(shown[: shown.index(wanted)]) == len(carets) - len(carets.lstrip())
    assert carets.count("^") == columns(wanted)


def test_a_very_long_line_is_cut_round_the_place() -> None:
    line = "a" * 5000 + " desc " + "b" * 5000
    text = problem(line, 5002, 5006, name="desc", known=Words([])).as_text("en")
    shown, carets = text.splitlines()[1:3]
    assert len(shown) < 200
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "desc"


def test_hostile_values_can_not_play_with_the_terminal() -> None:
    said = problem("x", 1, 2, name="\x1b[2J\u202e\n{x}", known=Words(["\x07ab"]))
    for language in ("ja", "en"):
        assert printable(said.message(language)) == said.message(language)
        assert "\x1b" not in said.as_text(language)
        assert "\x07" not in said.as_text(language)


def test_long_lists_of_words_are_cut_short() -> None:
    words = Words([f"role{n}" for n in range(300)], "role7777")
    assert str(words).endswith("(+280)")
    assert len(str(words)) < 300


@pytest.mark.parametrize(
    ("word", "expected"),
    [("desc", "desk"), ("ｄｅｓｋ", "desk"), ("DESK", "desk"), ("窓ロ", "窓口"), ("xyzw", None)],
)
def test_the_nearest_word_is_offered(word: str, expected: str | None) -> None:
    assert nearest(word, ["desk", "chief", "窓口"]) == expected


def test_a_problem_tells_machines_the_same() -> None:
    told = problem("roles: desc", 8, 12, name="desc", known=Words(["desk"], "desc")).as_json("en")
    assert (told["line"], told["column"], told["end_column"]) == (1, 8, 12)
    assert told["code"] == "unknown_role"
    assert told["severity"] == "error"
    assert "desk" in told["hint"]
