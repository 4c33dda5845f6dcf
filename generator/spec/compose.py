"""Events of PyYAML's parser as plain values with the position of every key and value.

They are composed here, without recursion and within limits, because the library's own composer
crashes on deep nesting and guesses types (``No`` → False, ``0600001`` → 196609). Every scalar stays
the text that stands in the file; only an empty one, ``~`` and ``null`` are None.
"""

from __future__ import annotations

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
from .problems import Path, Places, Problem, Severity, Span

MOST_NODES = 400_000
MOST_DEPTH = 60

WIDE_SPACES = ("\u3000", "\xa0", "\u2002", "\u2003")
_NULLS = {"", "~", "null", "Null", "NULL"}


@dataclass(slots=True)
class Node:
    """Where a value stands, and where its parts stand.

    A list that is the short form of a mapping (``[場所, 種別]``) has its texts as ``keys``.
    """

    span: Span
    keys: dict[str, Span] = field(default_factory=dict)
    children: dict[str | int, Node | Moved] = field(default_factory=dict)
    listed: bool = False

    def child(self, key: str | int) -> Node | Moved | None:
        """Return the part called ``key``; a list that stands for a mapping has S1, S2, …"""
        if self.listed and isinstance(key, str):
            return self.children.get(numbered(key))
        return self.children.get(key)

    def stands_for(self, key: str | int) -> bool:
        """Tell whether this list is the short form of what has ``key``: ``report: [場所]``."""
        return self.listed and isinstance(key, str) and key not in self.keys and numbered(key) < 0


def first_line(span: Span) -> Span:
    """Return ``span`` cut at the end of its first line when it is longer."""
    if span.end_line == span.line:
        return span
    return Span(span.line, span.column, span.line, span.column + 1)


@dataclass(frozen=True, slots=True)
class Moved:
    """A part that stands ``lines`` further down than it and all its parts say."""

    node: Node
    lines: int


@dataclass(frozen=True)
class Mark:
    """A problem whose place is known before the source is complete."""

    code: str
    span: Span
    values: dict[str, Any] = field(default_factory=dict)
    path: Path = ()

    def problem(self, source: Places) -> Problem:
        """Return the problem, with its line in the complete ``source``."""
        line = source.line(self.span.line)
        return Problem(
            self.code, Severity.ERROR, source.name, self.span, line, self.path, self.values
        )


class FatalError(Exception):
    """A problem after which reading on would make no sense; ``mark`` describes it."""

    def __init__(self, code: str, span: Span, **values: Any) -> None:
        super().__init__(code)
        self.mark = Mark(code, span, values)


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


class Composer:
    """Composes events into values and positions, within the limits."""

    def __init__(self, text: str) -> None:
        loader = getattr(yaml, "CLoader", yaml.Loader)
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=loader))
        self._stack: list[_Open] = []
        self.anchors: dict[str, tuple[Any, Node, int]] = {}
        self._open_anchors: set[str] = set()
        self.count = 0
        self.deepest = 0
        self._documents = 0
        self.value: Any = None
        self.root: Node | None = None
        self.marks: list[Mark] = []

    def compose(self) -> None:
        """Read all events. Raises FatalError where going on would make no sense."""
        for event in self._events:
            if isinstance(event, NodeEvent):
                self._node(event)
            elif isinstance(event, CollectionEndEvent):
                self._close(event)
            elif isinstance(event, DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    raise FatalError("documents", first_line(_span(event)))

    def _node(self, event: NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if tag:
            raise FatalError("tag", _span(event), tag=tag)
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
            raise FatalError("complex_key", _span(event))
        self._counted(1, event)
        owner, key = self._stack[-1], event.value
        owner.key, owner.skip = key, False
        if key in owner.node.keys:
            line = owner.node.keys[key].line
            self._skip("duplicate_key", event, {"key": key, "line": line})
        elif key == "<<" and not event.style:
            self._skip("merge_key", event)
        elif not event.style and key.startswith(WIDE_SPACES):
            self._skip("wide_space", event)
        else:
            owner.node.keys[key] = _span(event)

    def _skip(self, code: str, event: ScalarEvent, values: dict[str, Any] | None = None) -> None:
        """Leave out the key ``event`` with its value, and say why."""
        path = tuple(part.place for part in self._stack)
        # What stands under a merge or behind wide spaces may be anything of its owner.
        path = path if code == "duplicate_key" else path[:-1]
        self.marks.append(Mark(code, _span(event), values or {}, path))
        self._stack[-1].skip = True

    def _scalar(self, event: ScalarEvent) -> str | None:
        value: str = event.value
        if event.style:
            return value
        if value.startswith(WIDE_SPACES) and self._below_its_key(event):
            path = tuple(part.place for part in self._stack)
            self.marks.append(Mark("wide_space", _span(event), {}, path))
            return None
        return None if value in _NULLS else value

    def _below_its_key(self, event: ScalarEvent) -> bool:
        owner = self._stack[-1] if self._stack else None
        key = owner.node.keys.get(owner.key or "") if owner else None
        return key is not None and key.line < _span(event).line

    def _alias(self, event: AliasEvent) -> None:
        if event.anchor in self._open_anchors:
            raise FatalError("recursive_alias", _span(event), name=event.anchor)
        if event.anchor not in self.anchors:
            raise FatalError("unknown_alias", _span(event), name=event.anchor)
        value, node, size = self.anchors[event.anchor]
        self._counted(size, event)
        # The place is the alias, and what is below it stands where the anchor is.
        self._put(value, Node(_span(event), node.keys, node.children, node.listed), None, size)

    def _open(self, event: CollectionStartEvent) -> None:
        self._counted(1, event)
        if len(self._stack) >= MOST_DEPTH:
            raise FatalError("too_deep", _span(event), limit=MOST_DEPTH)
        value: dict[str, Any] | list[Any] = {} if isinstance(event, MappingStartEvent) else []
        if event.anchor:
            self._open_anchors.add(event.anchor)
        node = Node(_span(event), listed=isinstance(value, list))
        self._stack.append(_Open(value, node, event.anchor))
        self.deepest = max(self.deepest, len(self._stack))

    def _close(self, event: CollectionEndEvent) -> None:
        done = self._stack.pop()
        start, end = done.node.span, _span(event)
        done.node.span = Span(start.line, start.column, end.end_line, end.end_column)
        if done.anchor:
            self._open_anchors.discard(done.anchor)
        self._put(done.value, done.node, done.anchor, done.size)

    def _put(self, value: Any, node: Node, anchor: str | None, size: int) -> None:
        if anchor:
            self.anchors[anchor] = (value, node, size)
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
        self.count += nodes
        if self.count > MOST_NODES:
            raise FatalError("too_many_nodes", _span(event), limit=MOST_NODES)


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
