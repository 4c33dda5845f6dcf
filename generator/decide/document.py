"""A spec as the YAML parser's events, each of which knows where it stands in the text.

Nothing is composed: an alias stays an alias, and a collection is the run of events between its
start and its end. Nodes are named by the index of their (first) event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from generator.spec.compose import MOST_DEPTH, MOST_NODES
from generator.spec.source import MOST_BYTES

from .refusal import BrokenError, RefusedError

_BOM = "\ufeff"
_LINES_OF_YAML_ONLY = ("\x85", "\u2028", "\u2029")
_NULLS = {"", "~", "null", "Null", "NULL"}
_ROOT = 2  # behind the starts of the stream and of the document


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping and its value, as nodes."""

    key: int
    value: int


class Document:
    """One YAML mapping with its text; ``text`` has no byte order mark, ``content`` all bytes."""

    def __init__(self, text: str, *, bom: bool = False) -> None:
        self.text = text
        self._bom = bom
        self.events, self._closes = _parsed(text)
        if len(self.events) <= _ROOT or not isinstance(self.events[_ROOT], MappingStartEvent):
            raise BrokenError("no mapping")

    @classmethod
    def of(cls, content: bytes) -> Document:
        """Read ``content``. Raises BrokenError when it is no mapping in YAML."""
        if len(content) > MOST_BYTES:
            raise BrokenError("too large")
        try:
            text = content.decode()
        except UnicodeDecodeError as error:
            raise BrokenError(str(error)) from None
        if any(mark in text for mark in _LINES_OF_YAML_ONLY):
            raise BrokenError("line ends that only YAML knows")
        # The mark is taken off, as the parser would count it into some positions only.
        return cls(text.removeprefix(_BOM), bom=text.startswith(_BOM))

    def with_text(self, text: str) -> Document:
        """Return the document that ``text`` is. Raises BrokenError."""
        return Document(text, bom=self._bom)

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return ((_BOM if self._bom else "") + self.text).encode()

    @property
    def root(self) -> int:
        """The node of the whole mapping."""
        return _ROOT

    def close(self, node: int) -> int:
        """Return the last event of ``node``: of a scalar or an alias its only one."""
        return self._closes[node]

    def is_mapping(self, node: int) -> bool:
        """Tell whether ``node`` is written as a mapping (an alias to one is not)."""
        return isinstance(self.events[node], MappingStartEvent)

    def is_list(self, node: int) -> bool:
        """Tell whether ``node`` is written as a list."""
        return isinstance(self.events[node], SequenceStartEvent)

    def is_flow(self, node: int) -> bool:
        """Tell whether ``node`` is written within brackets."""
        return bool(getattr(self.events[node], "flow_style", False))

    def is_null(self, node: int) -> bool:
        """Tell whether ``node`` is nothing: empty, ``~`` or ``null``."""
        event = self.events[node]
        return isinstance(event, ScalarEvent) and not event.style and event.value in _NULLS

    def scalar(self, node: int) -> str | None:
        """Return the text of ``node``, of what its alias stands for; None when it is none."""
        event = self.events[self.target(node)]
        if not isinstance(event, ScalarEvent) or self.is_null(self.target(node)):
            return None
        value: str = event.value
        return value

    def target(self, node: int) -> int:
        """Return the node that the alias ``node`` stands for, any other node itself."""
        event = self.events[node]
        if not isinstance(event, AliasEvent):
            return node
        for index in range(node - 1, 0, -1):
            other = self.events[index]
            if not isinstance(other, AliasEvent) and getattr(other, "anchor", None) == event.anchor:
                return index
        return node

    def is_alias(self, node: int) -> bool:
        """Tell whether ``node`` is an alias."""
        return isinstance(self.events[node], AliasEvent)

    def is_shared(self, node: int) -> bool:
        """Tell whether ``node`` has an anchor that is used elsewhere."""
        event = self.events[node]
        return not isinstance(event, AliasEvent) and event.anchor in self._used_anchors

    @cached_property
    def _used_anchors(self) -> set[str | None]:
        return {event.anchor for event in self.events if isinstance(event, AliasEvent)}

    def entries(self, mapping: int) -> Iterator[Entry]:
        """Yield the entries of the node ``mapping``."""
        children = self.children(mapping)
        for key in children:
            yield Entry(key, next(children))

    def children(self, collection: int) -> Iterator[int]:
        """Yield the nodes right below ``collection``: items, or keys and values in turn."""
        index, last = collection + 1, self._closes[collection]
        while index < last:
            yield index
            index = self._closes[index] + 1

    def find(self, mapping: int, key: str) -> Entry | None:
        """Return the entry ``key`` of ``mapping``. Raises RefusedError when it is there twice."""
        found = [entry for entry in self.entries(mapping) if self.scalar(entry.key) == key]
        if len(found) > 1:
            raise RefusedError("duplicate", *self.place(found[1].key))
        return found[0] if found else None

    def keys(self, mapping: int) -> list[str]:
        """Return the keys of ``mapping`` that are texts."""
        keys = (self.scalar(entry.key) for entry in self.entries(mapping))
        return [key for key in keys if key is not None]

    def place(self, node: int) -> tuple[int, int]:
        """Return line and column of ``node``, both from 1."""
        mark = self.events[node].start_mark
        return mark.line + 1, mark.column + 1

    def start(self, node: int) -> int:
        """Return the position in the text where ``node`` begins, with its anchor and tag."""
        return int(self.events[node].start_mark.index)

    def end(self, node: int) -> int:
        """Return the position behind the last character of ``node``.

        The parser lets collections and block texts run on over blank lines and comments.
        """
        node = self._last(node)
        event = self.events[node]
        end = int(event.end_mark.index)
        if getattr(event, "style", None) in ("|", ">"):
            start = self.start(node)
            return start + len(self.text[start:end].rstrip())
        return end

    def full_end(self, node: int) -> int:
        """Return where ``node`` ends with the blank lines that belong to a block text."""
        return int(self.events[self._last(node)].end_mark.index)

    def _last(self, node: int) -> int:
        """Return the event at whose end ``node`` ends."""
        while self._closes[node] != node:
            if self.is_flow(node):
                return self._closes[node]
            node = list(self.children(node))[-1]
        return node


def _parsed(text: str) -> tuple[list[Any], list[int]]:
    """Return the events of ``text``, and for each the one that closes it."""
    loader = getattr(yaml, "CLoader", yaml.Loader)
    events: list[Any] = []
    closes: list[int] = []
    opened: list[int] = []
    documents = 0
    try:
        for index, event in enumerate(yaml.parse(text, Loader=loader)):
            events.append(event)
            closes.append(index)
            if isinstance(event, CollectionStartEvent):
                opened.append(index)
            elif isinstance(event, CollectionEndEvent):
                closes[opened.pop()] = index
            elif isinstance(event, DocumentStartEvent):
                documents += 1
            if len(opened) > MOST_DEPTH or index > 2 * MOST_NODES or documents > 1:
                raise BrokenError("too deep, too large, or several documents")
    except yaml.YAMLError as error:
        raise BrokenError(str(error)) from None
    return events, closes
