"""A YAML file as plain values with the position of everything in it, or what is wrong with it."""

from __future__ import annotations

import codecs
import re
from typing import Any

import yaml

from .blocks import Blocks
from .compose import Composer, FatalError, Mark, Moved, Node, first_line
from .problems import Finding, Path, Problem, Span

MOST_BYTES = 8_000_000

_LINE_END = re.compile("\r\n|\r|\n")
_WIDE_COLON = re.compile("""[ \t]*(?:- )?[^\\s:#'"：]+：""")
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_SYNTAX = {
    "cannot start any token": "yaml_token",
    "mapping values are not allowed": "yaml_colon",
    "could not find expected ':'": "yaml_no_colon",
    "did not find expected key": "yaml_indent",
    "did not find expected '-'": "yaml_dash",
    "did not find expected ','": "yaml_bracket",
    "unexpected end of stream": "yaml_quote",
    "unknown escape character": "yaml_escape",
    "did not find expected hexdecimal": "yaml_escape",
    "block sequence entries are not allowed": "yaml_dash",
    "did not find expected node content": "yaml_bracket",
    "did not find expected <document start>": "documents",
    "did not find expected alphabetic or numeric character": "yaml_anchor",
}


class Source:
    """A file that was read: its value, its lines, and the position of everything in it."""

    def __init__(
        self, name: str, content: str, value: Any = None, root: Node | None = None
    ) -> None:
        self.name = name
        self.lines = _lines(content)
        self.value = value
        self._root = root or Node(Span(1, 1, 1, 1))

    def span(self, path: Path) -> Span:
        """Return where the value at ``path`` stands; for what the file lacks, its nearest owner."""
        node, key, lines = self._walk(path)
        if isinstance(key, str) and key in node.keys:
            return node.keys[key].moved(lines)
        return first_line(node.span.moved(lines))

    def whole_span(self, path: Path) -> Span:
        """Return where the value at ``path`` stands with all its lines."""
        return self._walk(path)[0].span

    def key_span(self, path: Path) -> Span:
        """Return where the key at the end of ``path`` stands; else the nearest owner."""
        owner, missing, lines = self._walk(path[:-1])
        if path and missing is None and isinstance(path[-1], str) and path[-1] in owner.keys:
            return owner.keys[path[-1]].moved(lines)
        return self.span(path)

    def line(self, number: int) -> str:
        """Return a line by its number from 1, without its end; empty behind the last."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def _walk(self, path: Path) -> tuple[Node, str | int | None, int]:
        """Return the part at ``path``, or its nearest owner and the key that this one lacks.

        The last of the three is how many lines further down it stands than it says.
        """
        node, lines = self._root, 0
        for key in path:
            child = node.child(key)
            if child is None and node.stands_for(key):
                continue
            if child is None:
                return node, key, lines
            if isinstance(child, Moved):
                node, lines = child.node, lines + child.lines
            else:
                node = child
        return node, None, lines


def _lines(content: str) -> list[str]:
    """Cut ``content`` where YAML and editors begin a new line."""
    return _LINE_END.split(content)


def read_source(
    name: str, content: bytes, blocks: Blocks | None = None
) -> tuple[Source, list[Problem]]:
    """Read ``content``, the bytes of the file called ``name``.

    Returns what could be read and everything that is wrong with the file itself. What ``blocks``
    remembers of the last reading is not read again.
    """
    if len(content) > MOST_BYTES:
        return _refused(name, "", Finding("too_large", (), {"limit": MOST_BYTES // 1_000_000}))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(name, content, error)
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        values = {"code": f"U+{ord(forbidden[0]):04X}"}
        return _refused(name, text, _at_index(text, forbidden.start(), "character", values))
    if blocks is not None and (composed := blocks.composed(text)):
        return Source(name, text, *composed), []
    try:
        composer = Composer(text)
        composer.compose()
    except yaml.YAMLError as error:
        return _refused(name, text, _syntax(text, error))
    except FatalError as fatal:
        return _refused(name, text, fatal.mark)
    source = Source(name, text, composer.value, composer.root)
    return source, [mark.problem(source) for mark in composer.marks]


def _refused(name: str, text: str, reason: Finding | Mark) -> tuple[Source, list[Problem]]:
    source = Source(name, text)
    if isinstance(reason, Finding):
        return source, [reason.at(source)]
    return source, [reason.problem(source)]


def _not_utf8(name: str, content: bytes, error: UnicodeDecodeError) -> tuple[Source, list[Problem]]:
    text, guess = _guessed(content, error.start)
    start = max(content.rfind(b"\n", 0, error.start), content.rfind(b"\r", 0, error.start)) + 1
    line = len(_lines(content[:start].decode("utf-8", "replace")))
    column = len(content[start : error.start].decode("utf-8", "replace")) + 1
    if guess == "UTF-16":
        line, column = 1, 1
    span = Span(line, column, line, column + 1)
    code, values = ("not_utf8", {"guess": guess}) if guess else ("broken_utf8", {})
    return _refused(name, text, Mark(code, span, values))


def _guessed(content: bytes, wrong: int) -> tuple[str, str | None]:
    """Return bytes that are not UTF-8 as a text to show, and what they seem to be instead.

    Where Japanese was read as UTF-8 before the byte at ``wrong``, that byte is only broken.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace"), "UTF-16"
    if content[:wrong].removeprefix(codecs.BOM_UTF8).isascii():
        for codec, guess in (("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP")):
            try:
                return content.decode(codec), guess
            except UnicodeDecodeError:
                continue
    return content.decode("utf-8-sig", "replace"), None


