"""Composes a file by its blocks, and only those that changed since it was read last.

A block is what stands under one key: of the whole file, or of a part that is a mapping of its own,
such as one entity. Each is composed as if it stood alone, and remembered by its text. Whatever is
not as plain as that (anchors, several documents, lists, anything wrong) is left to the composer of
whole files, which also knows the right words for mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from .compose import MOST_DEPTH, MOST_NODES, Composer, FatalError, Moved, Node
from .problems import Span

_HEAD = re.compile(r"([A-Za-z_][\w-]*):[ \t]*(?:[ \t]#.*)?")
"""A line with nothing but a key."""
_LEVELS = 2
_WHOLE_FILE = ("---", "...", "%", "\t")
"""What begins a line that only the composer of whole files understands."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A block that was composed: its one mapping, and the number of its nodes."""

    value: dict[str, Any]
    node: Node
    count: int


@dataclass(slots=True)
class _Part:
    """A mapping that is put together from blocks; ``line`` is that of its first key, from 1."""

    line: int
    column: int
    end: int
    value: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, Span] = field(default_factory=dict)
    children: dict[str | int, Node | Moved] = field(default_factory=dict)

    def add(self, key: str, key_span: Span, value: Any, node: Node | Moved) -> None:
        """Add what stands under ``key``. Raises _NotPlainError when there is one already."""
        if key in self.keys:
            raise _NotPlainError
        self.value[key], self.keys[key], self.children[key] = value, key_span, node

    def node(self) -> Node:
        """Return where the mapping and its parts stand."""
        return Node(Span(self.line, self.column, self.end, 1), self.keys, self.children)


class _NotPlainError(Exception):
    """The file is none that can be composed by blocks."""


class Blocks:
    """Remembers the blocks of the last reading, and over a slip those of the one before."""

    def __init__(self) -> None:
        self._last: dict[str, _Block] = {}
        self._now: dict[str, _Block] = {}
        self._count = 0

    def composed(self, text: str) -> tuple[dict[str, Any], Node] | None:
        """Return the value of ``text`` and where its parts stand; None where it is not plain."""
        lines = text.splitlines(keepends=True)
        self._last, self._now, self._count = self._now, {}, 0
        try:
            part = self._part(lines, 0, len(lines), _LEVELS)
        except (_NotPlainError, yaml.YAMLError, FatalError):
            self._now = self._last | self._now
            return None
        return part.value, part.node()

    def _part(self, lines: Sequence[str], start: int, stop: int, levels: int) -> _Part:
        """Put together the mapping that ``lines`` are from ``start`` to ``stop``."""
        starts = _starts(lines, start, stop)
        first = lines[starts[0]]
        part = _Part(starts[0] + 1, len(first) - len(first.lstrip(" ")) + 1, stop + 1)
        for begin, end in zip(starts, [*starts[1:], stop], strict=True):
            if levels > 1 and (head := _HEAD.fullmatch(lines[begin].rstrip("\r\n"))):
                key = head[1]
                span = Span(begin + 1, 1, begin + 1, len(key) + 1)
                try:
                    inner = self._part(lines, begin + 1, end, levels - 1)
                except _NotPlainError:
                    self._add_block(part, lines, begin, end)
                else:
                    part.add(key, span, inner.value, inner.node())
                    self._counted(2)
            else:
                self._add_block(part, lines, begin, end)
        return part

    def _add_block(self, part: _Part, lines: Sequence[str], begin: int, end: int) -> None:
        block = self._block("".join(lines[begin:end]))
        self._counted(block.count)
        for key, value in block.value.items():
            where = block.node.children[key]
            assert isinstance(where, Node)
            part.add(key, block.node.keys[key].moved(begin), value, Moved(where, begin))

    def _block(self, text: str) -> _Block:
        """Compose a block, unless it is known. Raises what the composer raises."""
        block = self._now.get(text) or self._last.get(text)
        if block is None:
            composer = Composer(text)
            composer.compose()
            value, node = composer.value, composer.root
            plain = isinstance(value, dict) and not composer.marks and not composer.anchors
            if not plain or node is None or composer.deepest + _LEVELS > MOST_DEPTH:
                raise _NotPlainError
            block = _Block(value, node, composer.count)
        self._now[text] = block
        return block

    def _counted(self, nodes: int) -> None:
        self._count += nodes
        if self._count > MOST_NODES:
            raise _NotPlainError


def _starts(lines: Sequence[str], start: int, stop: int) -> list[int]:
    """Return which lines have the keys of the mapping that stands from ``start`` to ``stop``.

    Raises _NotPlainError where something else stands there.
    """
    starts: list[int] = []
    indent = 0
    for number in range(start, stop):
        line = lines[number]
        words = line.lstrip(" ")
        deep = len(line) - len(words)
        if (starts and deep > indent) or not words.strip() or words.startswith("#"):
            continue
        if not starts:
            indent = deep
        if deep < indent or line.startswith(_WHOLE_FILE) or words[0] in "-?[]{},":
            raise _NotPlainError
        starts.append(number)
    if not starts or (start and not indent):
        raise _NotPlainError
    return starts
