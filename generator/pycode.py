"""Python expressions as values, and their source text as ``ruff format`` would lay it out.

Templates put whole expressions into the generated source through :func:`statement`, so that what
comes out needs no formatter afterwards and a hostile text can never become code.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

LINE_LENGTH = 100
_INDENT = 4
_JOINED = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff\uff9e\uff9f]")
"""Letters that are drawn into the one before them: Hangul, and ﾞ and ﾟ of half width."""
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True)
class Name:
    """A name or an attribute, written as it stands: ``Report.kind``."""

    text: str


@dataclass(frozen=True)
class Call:
    """A call: ``name(*args, **kwargs)``."""

    name: str
    args: tuple[Expression, ...] = ()
    kwargs: tuple[tuple[str, Expression], ...] = ()


@dataclass(frozen=True)
class UnboundCall:
    """A method call whose receiver is not decided yet: ``expect_title("Reports")``.

    It can't be written before :func:`on` names the receiver.
    """

    method: str
    args: tuple[Expression, ...] = ()
    kwargs: tuple[tuple[str, Expression], ...] = ()


@dataclass(frozen=True)
class Table:
    """A dict display with text keys."""

    items: tuple[tuple[str, Expression], ...]


@dataclass(frozen=True)
class Row:
    """A tuple display with two items or more: ``("desk", 3)``."""

    items: tuple[Expression, ...]


Expression = (
    Name | Call | UnboundCall | Table | Row | str | int | bool | None | tuple["Expression", ...]
)
"""What can be written: a tuple is written as a list."""


def call(name: str, *args: Expression, **kwargs: Expression) -> Call:
    """Return a call without the keyword arguments that are defaults: None, False, empty."""
    given = tuple((key, value) for key, value in kwargs.items() if not _is_default(value))
    return Call(name, args, given)


def do(method: str, *args: Expression, **kwargs: Expression) -> UnboundCall:
    """Return a call of ``method``, without the keyword arguments that are defaults."""
    bound = call(method, *args, **kwargs)
    return UnboundCall(bound.name, bound.args, bound.kwargs)


def on(receiver: str, expression: Expression) -> Expression:
    """Return ``expression`` with every unbound call in it as one of a method of ``receiver``."""

    def each(parts: tuple[tuple[str, Expression], ...]) -> tuple[tuple[str, Expression], ...]:
        return tuple((key, on(receiver, part)) for key, part in parts)

    match expression:
        case UnboundCall(method, args, kwargs):
            return Call(f"{receiver}.{method}", tuple(on(receiver, a) for a in args), each(kwargs))
        case Call(name, args, kwargs):
            return Call(name, tuple(on(receiver, arg) for arg in args), each(kwargs))
        case tuple():
            return tuple(on(receiver, part) for part in expression)
        case Row(items):
            return Row(tuple(on(receiver, item) for item in items))
        case Table(items):
            return Table(each(items))
        case _:
            return expression


def _is_default(value: Expression) -> bool:
    if isinstance(value, Table):
        return not value.items
    return value is None or value is False or (isinstance(value, str | tuple) and not value)


@lru_cache(maxsize=10_000)
def literal(text: str) -> str:
    """Return ``text`` as a Python string, in the quotes that need fewer escapes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    if text.isprintable() and quote not in text and "\\" not in text:
        return f"{quote}{text}{quote}"
    escaped = "".join(_escaped(character, quote) for character in text)
    return f"{quote}{escaped}{quote}"


def _escaped(character: str, quote: str) -> str:
    if character == quote:
        return f"\\{quote}"
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def docstring(text: str, after: str = "") -> str:
    """Return ``text`` and ``after`` on one line, safe to stand between triple quotes."""
    line = one_line(f"{text}{after}").replace("\\", "\\\\").replace('"""', "'''")
    line = f" {line}" if line.startswith('"') or not line else line
    return f"{line} " if line.endswith('"') else line


def one_line(text: str) -> str:
    """Return ``text`` on one line and without what can't be seen, as in a comment."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def width(text: str) -> int:
    """Return how many columns ``text`` takes: East Asian wide characters take two."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@cache