def _at_index(text: str, index: int, code: str, values: dict[str, Any]) -> Mark:
    before = _lines(text[:index])
    line, column = len(before), len(before[-1]) + 1
    return Mark(code, Span(line, column, line, column + 1), values)


def _syntax(text: str, error: yaml.YAMLError) -> Mark:
    """Return the syntax error that the parser stumbled over, with a code for a friendly message."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    message = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    lines = _lines(text)
    code = next((name for part, name in _SYNTAX.items() if part in message), "yaml")
    opened = getattr(error, "context_mark", None)
    if opened and mark and code in {"yaml_bracket", "yaml_quote"} and opened.line != mark.line:
        mark = opened  # what was opened there is not closed
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if line > len(lines) or not "".join(lines[line - 1 :]).strip():  # the end: show the last words
        line = next((n for n in range(len(lines), 0, -1) if lines[n - 1].strip()), 1)
        column = len(lines[line - 1].rstrip()) + 1
    column = min(column, len(lines[line - 1]) + 1)
    if "\t" in lines[line - 1][:column] and not lines[line - 1][: column - 1].strip():
        code = "yaml_tab"
    if code in {"yaml_colon", "yaml_no_colon", "yaml_indent"}:
        # A full-width colon makes its line part of a text that the parser reads on.
        for number in range(line, max(line - 2, 0), -1):
            wide = _WIDE_COLON.match(lines[number - 1])
            if wide:
                return Mark("yaml_no_colon", Span(number, wide.end(), number, wide.end() + 1))
    if code == "yaml_indent" and lines[line - 1][: column - 1].strip():
        code = "yaml_rest"
    if code == "yaml" and "tag" in f"{message} {getattr(error, 'context', '')}":
        return _wrong_tag(lines[line - 1], line, column)
    return Mark(code, Span(line, column, line, column + 1), {"message": message})


def _wrong_tag(written: str, line: int, column: int) -> Mark:
    """Point at the whole tag in which the parser stopped."""
    start = max(written.rfind("!", 0, column), 0)
    tag = written[start:].split(" ")[0]
    return Mark("tag", Span(line, start + 1, line, start + 1 + len(tag)), {"tag": tag})
