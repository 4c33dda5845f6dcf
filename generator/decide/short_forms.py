"""Short forms: a text or a name alone becomes a mapping, where there is something to add to it."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent

from . import layout
from .document import Document, Entry
from .mapping_edits import Fields, flow_parts, lines_of, refuse_shared, wanted_parts
from .prove import MAPPING, MAPPING_END, NULL, Candidate, Edit, Swap, Want, first_proven
from .refusal import RefusedError, UnknownError


def from_short(
    document: Document, home: Entry, entry: Entry, fields: Fields, short: str
) -> Iterator[Candidate]:
    """Turn ``F1: 題名`` into a mapping with the text as ``short`` and the ``fields``."""
    node = entry.value
    start, end = document.start(node), document.end(node)
    before = Swap(node, node, (MAPPING, Want(ScalarEvent, short)))
    after = Swap(node + 1, node + 1, (*wanted_parts(fields), MAPPING_END))
    if not document.is_flow(home.value):
        for indent in _indents(document, home, entry):
            lines = lines_of(fields, indent)
            head = _moved_down(document, entry, indent, f"{short}: ")
            for edit in layout.lines_after(document, node, lines):
                yield Candidate((head, edit), (before, after))
    if document.events[node].start_mark and start < end:
        edits = (Edit(start, start, f"{{{short}: "), Edit(end, end, f", {flow_parts(fields)}}}"))
        yield Candidate(edits, (before, after))


def _indents(document: Document, home: Entry, entry: Entry) -> Iterator[int]:
    """Yield the columns that the new keys below ``entry`` may have, the usual one first."""
    own = layout.key_column(document, home.value)
    start = document.start(entry.value)
    line = layout.line_start(document, start)
    if not document.text[line:start].strip():  # the text has a line of its own
        yield start - line
        return
    step = own - layout.column(document, document.start(home.key))
    following = document.text[start : document.end(entry.value)].splitlines()[1:]
    least = min((len(row) - len(row.lstrip()) for row in following if row.strip()), default=own + 9)
    yield from dict.fromkeys(i for i in (own + step, own + 2, least - 1) if own < i < least)


def _moved_down(document: Document, entry: Entry, indent: int, key: str) -> Edit:
    start = document.start(entry.value)
    behind = layout.colon(document, entry.key, entry.value)
    if behind is None or document.text[behind:start].strip(" \t"):
        return Edit(start, start, key)
    return Edit(behind, start, layout.line_end(document) + " " * indent + key)


def names_as_keys(document: Document, home: Entry, name: str | None) -> Document:
    """Turn the list of names of a section, its shortest form, into a mapping with these keys."""
    node = home.value
    names = list(document.children(node))
    keys = [document.scalar(item) for item in names]
    section = document.scalar(home.key)
    if name is not None and name not in keys:
        what = "features" if section == "features" else "part"
        raise UnknownError(what, name, [item for item in keys if item is not None])
    refusal = RefusedError("list", *document.place(node))
    refuse_shared(document, node)
    if not all(isinstance(document.events[item], ScalarEvent) for item in names):
        raise refusal
    swaps = [
        Swap(node, node + 1, (Want(MappingStartEvent, None, document.events[node].anchor),)),
        *(Swap(item + 1, item + 1, (NULL,)) for item in names),
        Swap(document.close(node), document.close(node) + 1, (Want(MappingEndEvent),)),
    ]
    if document.is_flow(node):
        start, end = layout.value_start(document, node), document.end(node)
        edits = [Edit(start, start + 1, "{"), Edit(end - 1, end, "}")]
        bare = edits + [Edit(document.end(item), document.end(item), ":") for item in names]
        candidates = [Candidate(tuple(edits), tuple(swaps)), Candidate(tuple(bare), tuple(swaps))]
    else:
        edits = [edit for item in names for edit in _dash_to_colon(document, item)]
        candidates = [Candidate(tuple(edits), tuple(swaps))]
    return first_proven(document, candidates, refusal)


def _dash_to_colon(document: Document, item: int) -> tuple[Edit, Edit]:
    start, end = document.start(item), document.end(item)
    before = document.text[layout.line_start(document, start) : start]
    dash = start - len(before) + before.rfind("-")
    return Edit(dash, dash + 1, " "), Edit(end, end, ":")
