"""A YAML file as plain values with the position of every key and value.

PyYAML's parser gives events; they are composed here, without recursion and within limits, because
the library's own composer crashes on deep nesting and guesses types (``No`` → False,
``0600001`` → 196609). Every scalar stays the text that stands in the file; only an empty one,
``~`` and ``null`` are None.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from .forms import numbered
from .problems import Finding, Path, Problem, Severity, Span

MOST_BYTES = 8_000_000
MOST_NODES = 400_000
MOST_DEPTH = 60

_LINE_END = re.compile("\r\n|\r|\n")
_WIDE_SPACES = ("\u3000", "\xa0", "\u2002", "\u2003")
_WIDE_COLON = re.compile("""[ \t]*(?:- )?[^\\s:#'"：]+：""")
_NULLS = {"", "~", "null", "Null", "NULL"}
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


@dataclass(slots=True)
class Node:
    """Where a value stands, and where its parts stand.

    A list that is the short form of a mapping (``[場所, 種別]``) has its texts as ``keys``.
    """

    span: Span
    keys: dict[str, Span] = field(default_factory=dict)
    children: dict[str | int, Node] = field(default_factory=dict)
    listed: bool = False

    def child(self, key: str | int) -> Node | None:
        """Return the part called ``key``; a list that stands for a mapping has S1, S2, …"""
        if self.listed and isinstance(key, str):
            return self.children.get(numbered(key))
        return self.children.get(key)

    def stands_for(self, key: str | int) -> bool:
        """Tell whether this list is the short form of what has ``key``: ``report: [場所]``."""
        return self.listed and isinstance(key, str) and key not in self.keys and numbered(key) < 0


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
        node, key = self._walk(path)
        if isinstance(key, str) and key in node.keys:
            return node.keys[key]
        return _first_line(node.span)

    def whole_span(self, path: Path) -> Span:
        """Return where the value at ``path`` stands with all its lines."""
        return self._walk(path)[0].span

    def key_span(self, path: Path) -> Span:
        """Return where the key at the end of ``path`` stands; else the nearest owner."""
        owner, missing = self._walk(path[:-1])
        if path and missing is None and isinstance(path[-1], str) and path[-1] in owner.keys:
            return owner.keys[path[-1]]
        return self.span(path)

    def line(self, number: int) -> str:
        """Return a line by its number from 1, without its end; empty behind the last."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def _walk(self, path: Path) -> tuple[Node, str | int | None]:
        node = self._root
        for key in path:
            child = node.child(key)
            if child is None and node.stands_for(key):
                continue
            if child is None:
                return node, key
            node = child
        return node, None


def _lines(content: str) -> list[str]:
    """Cut ``content`` where YAML and editors begin a new line."""
    return _LINE_END.split(content)


def _first_line(span: Span) -> Span:
    """Return ``span`` cut at the end of its first line when it is longer."""
    if span.end_line == span.line:
        return span
    return Span(span.line, span.column, span.line, span.column + 1)


def read_source(name: str, content: bytes) -> tuple[Source, list[Problem]]:
    """Read ``content``, the bytes of the file called ``name``.

    Returns what could be read and everything that is wrong with the file itself.
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
    try:
        composer = _Composer(text)
        composer.compose()
    except yaml.YAMLError as error:
        return _refused(name, text, _syntax(text, error))
    except _FatalError as fatal:
        return _refused(name, text, fatal.mark)
    source = Source(name, text, composer.value, composer.root)
    return source, [mark.problem(source) for mark in composer.marks]


@dataclass(frozen=True)
class _Mark:
    """A problem whose place is known before the source is complete."""

    code: str
    span: Span
    values: dict[str, Any] = field(default_factory=dict)
    path: Path = ()

    def problem(self, source: Source) -> Problem:
        line = source.line(self.span.line)
        return Problem(
            self.code, Severity.ERROR, source.name, self.span, line, self.path, self.values
        )


class _FatalError(Exception):
    def __init__(self, code: str, span: Span, **values: Any) -> None:
        super().__init__(code)
        self.mark = _Mark(code, span, values)


def _refused(name: str, text: str, wrong: Finding | _Mark) -> tuple[Source, list[Problem]]:
    source = Source(name, text)
    if isinstance(wrong, Finding):
        return source, [wrong.at(source)]
    return source, [wrong.problem(source)]


def _not_utf8(name: str, content: bytes, error: UnicodeDecodeError) -> tuple[Source, list[Problem]]:
    text, guess = _guessed(content, error.start)
    start = max(content.rfind(b"\n", 0, error.start), content.rfind(b"\r", 0, error.start)) + 1
    line = len(_lines(content[:start].decode("utf-8", "replace")))
    column = len(content[start : error.start].decode("utf-8", "replace")) + 1
    if guess == "UTF-16":
        line, column = 1, 1
    span = Span(line, column, line, column + 1)
    code, values = ("not_utf8", {"guess": guess}) if guess else ("broken_utf8", {})
    return _refused(name, text, _Mark(code, span, values))


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


def _at_index(text: str, index: int, code: str, values: dict[str, Any]) -> _Mark:
    before = _lines(text[:index])
    line, column = len(before), len(before[-1]) + 1
    return _Mark(code, Span(line, column, line, column + 1), values)


def _syntax(text: str, error: yaml.YAMLError) -> _Mark:
    """Say in friendly words what the parser stumbled over."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    lines = _lines(text)
    code = next((name for part, name in _SYNTAX.items() if part in said), "yaml")
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
                return _Mark("yaml_no_colon", Span(number, wide.end(), number, wide.end() + 1))
    if code == "yaml_indent" and lines[line - 1][: column - 1].strip():
        code = "yaml_rest"
    if code == "yaml" and "tag" in f"{said} {getattr(error, 'context', '')}":
        return _wrong_tag(lines[line - 1], line, column)
    return _Mark(code, Span(line, column, line, column + 1), {"said": said})


def _wrong_tag(written: str, line: int, column: int) -> _Mark:
    """Point at the whole tag in which the parser stopped."""
    start = max(written.rfind("!", 0, column), 0)
    tag = written[start:].split(" ")[0]
    return _Mark("tag", Span(line, start + 1, line, start + 1 + len(tag)), {"tag": tag})


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being composed; ``key`` waits for its value."""

    value: dict[str, Any] | list[Any]
    node: Node
    anchor: str | None
    size: int = 1
    key: str | None = None
    skip: bool = False

    @property
    def place(self) -> str | int:
        """The key or the position of the part that comes now."""
        return len(self.value) if isinstance(self.value, list) else self.key or ""

    def wants_key(self) -> bool:
        return isinstance(self.value, dict) and self.key is None


class _Composer:
    """Composes events into values and positions, within the limits."""

    def __init__(self, text: str) -> None:
        loader = getattr(yaml, "CLoader", yaml.Loader)
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=loader))
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Any, Node, int]] = {}
        self._open_anchors: set[str] = set()
        self._count = 0
        self._documents = 0
        self.value: Any = None
        self.root: Node | None = None
        self.marks: list[_Mark] = []

    def compose(self) -> None:
        """Read all events. Raises _FatalError where going on would make no sense."""
        for event in self._events:
            if isinstance(event, NodeEvent):
                self._node(event)
            elif isinstance(event, CollectionEndEvent):
                self._close(event)
            elif isinstance(event, DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    raise _FatalError("documents", _first_line(_span(event)))

    def _node(self, event: NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if tag:
            raise _FatalError("tag", _span(event), tag=tag)
        if self._stack and self._stack[-1].wants_key():
            self._key(event)
        elif isinstance(event, AliasEvent):
            self._alias(event)
        elif isinstance(event, ScalarEvent):
            self._counted(1, event)
            self._put(self._scalar(event), Node(_span(event)), event.anchor, 1)
        elif isinstance(event, CollectionStartEvent):
            self._open(event)

    def _key(self, event: NodeEvent) -> None:
        if not isinstance(event, ScalarEvent):
            raise _FatalError("complex_key", _span(event))
        self._counted(1, event)
        owner, key = self._stack[-1], event.value
        owner.key, owner.skip = key, False
        if key in owner.node.keys:
            line = owner.node.keys[key].line
            self._skip("duplicate_key", event, {"key": key, "line": line})
        elif key == "<<" and not event.style:
            self._skip("merge_key", event)
        elif not event.style and key.startswith(_WIDE_SPACES):
            self._skip("wide_space", event)
        else:
            owner.node.keys[key] = _span(event)

    def _skip(self, code: str, event: ScalarEvent, values: dict[str, Any] | None = None) -> None:
        """Leave out the key ``event`` with its value, and say why."""
        path = tuple(part.place for part in self._stack)
        # What stands under a merge or behind wide spaces may be anything of its owner.
        path = path if code == "duplicate_key" else path[:-1]
        self.marks.append(_Mark(code, _span(event), values or {}, path))
        self._stack[-1].skip = True

    def _scalar(self, event: ScalarEvent) -> str | None:
        value: str = event.value
        if event.style:
            return value
        if value.startswith(_WIDE_SPACES) and self._below_its_key(event):
            path = tuple(part.place for part in self._stack)
            self.marks.append(_Mark("wide_space", _span(event), {}, path))
            return None
        return None if value in _NULLS else value

    def _below_its_key(self, event: ScalarEvent) -> bool:
        owner = self._stack[-1] if self._stack else None
        key = owner.node.keys.get(owner.key or "") if owner else None
        return key is not None and key.line < _span(event).line

    def _alias(self, event: AliasEvent) -> None:
        if event.anchor in self._open_anchors:
            raise _FatalError("recursive_alias", _span(event), name=event.anchor)
        if event.anchor not in self._anchors:
            raise _FatalError("unknown_alias", _span(event), name=event.anchor)
        value, node, size = self._anchors[event.anchor]
        self._counted(size, event)
        # The place is the alias, and what is below it stands where the anchor is.
        self._put(value, Node(_span(event), node.keys, node.children, node.listed), None, size)

    def _open(self, event: CollectionStartEvent) -> None:
        self._counted(1, event)
        if len(self._stack) >= MOST_DEPTH:
            raise _FatalError("too_deep", _span(event), limit=MOST_DEPTH)
        value: dict[str, Any] | list[Any] = {} if isinstance(event, MappingStartEvent) else []
        if event.anchor:
            self._open_anchors.add(event.anchor)
        node = Node(_span(event), listed=isinstance(value, list))
        self._stack.append(_Open(value, node, event.anchor))

    def _close(self, event: CollectionEndEvent) -> None:
        done = self._stack.pop()
        start, end = done.node.span, _span(event)
        done.node.span = Span(start.line, start.column, end.end_line, end.end_column)
        if done.anchor:
            self._open_anchors.discard(done.anchor)
        self._put(done.value, done.node, done.anchor, done.size)

    def _put(self, value: Any, node: Node, anchor: str | None, size: int) -> None:
        if anchor:
            self._anchors[anchor] = (value, node, size)
        if not self._stack:
            self.value, self.root = value, node
            return
        owner = self._stack[-1]
        owner.size += size
        if isinstance(owner.value, list):
            owner.node.children[len(owner.value)] = node
            if isinstance(value, str):  # the short form of a mapping: `[場所, 種別]`
                owner.node.keys.setdefault(value, node.span)
            owner.value.append(value)
            return
        key = owner.key
        assert key is not None
        if not owner.skip:
            owner.value[key] = value
            owner.node.children[key] = node
        owner.key, owner.skip = None, False

    def _counted(self, nodes: int, event: NodeEvent) -> None:
        self._count += nodes
        if self._count > MOST_NODES:
            raise _FatalError("too_many_nodes", _span(event), limit=MOST_NODES)


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
