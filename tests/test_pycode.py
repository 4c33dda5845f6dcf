"""Expressions are written as `ruff format` would, and never become other code."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.pycode import (
    LINE_LENGTH,
    Call,
    Expression,
    Name,
    Row,
    Table,
    call,
    do,
    docstring,
    imports,
    line,
    literal,
    on,
    parametrize,
    statement,
    width,
)

hostile = (
    st.text()
    | st.text(alphabet="\"'\\{}\n\r\t #（）「」漢\u3000\u2028\x00\x1b")
    | st.from_regex(r"\w{90,140}")
)


def expressions(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Expression]:
    leaves = texts | st.integers(-(10**9), 10**9) | st.booleans() | st.none()
    keys = st.sampled_from(["title", "required", "choices", "show_when", "位置"])

    def compound(children: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        listed = st.lists(children, max_size=5).map(tuple)
        rows = st.lists(children, min_size=2, max_size=3).map(lambda items: Row(tuple(items)))
        pairs = st.lists(st.tuples(texts, children), max_size=4, unique_by=lambda pair: pair[0])
        tables = pairs.map(lambda items: Table(tuple(items)))
        named = st.lists(st.tuples(keys, children), max_size=3, unique_by=lambda pair: pair[0])
        calls = st.builds(
            Call,
            st.sampled_from(["Text", "Choice", "選択"]),
            st.lists(children, max_size=2).map(tuple),
            named.map(tuple),
        )
        return listed | rows | tables | calls

    return st.recursive(leaves, compound, max_leaves=12)


def value(expression: Expression) -> object:
    """Return what an expression comes to: a call as its name and arguments."""
    if isinstance(expression, Call):
        return (
            expression.name,
            [value(one) for one in expression.args],
            {key: value(one) for key, one in expression.kwargs},
        )
    if isinstance(expression, Row):
        return tuple(value(item) for item in expression.items)
    if isinstance(expression, Table):
        return {key: value(item) for key, item in expression.items}
    if isinstance(expression, tuple):
        return [value(item) for item in expression]
    return expression


def evaluated(source: str) -> object:
    def recorded(name: str) -> object:
        return lambda *args, **kwargs: (name, list(args), kwargs)

    names = {name: recorded(name) for name in ("Text", "Choice", "選択")}
    scope: dict[str, object] = {}
    exec(compile(source, "written", "exec"), dict(names), scope)
    return scope["x"]


@example(text="\\")
@example(text="\"'")
@example(text="{{ x }}")
@example(text="\ud800")
@example(text="\u202e\x85\u2029")
@given(text=hostile)
def test_a_text_is_written_as_a_literal_of_itself(text: str) -> None:
    written = literal(text)
    assert ast.literal_eval(written) == text
    assert written.isprintable()
    assert "\n" not in written


@given(expression=expressions(hostile))
def test_what_is_written_evaluates_to_what_was_meant(expression: Expression) -> None:
    assert evaluated(statement("x = ", expression)) == value(expression)


@given(expression=expressions(st.text(alphabet="ab漢 ", max_size=20)))
def test_lines_fit_where_every_part_is_short(expression: Expression) -> None:
    lines = statement("x = ", expression).splitlines()
    assert all(width(line) <= LINE_LENGTH for line in lines)


@given(text=hostile)
def test_a_docstring_stays_on_its_line_and_within_its_quotes(text: str) -> None:
    source = f'def f():\n    """{docstring(text)}"""\n'
    (function,) = ast.parse(source).body
    assert isinstance(function, ast.FunctionDef)
    assert len(function.body) == 1


@pytest.mark.parametrize("text", ["", " ", "\u200b", '"a" b', 'a "b"', '"', "a\u200b  b", "\\"])
def test_a_docstring_is_spaced_as_ruff_wants(text: str, tmp_path: Path) -> None:
    path = tmp_path / "written.py"
    source = f'"""{docstring(text)}"""\n'
    path.write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "format", "--isolated", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    assert path.read_text(encoding="utf-8") == source


def test_arguments_that_say_nothing_are_left_out() -> None:
    made = call(
        "Text", "場所", help="", required=False, choices=(), min=None, max=0, entity=Table(())
    )
    assert made == Call("Text", ("場所",), (("max", 0),))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        *(("ab", 2), ("漢字", 4), ("ｶﾞ", 1), ("か\u3099", 2), ("①", 1), ("😀", 2), ("❤\ufe0f", 1)),
        *(("\u1100\u1161\u11a8", 2), ("각", 2)),
    ],
)
def test_the_width_of_a_line_counts_wide_characters_twice(text: str, columns: int) -> None:
    assert width(text) == columns


def sample(count: int) -> str:
    """Return a module of many statements of every form and length, always the same."""
    import random

    chance = random.Random(5)
    letters = "abc xyzｶﾞ漢字か\u3099❤\ufe0f\"'\\{}#（）「」0😀\n\t"

    def text() -> str:
        return "".join(chance.choices(letters, k=chance.choice((0, 1, 3, 8, 20, 45, 110))))

    def made(depth: int) -> Expression:
        form = chance.randrange(9) if depth else 8
        if form < 2:
            return tuple(made(depth - 1) for _ in range(chance.randrange(5)))
        if form < 4:
            keys = dict.fromkeys(text() for _ in range(chance.randrange(4)))
            return Table(tuple((key, made(depth - 1)) for key in keys))
        if form < 5:
            return Row((made(depth - 1), made(depth - 1)))
        if form < 7:
            names = chance.sample(["title", "help", "choices", "位置", "required"], 3)
            kwargs = tuple((name, made(depth - 1)) for name in names[: chance.randrange(4)])
            args = tuple(made(depth - 1) for _ in range(chance.randrange(3)))
            return Call(chance.choice(["Text", "Report.kind", "選択"]), args, kwargs)
        return chance.choice((text(), text(), 3, -1, True, None, Name("Report.place")))

    top = "\n".join(statement(f"x{n} = ", made(3)) for n in range(count))
    inner = "\n".join(statement(f"y{n} = ", made(2), 4) for n in range(count))
    opened = "\n".join(
        statement("with opened", Call("", (Name("view"), made(1))), 4, ":") + "\n        pass"
        for _ in range(count // 4)
    )
    wanted = {"prototype.kit.fields": [f"Field{n}" for n in range(12)], "a": ["b", "C", "DD"]}
    head = imports(wanted)
    return f"{head}\n\n{top}\n\n\ndef f(view):\n{inner}\n{opened}\n"


def test_what_is_written_is_what_ruff_would_write(tmp_path: Path) -> None:
    path = tmp_path / "written.py"
    source = sample(600)
    path.write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length"]
    subprocess.run([*command, str(LINE_LENGTH), str(path)], check=True, capture_output=True)
    formatted = path.read_text(encoding="utf-8")
    different = [
        (ours, theirs)
        for ours, theirs in zip(source.splitlines(), formatted.splitlines(), strict=False)
        if ours != theirs
    ]
    assert different[:1] == []
    assert source == formatted


def test_imports_come_in_the_order_that_ruff_wants(tmp_path: Path) -> None:
    path = tmp_path / "written.py"
    wanted = {
        "b.c": ["z", "Y", "XX", "a1", "A", "場所"],
        "a": ["Zz"],
        "b": ["call", "CALL", "Call"],
    }
    source = f"{imports(wanted)}\n"
    path.write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "I", "--fix", "-q"]
    subprocess.run([*command, str(path)], check=True, capture_output=True)
    assert path.read_text(encoding="utf-8") == source


def test_a_call_of_nothing_yet_is_written_only_once_it_is_said_of_what() -> None:
    unbound = do("expect_title", "x")
    with pytest.raises(TypeError, match="expect_title"):
        statement("", unbound)
    assert statement("", on("look", unbound)) == 'look.expect_title("x")'


def test_every_unbound_call_within_an_expression_gets_the_same_receiver() -> None:
    rows = (Row(("a", do("count", "report"))), Table((("b", do("total", "report")),)))
    inside = call("len", do("records", where=do("limit")))
    assert statement("", on("visit", rows)) == (
        '[("a", visit.count("report")), {"b": visit.total("report")}]'
    )
    assert statement("", on("visit", inside)) == "len(visit.records(where=visit.limit()))"


def test_a_line_of_a_test_keeps_what_comes_of_it_and_goes_on_with_it() -> None:
    assert line("look", "value", "report", into="day", then="[:10]") == (
        '    day = look.value("report")[:10]'
    )
    assert line("visit", do("click", "x"), indent=8) == '        visit.click("x")'


def test_a_test_for_each_row_names_one_thing_or_several() -> None:
    rows = (Row(("a", 1)),)
    assert parametrize(("role",), ("a",)) == '@pytest.mark.parametrize("role", ["a"])'
    assert parametrize(("role", "count"), rows) == (
        '@pytest.mark.parametrize(("role", "count"), [("a", 1)])'
    )
