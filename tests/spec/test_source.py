"""Reading YAML with positions: every trap of the format, and where things stand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.spec.compose import MOST_DEPTH
from generator.spec.problems import Path as SpecPath
from generator.spec.problems import Problem, Span
from generator.spec.source import Source, read_source
from tests.spec.told import marked


def read(content: str | bytes) -> tuple[Source, list[Problem]]:
    return read_source("spec.yaml", content.encode() if isinstance(content, str) else content)


def value(content: str | bytes) -> Any:
    source, problems = read(content)
    assert problems == []
    return source.value


def refused(content: str | bytes) -> Problem:
    source, problems = read(content)
    assert source.value is None
    (problem,) = problems
    assert 1 <= problem.span.line <= len(source.lines)
    assert problem.as_text("ja")
    assert problem.as_text("en")
    return problem


@pytest.mark.parametrize(
    "written",
    [
        *("no", "No", "NO", "on", "off", "yes", "y", "true", "False"),
        *("012", "0o17", "0x1F", "1_000", "9:00", "190:20:30", "0600001", "2.10", "1e3", ".inf"),
        *("2026-04-01", "2026-04-01T09:00:00+09:00", "=", "1.0", "+3", "-"),
    ],
)
def test_a_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert value(f"a: '{written}'") == {"a": written}
    assert value(f"{{a: [{written}x]}}") == {"a": [f"{written}x"]}
    if written != "-":
        assert value(f"a: {written}") == {"a": written}
        assert value(f"{written}: a") == {written: "a"}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_only_nothing_and_null_are_none(written: str) -> None:
    assert value(f"a: {written}\n") == {"a": None}
    assert value(f'a: "{written}"\n') == {"a": written}


def test_block_texts_and_folded_texts_are_kept() -> None:
    assert value("a: |\n  1行目\n  2行目\nb: >\n  つづ\n  く\n") == {
        "a": "1行目\n2行目\n",
        "b": "つづ く\n",
    }


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate_key", (3, 1)),
        ("{a: 1, 'a': 2}", "duplicate_key", (1, 8)),
        ("a: 1\n<<: {b: 2}\n", "merge_key", (2, 1)),
        ("a:\n　b: 1\n", "wide_space", (2, 1)),
        ("a:\n  　b: 1\n", "wide_space", (2, 3)),
        ("a:\n\u00a0b: 1\n", "wide_space", (2, 1)),
        ("a:\n  　- b\n", "wide_space", (2, 3)),
    ],
)
def test_what_can_be_left_out_is_told_and_the_rest_is_read(
    content: str, code: str, place: tuple[int, int]
) -> None:
    source, (problem,) = read(content)
    assert (problem.code, problem.span.line, problem.span.column) == (code, *place)
    assert "a" in source.value


def test_the_first_of_two_equal_keys_counts() -> None:
    source, _ = read("a: 1\na: {b: [2]}\nc: 3\n")
    assert source.value == {"a": "1", "c": "3"}


def test_a_wide_space_within_or_before_a_value_is_no_problem() -> None:
    assert value("a: 　b　c\n") == {"a": "　b　c"}


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ("a: &a [*a]\n", "recursive_alias", (1, 8)),
        ("a: &a {b: {c: *a}}\n", "recursive_alias", (1, 15)),
        ("a: *b\n", "unknown_alias", (1, 4)),
        ("a: !!python/object/apply:os.system [echo]\n", "tag", (1, 4)),
        ("a: !ruby/object {}\n", "tag", (1, 4)),
        ("a: !!str 1\n", "tag", (1, 4)),
        ("a: ! 1\n", "tag", (1, 4)),
        ("a: !e!x 1\n", "tag", (1, 4)),
        ("a: 1\n---\nb: 2\n", "documents", (2, 1)),
        ("a: 1\n...\nb: 2\n", "documents", (3, 1)),
        ("? [a, b]\n: 1\n", "complex_key", (1, 3)),
        ("{a: b}: 1\n", "complex_key", (1, 1)),
        ("? *a\n: 1\n", "complex_key", (1, 3)),
        ("a:\n\tb: 1\n", "yaml_tab", (2, 1)),
        ("a: 1\n\tb: 1\n", "yaml_tab", (2, 1)),
        ("%YAML 9.9\n---\na: 1\n", "yaml", (1, 1)),
        ("a: '1\n", "yaml_quote", (1, 4)),
        ("a: [1, 2\nb: 3\n", "yaml_bracket", (1, 4)),
        ("a: {b: 1\n", "yaml_bracket", (1, 4)),
        ("a: 1\x00\n", "character", (1, 5)),
        ("a: 1\x85b: 2\n", "character", (1, 5)),
        ("a: 1\u2028b: 2\n", "character", (1, 5)),
        ("a: 1\nb: \u20292\n", "character", (2, 4)),
        ("a: \ufffe\n", "character", (1, 4)),
        ("a: \x1b[31m\n", "character", (1, 4)),
        ("a: \x7f\n", "character", (1, 4)),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_place(
    content: str, code: str, place: tuple[int, int]
) -> None:
    problem = refused(content)
    assert (problem.code, problem.span.line, problem.span.column) == (code, *place)


@pytest.mark.parametrize(
    ("content", "guess", "place"),
    [
        ("a: 1\nb: 窓口\n".encode("cp932"), "Shift_JIS", (2, 4)),
        ("a: 1\r\nb: 窓口\r\n".encode("cp932"), "Shift_JIS", (2, 4)),
        ("a: 仕様書\n".encode("euc_jp"), "EUC-JP", (1, 4)),
        ("a: 窓口\n".encode("utf-16"), "UTF-16", (1, 1)),
    ],
)
def test_other_encodings_are_named(content: bytes, guess: str, place: tuple[int, int]) -> None:
    source, (problem,) = read(content)
    assert source.value is None
    assert problem.code == "not_utf8"
    assert problem.values["guess"] == guess
    assert (problem.span.line, problem.span.column) == place


def test_a_single_broken_character_does_not_make_another_encoding() -> None:
    problem = refused("project: 窓".encode() + b"\xff" + "口\n".encode())
    assert (problem.code, problem.span.line, problem.span.column) == ("broken_utf8", 1, 11)


@pytest.mark.parametrize("content", ["", "\n\n", "# ノート\n", "---\n", "~\n", "\ufeff"])
def test_an_empty_file_is_nothing(content: str) -> None:
    assert value(content) is None


@pytest.mark.parametrize(
    ("content", "expected"), [("通報\n", "通報"), ("[a]\n", ["a"]), ("- a\n- b\n", ["a", "b"])]
)
def test_a_file_need_not_be_a_mapping(content: str, expected: Any) -> None:
    assert value(content) == expected


def test_depth_has_a_limit_and_up_to_it_all_is_read() -> None:
    deep = "[" * MOST_DEPTH + "]" * MOST_DEPTH
    assert value(deep)
    assert refused("[" + deep + "]").code == "too_deep"


HOSTILE = {
    "brackets": b"[" * 100_000,
    "braces": b"{a: " * 100_000,
    "dashes": b"- " * 25_000,
    "questions": b"? " * 25_000,
    "indented": b"".join(b" " * n + b"a:\n" for n in range(2_000)),
    "bomb": b"a: &a [x,x,x,x,x,x,x,x,x]\n"
    + b"".join(
        b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(20)
    ),
    "aliases": b"a: &a x\nb: [" + b"*a, " * 500_000 + b"]",
    "one key": b"a" * 7_000_000 + b": 1",
    "quotes": b"'" * 1_000_001,
    "line ends": b"\r" * 7_000_000,
    "anchors": b"".join(b"a%d: &a%d x\n" % (n, n) for n in range(50_000)),
    "doubles": b"a: 1\n" * 50_000,
    "colons": b": " * 100_000,
    "flow on one line": b"{" + b"a: 1, " * 50_000 + b"}",
    "too large": b"a" * 8_000_001,
    "unknown keys": b"".join(b"k%d: 1\n" % n for n in range(50_000)),
    "unknown references": b"project: x\nfeatures:\n"
    + b"".join(b"  F%d: {needs: [G%d]}\n" % (n, n) for n in range(10_000)),
    "circle": b"project: x\nfeatures:\n"
    + b"".join(b"  F%d: {needs: [F%d]}\n" % (n, (n + 1) % 10_000) for n in range(10_000)),
    "entities": b"project: x\nentities: [" + b",".join(b"e%d" % n for n in range(5_000)) + b"]",
}

_LOADS = """
import sys
from pathlib import Path
from generator.blueprints import Blueprints
from generator.spec.load import load_bytes
vocabulary = Blueprints.find().vocabulary
for path in sorted(Path(sys.argv[1]).iterdir()):
    print(path.name, flush=True)
    loaded = load_bytes(path.read_bytes(), "spec.yaml", vocabulary)
    assert sum(len(problem.as_text("ja")) for problem in loaded.problems) < 500_000
