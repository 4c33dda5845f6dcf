"""Change one entry of a spec's text, and prove it; every other byte stays.

Each function takes a :class:`~.document.Document` and returns the changed one. What can't be done
safely raises RefusedError with the place and the text to paste there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent

from . import layout
from .document import Document, Entry
from .prove import MAPPING, MAPPING_END, NULL, Edit, Plan, Swap, Want, proved, wanted
from .record import flow, quoted, token
from .refusal import RefusedError, UnknownError


@dataclass(frozen=True)
class Appended:
    """A mapping that is put behind the others in a list."""

    item: Mapping[str, str]


Fields = Mapping[str, "str | Appended"]


def set_fields(
    document: Document,
    path: Sequence[str],
    fields: Fields,
    *,
    short: str = "title",
    behind: str = "title",
) -> Document:
    """Give the entry at ``path`` these ``fields``: replaced, appended or added.

    New fields come after the field ``behind`` where it is, else at the end.

    An entry in the short form, a text alone, becomes a mapping with that text as ``short``.
    Raises RefusedError, and UnknownError when there is no such entry.
    """
    *section, name = path
    home = _home(document, section)
    if home is not None and document.is_list(home.value):
        document = _names_as_keys(document, home, name, fields)
        home = _home(document, section)
    entry = _entry(document, section, home, name)
    assert home is not None
    return _first_proven(
        document,
        _plans(document, home, entry, fields, short, behind),
        RefusedError("no_safe_place", *document.place(entry.value), _paste(fields)),
    )


def add_entry(document: Document, section: str, name: str, value: Mapping[str, str]) -> Document:
    """Put ``name: {…}`` behind the other entries of ``section``, which may be missing.

    Raises RefusedError, also when ``name`` is there already.
    """
    home = _home(document, [section])
    if home is not None and document.is_list(home.value):
        document = _names_as_keys(document, home, None, {})
        home = _home(document, [section])
    paste = f"{section}:\n  {token(name)}: {flow(value)}"
    if home is None:
        plans = _new_parts(document, document.root, {section: {name: value}})
        return _first_proven(
            document, plans, RefusedError("no_safe_place", *document.place(document.root), paste)
        )
    refusal = RefusedError("no_safe_place", *document.place(home.value), paste)
    if document.is_mapping(home.value):
        if document.find(home.value, name):
            raise RefusedError("duplicate", *document.place(home.value), paste)
        return _first_proven(document, _new_parts(document, home.value, {name: value}), refusal)
    if not document.is_null(home.value):
        raise RefusedError("wrong_kind", *document.place(home.value), paste)
    return _first_proven(document, _filled(document, home, {name: value}), refusal)


def _home(document: Document, section: Sequence[str]) -> Entry | None:
    """Return the entry that ``section`` leads to, None where it leads nowhere."""
    node, found = document.root, None
    for key in section:
        found = document.find(node, key) if document.is_mapping(node) else None
        if found is None:
            return None
        node = found.value
        _refuse_shared(document, node)
    return found


def _entry(document: Document, section: Sequence[str], home: Entry | None, name: str) -> Entry:
    known: list[str] = []
    if home is not None and document.is_mapping(home.value):
        entry = document.find(home.value, name)
        if entry:
            return entry
        known = document.keys(home.value)
    what = section[0] if section in (["features"], ["questions"]) else "part"
    raise UnknownError(what, name, known)


def _refuse_shared(document: Document, node: int, paste: str = "") -> None:
    if document.is_alias(node) or document.is_shared(node):
        raise RefusedError("shared", *document.place(node), paste)


def _first_proven(document: Document, plans: Iterable[Plan], refusal: RefusedError) -> Document:
    for plan in plans:
        changed = proved(document, plan)
        if changed is not None:
            return changed
    raise refusal


def _paste(fields: Fields) -> str:
    return "\n".join(_lines(fields, 0))


def _lines(parts: Mapping[str, object], indent: int) -> list[str]:
    """Return ``parts`` as the lines of a block mapping."""
    lines = []
    for key, value in parts.items():
        if isinstance(value, Appended):
            lines += [f"{token(key)}:", f"  - {flow(value.item)}"]
        elif isinstance(value, Mapping) and all(isinstance(v, Mapping) for v in value.values()):
            lines += [f"{token(key)}:", *_lines(value, 2)]
        else:
            lines.append(f"{token(key)}: {flow(value)}")
    return [" " * indent + line for line in lines]


def _flow_parts(parts: Mapping[str, object]) -> str:
    return ", ".join(f"{token(key)}: {flow(_plain(value))}" for key, value in parts.items())


def _wanted_parts(parts: Mapping[str, object]) -> tuple[Want, ...]:
    return tuple(
        want
        for key, value in parts.items()
        for want in (Want(ScalarEvent, key), *wanted(_plain(value)))
    )


def _plain(value: object) -> object:
    return [value.item] if isinstance(value, Appended) else value


# ------------------------------------------------------------------ an entry that is there


def _plans(
    document: Document, home: Entry, entry: Entry, fields: Fields, short: str, behind: str
) -> Iterator[Plan]:
    node = entry.value
    if document.is_mapping(node):
        _refuse_shared(document, node, _paste(fields))
        yield from _in_mapping(document, node, fields, behind)
    elif document.is_null(node):
        if getattr(document.events[node], "anchor", None):
            raise RefusedError("shared", *document.place(node), _paste(fields))
        yield from _filled(document, entry, fields)
    elif document.scalar(node) is not None:
        yield from _from_short(document, home, entry, fields, short)
    elif document.is_alias(node):
        raise RefusedError("shared", *document.place(node), _paste(fields))
    else:
        raise RefusedError("wrong_kind", *document.place(node), _paste(fields))


def _in_mapping(document: Document, node: int, fields: Fields, behind: str) -> Iterator[Plan]:
    """Replace or append to the fields that are there, and add the others."""
    there: list[list[Plan]] = []
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
    ways = _new_parts(document, node, missing, place) if missing else iter([Plan()])
    for way in ways:
        for plans in product(*there):
            yield sum(plans, Plan()) + way


def _new_parts(
    document: Document, node: int, parts: Mapping[str, object], behind: Entry | None = None
) -> Iterator[Plan]:
    """Put new ``parts`` into the mapping ``node``: after ``behind``, at its end, or first."""
    entries = list(document.entries(node))
    places = [entry for entry in (behind, *entries[-1:]) if entry]
    if document.is_flow(node):
        inside = _flow_parts(parts)
        for entry in places:
            end = document.end(entry.value)
            yield _put(Edit(end, end, f", {inside}"), document.close(entry.value) + 1, parts)
        start = layout.value_start(document, node) + 1
        comma = ", " if entries else ""
        yield _put(Edit(start, start, f"{inside}{comma}"), node + 1, parts)
        return
    lines = _lines(parts, layout.key_column(document, node))
    for entry in places:
        for edit in layout.lines_after(document, entry.value, lines):
            yield _put(edit, document.close(entry.value) + 1, parts)
    for entry in (entries[-1], entries[0]):
        unindented = [line[layout.key_column(document, node) :] for line in lines]
        if len(unindented) == len(parts):
            yield _put(layout.lines_before(document, entry.key, unindented), entry.key, parts)
        inline = [f"{token(key)}: {flow(_plain(value))}" for key, value in parts.items()]
        yield _put(layout.lines_before(document, entry.key, inline), entry.key, parts)


def _put(edit: Edit, at: int, parts: Mapping[str, object]) -> Plan:
    return Plan((edit,), (Swap(at, at, _wanted_parts(parts)),))


# ------------------------------------------------------------------ one value


def _replaced(document: Document, entry: Entry, value: str) -> Iterator[Plan]:
    """Replace the text of ``entry``, in the style that it has."""
    node = entry.value
    event = document.events[node]
    if document.scalar(node) == value and not document.is_alias(node):
        yield Plan()
        return
    if document.is_shared(node):
        raise RefusedError("shared", *document.place(node), flow(value))
    if getattr(event, "tag", None):
        raise RefusedError("tag", *document.place(node), flow(value))
    swap = Swap(node, node + 1, (Want(ScalarEvent, value, getattr(event, "anchor", None)),))
    if document.is_alias(node):
        edits = [Edit(document.start(node), document.end(node), flow(value))]
        yield Plan(tuple(edits), (Swap(node, node + 1, wanted(value)),))
    elif not isinstance(event, ScalarEvent):
        raise RefusedError("wrong_kind", *document.place(node), flow(value))
    else:
        for edit in _text_edits(document, entry, value):
            yield Plan(edit, (swap,))


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


# ------------------------------------------------------------------ one list


def _appended(document: Document, entry: Entry, value: Appended) -> Iterator[Plan]:
    """Append an item to the list of ``entry``, which may be nothing."""
    node = entry.value
    paste = f"- {flow(value.item)}"
    _refuse_shared(document, node, paste)
    if getattr(document.events[node], "tag", None):
        raise RefusedError("tag", *document.place(node), paste)
    if document.is_null(node):
        yield from _filled(document, entry, value)
    elif not document.is_list(node):
        raise RefusedError("wrong_kind", *document.place(node), paste)
    elif document.is_flow(node):
        inside = document.text[layout.value_start(document, node) + 1 : document.end(node) - 1]
        if not inside.strip():  # an empty list without a comment in it
            yield from _filled(document, entry, value)
        yield from _in_flow_list(document, node, value)
    else:
        dash = " " * layout.dash_column(document, entry.key, node) + paste
        swap = Swap(document.close(node), document.close(node), wanted(value.item))
        for edit in layout.lines_after(document, node, [dash]):
            yield Plan((edit,), (swap,))


def _in_flow_list(document: Document, node: int, value: Appended) -> Iterator[Plan]:
    swap = Swap(document.close(node), document.close(node), wanted(value.item))
    items = list(document.children(node))
    if not items:
        start = layout.value_start(document, node) + 1
        yield Plan((Edit(start, start, flow(value.item)),), (swap,))
        return
    end, start = document.end(items[-1]), document.start(items[-1])
    before = document.text[layout.line_start(document, start) : start]
    if not before.strip():  # an item a line, each perhaps with a comment behind it
        comma = re.compile(r"[ \t]*,").match(document.text, end)
        row = f"{before}{flow(value.item)}{',' if comma else ''}"
        edit = layout.lines_behind(document, comma.end() if comma else end, [row])
        if edit:
            yield Plan((*([] if comma else [Edit(end, end, ",")]), edit), (swap,))
    yield Plan((Edit(end, end, f", {flow(value.item)}"),), (swap,))


# ------------------------------------------------------------------ nothing becomes something


def _filled(
    document: Document, entry: Entry, value: Appended | Mapping[str, object]
) -> Iterator[Plan]:
    """Give an entry whose value is nothing, or an empty list, the ``value``."""
    node = entry.value
    old = document.events[node]
    if getattr(old, "anchor", None) or getattr(old, "tag", None):
        raise RefusedError("shared", *document.place(node))
    if isinstance(value, Appended):
        wants = wanted([value.item])
        lines, inside = [f"- {flow(value.item)}"], f"[{flow(value.item)}]"
    else:
        wants = (MAPPING, *_wanted_parts(value), MAPPING_END)
        lines, inside = _lines(value, 0), "{" + _flow_parts(value) + "}"
    swap = Swap(node, document.close(node) + 1, wants)
    start, end = document.start(node), document.end(node)
    behind = layout.colon(document, entry.key, node)
    if behind is None:  # `{key}`: a key alone
        end = document.end(entry.key)
        yield Plan((Edit(end, end, f": {inside}"),), (swap,))
        return
    indent = " " * (layout.column(document, document.start(entry.key)) + 2)
    blanks = document.text[behind:start]
    gone = Edit(behind if not blanks.strip(" \t") else start, end, "")
    for edit in layout.lines_after(document, node, [indent + line for line in lines]):
        yield Plan((gone, edit), (swap,))
    space = " " if start == behind else ""
    yield Plan((Edit(start, end, f"{space}{inside}"),), (swap,))


# ------------------------------------------------------------------ a text becomes a mapping


def _from_short(
    document: Document, home: Entry, entry: Entry, fields: Fields, short: str
) -> Iterator[Plan]:
    """Turn ``F1: 題名`` into a mapping with the text as ``short`` and the ``fields``."""
    node = entry.value
    start, end = document.start(node), document.end(node)
    before = Swap(node, node, (MAPPING, Want(ScalarEvent, short)))
    after = Swap(node + 1, node + 1, (*_wanted_parts(fields), MAPPING_END))
    if not document.is_flow(home.value):
        for indent in _indents(document, home, entry):
            lines = _lines(fields, indent)
            head = _moved_down(document, entry, indent, f"{short}: ")
            for edit in layout.lines_after(document, node, lines):
                yield Plan((head, edit), (before, after))
    if document.events[node].start_mark and start < end:
        edits = (Edit(start, start, f"{{{short}: "), Edit(end, end, f", {_flow_parts(fields)}}}"))
        yield Plan(edits, (before, after))


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


# ------------------------------------------------------------------ names become keys


def _names_as_keys(document: Document, home: Entry, name: str | None, fields: Fields) -> Document:
    """Turn the list of names of a section, its shortest form, into a mapping with these keys."""
    node = home.value
    names = list(document.children(node))
    known = [document.scalar(item) for item in names]
    section = document.scalar(home.key)
    if name is not None and name not in known:
        what = "features" if section == "features" else "part"
        raise UnknownError(what, name, [item for item in known if item is not None])
    refusal = RefusedError("list", *document.place(node), _paste(fields))
    _refuse_shared(document, node, _paste(fields))
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
        plans = [Plan(tuple(edits), tuple(swaps)), Plan(tuple(bare), tuple(swaps))]
    else:
        edits = [edit for item in names for edit in _dash_to_colon(document, item)]
        plans = [Plan(tuple(edits), tuple(swaps))]
    return _first_proven(document, plans, refusal)


def _dash_to_colon(document: Document, item: int) -> tuple[Edit, Edit]:
    start, end = document.start(item), document.end(item)
    before = document.text[layout.line_start(document, start) : start]
    dash = start - len(before) + before.rfind("-")
    return Edit(dash, dash + 1, " "), Edit(end, end, ":")