def _columns(character: str) -> int:
    """Return the columns of one character, as the formatter counts them."""
    marks = unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me")
    if marks or _JOINED.match(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def flat(expression: Expression) -> str:
    """Return ``expression`` on one line."""
    if isinstance(expression, str):
        return literal(expression)
    if isinstance(expression, Name):
        return expression.text
    if isinstance(expression, UnboundCall):
        raise TypeError(f"{expression.method} is a method of nothing yet")
    if not isinstance(expression, Call | Table | Row | tuple):
        return repr(expression)
    opening, items, closing = _brackets(expression)
    return f"{opening}{', '.join([key + flat(value) for key, value in items])}{closing}"


def _brackets(
    expression: Call | Table | Row | tuple[Expression, ...],
) -> tuple[str, list[tuple[str, Expression]], str]:
    """Return the opening, the items with what stands before each, and the closing bracket."""
    if isinstance(expression, Call):
        items = [("", value) for value in expression.args]
        items += [(f"{key}=", value) for key, value in expression.kwargs]
        return f"{expression.name}(", items, ")"
    if isinstance(expression, Row):
        return "(", [("", value) for value in expression.items], ")"
    if isinstance(expression, Table):
        return "{", [(f"{literal(key)}: ", value) for key, value in expression.items], "}"
    return "[", [("", value) for value in expression], "]"


def lines(prefix: str, expression: Expression, suffix: str = "", indent: int = 0) -> list[str]:
    """Return ``prefix``, ``expression`` and ``suffix`` as source lines that fit.

    First choice is one line, then the arguments of a call on one line of their own, then one
    item a line with a comma behind each.
    """
    return _lines(prefix, expression, flat(expression), suffix, indent)


def _lines(prefix: str, expression: Expression, text: str, suffix: str, indent: int) -> list[str]:
    """Return the lines of ``expression``, which is ``text`` when it stands on one."""
    margin = " " * indent
    one = f"{margin}{prefix}{text}{suffix}"
    if _fits(one) or not isinstance(expression, Call | Table | Row | tuple):
        return [one]
    opening, items, closing = _brackets(expression)
    if not items:
        return [one]
    inner = indent + _INDENT
    written = [(key, value, flat(value)) for key, value in items]
    body = " " * inner + ", ".join([key + text for key, _, text in written])
    if isinstance(expression, Call) and _fits(body):
        within = [body]
    else:
        within = [line for item in written for line in _lines(*item, ",", inner)]
    return [f"{margin}{prefix}{opening}", *within, f"{margin}{closing}{suffix}"]


def _fits(line: str) -> bool:
    return len(line) * 2 <= LINE_LENGTH or width(line) <= LINE_LENGTH


def statement(prefix: str, expression: Expression, indent: int = 0, suffix: str = "") -> str:
    """Return ``prefix`` and ``expression`` as one statement of source text."""
    return "\n".join(lines(prefix, expression, suffix, indent))


def line(
    receiver: str,
    done: Expression,
    *args: Expression,
    into: str = "",
    then: str = "",
    indent: int = _INDENT,
    **kwargs: Expression,
) -> str:
    """Return the statement that calls the method ``done`` of ``receiver``.

    In place of its name and arguments ``done`` may be an expression of planned calls.

    What it returns is kept as the variable ``into``; ``then`` stands behind the call.
    """
    called = do(done, *args, **kwargs) if isinstance(done, str) else done
    return statement(f"{into} = " if into else "", on(receiver, called), indent, then)


def parametrize(names: tuple[str, ...], rows: Expression) -> str:
    """Return the decorator that runs a test once for each of ``rows``."""
    named = names[0] if len(names) == 1 else Row(names)
    return statement("@pytest.mark.parametrize", Call("", (named, rows)))


def imports(members: Mapping[str, Iterable[str]]) -> str:
    """Return ``from module import members`` for every module, in the order that linters want."""
    wanted = [(module, set(names)) for module, names in sorted(members.items())]
    return "\n".join(_import(module, names) for module, names in wanted if names)


def _import(module: str, names: set[str]) -> str:
    ordered = sorted(names, key=_member_key)
    one = f"from {module} import {', '.join(ordered)}"
    if width(one) <= LINE_LENGTH:
        return one
    inner = "".join(f"{' ' * _INDENT}{name},\n" for name in ordered)
    return f"from {module} import (\n{inner})"


def _member_key(name: str) -> tuple[int, str, str]:
    """Sort constants first, then classes, then the rest."""
    kind = 0 if len(name) > 1 and name.isupper() else 1 if name[:1].isupper() else 2
    return kind, name.lower(), name
