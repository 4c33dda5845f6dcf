"""Edits of a mapping that replace, append to or add fields, as candidates to be proved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from yaml.events import ScalarEvent

from . import layout
from .document import Document, Entry
from .prove import MAPPING, MAPPING_END, Candidate, Edit, Swap, Want, wanted
from .record import flow, quoted, token
from .refusal import RefusedError


@dataclass(frozen=True)
class Appended:
    """A mapping that is put behind the others in a list."""

    item: Mapping[str, str]


Fields = Mapping[str, "str | Appended"]


def refuse_shared(document: Document, node: int) -> None:
    """Raise RefusedError when a change of ``node`` would change other places too."""
    if document.is_alias(node) or document.is_shared(node):
        raise RefusedError("shared", *document.place(node))


def lines_of(parts: Mapping[str, object], indent: int) -> list[str]:
    """Return ``parts`` as the lines of a block mapping."""
    lines = []
    for key, value in parts.items():
        if isinstance(value, Appended):
            lines += [f"{token(key)}:", f"  - {flow(value.item)}"]
        elif isinstance(value, Mapping) and all(isinstance(v, Mapping) for v in value.values()):
            lines += [f"{token(key)}:", *lines_of(value, 2)]
        else:
            lines.append(f"{token(key)}: {flow(value)}")
    return [" " * indent + line for line in lines]


def flow_parts(parts: Mapping[str, object]) -> str:
    """Return ``parts`` as they stand within the braces of a flow mapping."""
    return ", ".join(f"{token(key)}: {flow(_plain(value))}" for key, value in parts.items())


def wanted_parts(parts: Mapping[str, object]) -> tuple[Want, ...]:
    """Return the events that ``parts`` must become within a mapping."""
    return tuple(
        want
        for key, value in parts.items()
        for want in (Want(ScalarEvent, key), *wanted(_plain(value)))
    )


def _plain(value: object) -> object:
    return [value.item] if isinstance(value, Appended) else value


def in_mapping(document: Document, node: int, fields: Fields, behind: str) -> Iterator[Candidate]:
    """Replace or append to the fields that are there, and add the others."""
    there: list[list[Candidate]] = []
    missing: dict[str, str | Appended] = {}
    place = document.find(node, behind)
    for key, value in fields.items():
        found = document.find(node, key)
        if found is None:
            missing[key] = value
            continue
        if not missing:
            place = found
        if isinstance(value, Appended):
            there.append(list(_appended(document, found, value)))
        else:
            there.append(list(_replaced(document, found, value)))
    ways = new_parts(document, node, missing, place) if missing else iter([Candidate()])
    for way in ways:
        for candidates in product(*there):
            yield sum(candidates, Candidate()) + way


def new_parts(
    document: Document, node: int, parts: Mapping[str, object], behind: Entry | None = None
) -> Iterator[Candidate]:
    """Put new ``parts`` into the mapping ``node``: after ``behind``, at its end, or first."""
    entries = list(document.entries(node))
    places = [entry for entry in (behind, *entries[-1:]) if entry]
    if document.is_flow(node):
        inside = flow_parts(parts)
        for entry in places:
            end = document.end(entry.value)
            yield _put(Edit(end, end, f", {inside}"), document.close(entry.value) + 1, parts)
        start = layout.value_start(document, node) + 1
        comma = ", " if entries else ""
        yield _put(Edit(start, start, f"{inside}{comma}"), node + 1, parts)
        return
    lines = lines_of(parts, layout.key_column(document, node))
    for entry in places:
        for edit in layout.lines_after(document, entry.value, lines):
            yield _put(edit, document.close(entry.value) + 1, parts)
    for entry in (entries[-1], entries[0]):
        unindented = [line[layout.key_column(document, node) :] for line in lines]
        if len(unindented) == len(parts):
            yield _put(layout.lines_before(document, entry.key, unindented), entry.key, parts)
        inline = [f"{token(key)}: {flow(_plain(value))}" for key, value in parts.items()]
        yield _put(layout.lines_before(document, entry.key, inline), entry.key, parts)


def _put(edit: Edit, at: int, parts: Mapping[str, object]) -> Candidate:
    return Candidate((edit,), (Swap(at, at, wanted_parts(parts)),))


def _replaced(document: Document, entry: Entry, value: str) -> Iterator[Candidate]:
    """Replace the text of ``entry``, in the style that it has."""
    node = entry.value
    event = document.events[node]
    if document.scalar(node) == value and not document.is_alias(node):
        yield Candidate()
        return
    if document.is_shared(node):
        raise RefusedError("shared", *document.place(node))
    if getattr(event, "tag", None):
        raise RefusedError("tag", *document.place(node))
    swap = Swap(node, node + 1, (Want(ScalarEvent, value, getattr(event, "anchor", None)),))
    if document.is_alias(node):
        edits = [Edit(document.start(node), document.end(node), flow(value))]
        yield Candidate(tuple(edits), (Swap(node, node + 1, wanted(value)),))
    elif not isinstance(event, ScalarEvent):
        raise RefusedError("wrong_kind", *document.place(node))
    else:
        for edit in _text_edits(document, entry, value):
            yield Candidate(edit, (swap,))


def _text_edits(document: Document, entry: Entry, value: str) -> Iterator[tuple[Edit, ...]]:
    node, text = entry.value, document.text
    style = document.events[node].style
    start, end = layout.value_start(document, node), document.end(node)
    if style in ("|", ">"):  # the comment behind the indicator stays
        header = re.compile(r"[|>][-+0-9]*").match(text, start)
        line = re.compile(r"[^\r\n]*").match(text, start)
        assert header
        assert line
        yield Edit(start, header.end(), flow(value)), Edit(line.end(), max(end, line.end()), "")
    elif style == "'" and "\\" not in quoted(value):
        yield (Edit(start, end, "'" + value.replace("'", "''") + "'"),)
    elif style:
        yield (Edit(start, end, quoted(value)),)
    elif start < end:
        yield (Edit(start, end, flow(value)),)
    else:
        space = "" if text[start - 1 : start] in (" ", "\t", "\n", "\r") else " "
        written = f"{space}{flow(value)}"
        if layout.colon(document, entry.key, node) is None:
            end = document.end(entry.key)
            yield (Edit(end, end, f": {flow(value)}"),)
        yield (Edit(start, start, written),)
        yield (Edit(start, start, f"{written} "),)


def _appended(document: Document, entry: Entry, value: Appended) -> Iterator[Candidate]:
    """Append an item to the list of ``entry``, which may be nothing."""
    node = entry.value
    refuse_shared(document, node)
    if getattr(document.events[node], "tag", None):
        raise RefusedError("tag", *document.place(node))
    if document.is_null(node):
        yield from filled(document, entry, value)
    elif not document.is_list(node):
        raise RefusedError("wrong_kind", *document.place(node))
    elif document.is_flow(node):
        inside = document.text[layout.value_start(document, node) + 1 : document.end(node) - 1]
        if not inside.strip():  # an empty list without a comment in it
            yield from filled(document, entry, value)
        yield from _in_flow_list(document, node, value)
    else:
        indent = " " * layout.dash_column(document, entry.key, node)
        row = f"{indent}- {flow(value.item)}"
        swap = Swap(document.close(node), document.close(node), wanted(value.item))
        for edit in layout.lines_after(document, node, [row]):
            yield Candidate((edit,), (swap,))


def _in_flow_list(document: Document, node: int, value: Appended) -> Iterator[Candidate]:
    swap = Swap(document.close(node), document.close(node), wanted(value.item))
    items = list(document.children(node))
    if not items:
        start = layout.value_start(document, node) + 1
        yield Candidate((Edit(start, start, flow(value.item)),), (swap,))
        return
    end, start = document.end(items[-1]), document.start(items[-1])
    before = document.text[layout.line_start(document, start) : start]
    if not before.strip():  # an item a line, each perhaps with a comment behind it
        comma = re.compile(r"[ \t]*,").match(document.text, end)
        row = f"{before}{flow(value.item)}{',' if comma else ''}"
        edit = layout.lines_behind(document, comma.end() if comma else end, [row])
        if edit:
            yield Candidate((*([] if comma else [Edit(end, end, ",")]), edit), (swap,))
    yield Candidate((Edit(end, end, f", {flow(value.item)}"),), (swap,))


def filled(
    document: Document, entry: Entry, value: Appended | Mapping[str, object]
) -> Iterator[Candidate]:
    """Give an entry whose value is nothing, or an empty list, the ``value``."""
    node = entry.value
    old = document.events[node]
    if getattr(old, "anchor", None) or getattr(old, "tag", None):
        raise RefusedError("shared", *document.place(node))
    if isinstance(value, Appended):
        wants = wanted([value.item])
        lines, inside = [f"- {flow(value.item)}"], f"[{flow(value.item)}]"
    else:
        wants = (MAPPING, *wanted_parts(value), MAPPING_END)
        lines, inside = lines_of(value, 0), "{" + flow_parts(value) + "}"
    swap = Swap(node, document.close(node) + 1, wants)
    start, end = document.start(node), document.end(node)
    behind = layout.colon(document, entry.key, node)
    if behind is None:  # `{key}`: a key alone
        end = document.end(entry.key)
        yield Candidate((Edit(end, end, f": {inside}"),), (swap,))
        return
    indent = " " * (layout.column(document, document.start(entry.key)) + 2)
    blanks = document.text[behind:start]
    gone = Edit(behind if not blanks.strip(" \t") else start, end, "")
    for edit in layout.lines_after(document, node, [indent + line for line in lines]):
        yield Candidate((gone, edit), (swap,))
    space = " " if start == behind else ""
    yield Candidate((Edit(start, end, f"{space}{inside}"),), (swap,))