"""


def test_hostile_files_neither_hang_nor_kill_the_process(tmp_path: Path) -> None:
    for name, content in HOSTILE.items():
        (tmp_path / name).write_bytes(content)
    command = [sys.executable, "-c", _LOADS, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout.splitlines()) == (0, sorted(HOSTILE)), done.stderr[-2000:]


POSITIONS = """\
project: 道路損傷通報
roles:
  窓口: {title: 受付窓口, who: "3名"}
entities:
  report:
    fields: [場所, 種別]
    rows:
      - 場所: 東栄町
        種別: 穴ぼこ
processes:
  P1:
    - 通報する
    - {title: 受け付ける, actor: 窓口}
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("path", "at_key", "expected"),
    [
        (("project",), False, Span(1, 10, 1, 16)),
        (("project",), True, Span(1, 1, 1, 8)),
        (("roles", "窓口"), True, Span(3, 3, 3, 5)),
        (("roles", "窓口"), False, Span(3, 7, 3, 31)),
        (("roles", "窓口", "title"), False, Span(3, 15, 3, 19)),
        (("roles", "窓口", "who"), False, Span(3, 26, 3, 30)),
        (("entities", "report", "fields", "種別"), False, Span(6, 18, 6, 20)),
        (("entities", "report", "fields", "種別"), True, Span(6, 18, 6, 20)),
        (("entities", "report", "fields", 1), False, Span(6, 18, 6, 20)),
        (("entities", "report", "rows", 0, "種別"), True, Span(9, 9, 9, 11)),
        (("entities", "report", "rows", 0, "種別", 0), False, Span(9, 13, 9, 16)),
        (("processes", "P1", "steps", "S2", "actor"), False, Span(13, 29, 13, 31)),
        (("processes", "P1", "steps", "S1"), False, Span(12, 7, 12, 11)),
        # what isn't there is looked for at its nearest owner
        (("entities", "report", "states"), False, Span(5, 3, 5, 9)),
        (("roles", "窓口", "nothing"), False, Span(3, 7, 3, 31)),
        (("nothing", "at", "all"), True, Span(1, 1, 1, 2)),
        (("entities",), False, Span(5, 3, 5, 4)),
    ],
)
def test_keys_values_and_items_are_found_where_they_stand(
    ending: str, start: str, path: SpecPath, at_key: bool, expected: Span
) -> None:
    source, problems = read(start + POSITIONS.replace("\n", ending))
    assert problems == []
    found = source.key_span(path) if at_key else source.span(path)
    if path == ("entities", "report", "states"):
        assert found.line in (5, 6)
    else:
        assert found == expected


def test_columns_count_characters_beyond_the_basic_plane_once() -> None:
    source, _ = read("{😀𠮷: '𩸽', 辻\u3099: x}")
    assert source.span(("辻\u3099",)) == Span(1, 15, 1, 16)


def test_what_an_alias_brings_stands_where_the_alias_is_and_its_parts_at_the_anchor() -> None:
    source, _ = read("a: &x {b: 1}\nc: *x\n")
    assert source.span(("c",)) == Span(2, 4, 2, 6)
    assert source.span(("c", "b")) == Span(1, 11, 1, 12)


def test_a_list_position_is_never_taken_for_a_text_of_the_list() -> None:
    source, _ = read("a: [1, 0]\n")
    assert source.key_span(("a", 0)) == Span(1, 5, 1, 6)


@pytest.mark.parametrize(
    ("content", "text"),
    [("a: 1\nb： 2\n", "："), ("project：道路\nentities: [x]\n", "："), ("a: !重要 x\n", "!重要")],
)
def test_the_exact_characters_are_marked(content: str, text: str) -> None:
    assert marked(refused(content)) == text
