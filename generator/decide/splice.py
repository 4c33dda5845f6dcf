"""Change one entry of a spec's text, and prove it; every other byte stays.

Each function takes a :class:`~.document.Document` and returns the changed one. What can't be done
safely raises RefusedError with the place and the text to paste there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from .document import Document, Entry
from .mapping_edits import Appended, Fields, filled, in_mapping, lines_of, new_parts, refuse_shared
from .prove import Candidate, first_proven
from .refusal import RefusedError, UnknownError
from .short_forms import from_short, names_as_keys

__all__ = ["Appended", "Fields", "add_entry", "set_fields"]


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
    with _paste("\n".join(lines_of(fields, 0))):
        document, home = _home_of_names(document, section, name)
        entry = _entry(document, section, home, name)
        assert home is not None
        refusal = RefusedError("no_safe_place", *document.place(entry.value))
        candidates = _candidates(document, home, entry, fields, short, behind)
        return first_proven(document, candidates, refusal)


def add_entry(document: Document, section: str, name: str, value: Mapping[str, str]) -> Document:
    """Put ``name: {…}`` behind the other entries of ``section``, which may be missing.

    Raises RefusedError, also when ``name`` is there already.
    """
    new = {name: value}
    with _paste("\n".join(lines_of({section: new}, 0))):
        document, home = _home_of_names(document, [section], None)
        node = home.value if home else document.root
        refusal = RefusedError("no_safe_place", *document.place(node))
        if home is None:
            return first_proven(document, new_parts(document, node, {section: new}), refusal)
        if document.is_null(node):
            return first_proven(document, filled(document, home, new), refusal)
        if not document.is_mapping(node):
            raise RefusedError("wrong_kind", *document.place(node))
        if document.find(node, name):
            raise RefusedError("duplicate", *document.place(node))
        return first_proven(document, new_parts(document, node, new), refusal)


@contextmanager
def _paste(text: str) -> Iterator[None]:
    """Say in every refusal what a person can write by hand."""
    try:
        yield
    except RefusedError as refused:
        refused.paste = text
        raise


def _home_of_names(
    document: Document, section: Sequence[str], name: str | None
) -> tuple[Document, Entry | None]:
    """Return what ``section`` leads to; a list of names there is turned into a mapping first."""
    home = _home(document, section)
    if home is not None and document.is_list(home.value):
        document = names_as_keys(document, home, name)
        home = _home(document, section)
    return document, home


def _home(document: Document, section: Sequence[str]) -> Entry | None:
    """Return the entry that ``section`` leads to, None where it leads nowhere."""
    node, found = document.root, None
    for key in section:
        found = document.find(node, key) if document.is_mapping(node) else None
        if found is None:
            return None
        node = found.value
        refuse_shared(document, node)
    return found


def _entry(document: Document, section: Sequence[str], home: Entry | None, name: str) -> Entry:
    keys: list[str] = []
    if home is not None and document.is_mapping(home.value):
        entry = document.find(home.value, name)
        if entry:
            return entry
        keys = document.keys(home.value)
    what = section[0] if section in (["features"], ["questions"]) else "part"
    raise UnknownError(what, name, keys)


def _candidates(
    document: Document, home: Entry, entry: Entry, fields: Fields, short: str, behind: str
) -> Iterator[Candidate]:
    node = entry.value
    if document.is_mapping(node):
        refuse_shared(document, node)
        yield from in_mapping(document, node, fields, behind)
    elif document.is_null(node):
        if getattr(document.events[node], "anchor", None):
            raise RefusedError("shared", *document.place(node))
        yield from filled(document, entry, fields)
    elif document.scalar(node) is not None:
        yield from from_short(document, home, entry, fields, short)
    elif document.is_alias(node):
        raise RefusedError("shared", *document.place(node))
    else:
        raise RefusedError("wrong_kind", *document.place(node))
