"""Reads features, phases, decisions and questions from a document, without loading a spec.

Decisions are written into specs that do not load at the moment, so this reads only what it needs
and expects any content.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.spec.model import OUT, UNDECIDED

from .document import Document


def names(document: Document, section: str) -> list[str]:
    """Return the ids in ``section``, which may be a list of names."""
    node = _value(document, section)
    if node is None:
        return []
    if document.is_mapping(node):
        return document.keys(node)
    if document.is_list(node):
        scalars = (document.scalar(item) for item in document.children(node))
        return [name for name in scalars if name is not None]
    return []


def phases(document: Document) -> list[str]:
    """Return every phase that a feature may have."""
    return [*names(document, "phases"), OUT, UNDECIDED]


def phase_titles(document: Document) -> dict[str, str]:
    """Return the declared phases with their titles."""
    declared = names(document, "phases")
    return {name: text_of(document, "phases", name, "title") for name in declared}


def phase_of(document: Document, feature: str) -> str:
    """Return the phase of ``feature``; where none is written it is undecided."""
    return fields(document, "features", feature).get("phase") or UNDECIDED


def fields(document: Document, *path: str) -> dict[str, str]:
    """Return the texts in the entry at ``path``; none for one in the short form."""
    node = _value(document, *path)
    return _texts(document, node) if node is not None and document.is_mapping(node) else {}


def text_of(document: Document, section: str, name: str, short: str) -> str:
    """Return the text ``short`` of an entry, which in its short form is all there is."""
    node = _value(document, section, name)
    if node is not None and not document.is_mapping(node):
        return document.scalar(node) or name
    return fields(document, section, name).get(short) or name


def decisions_on(document: Document, feature: str) -> list[dict[str, str]]:
    """Return the records of the decisions on ``feature``, the last one last."""
    node = _value(document, "features", feature)
    return list(_records(document, node)) if node is not None else []


@lru_cache(maxsize=2)
def decision_ids(document: Document) -> set[str]:
    """Return the ids of all decisions."""
    node = _value(document, "features")
    if node is None or not document.is_mapping(node):
        return set()
    records = (
        record
        for entry in document.entries(node)
        for record in _records(document, document.target(entry.value))
    )
    return {record["id"] for record in records if "id" in record}


def _records(document: Document, feature: int) -> Iterator[dict[str, str]]:
    if not document.is_mapping(feature):
        return
    for entry in document.entries(feature):
        node = document.target(entry.value)
        if document.scalar(entry.key) == "decisions" and document.is_list(node):
            for item in document.children(node):
                item = document.target(item)
                if document.is_mapping(item):
                    yield _texts(document, item)


def _value(document: Document, *path: str) -> int | None:
    node = document.root
    for name in path:
        children = document.entries(node) if document.is_mapping(node) else ()
        found = (entry.value for entry in children if document.scalar(entry.key) == name)
        value = next(found, None)
        if value is None:
            return None
        node = document.target(value)
    return node


def _texts(document: Document, mapping: int) -> dict[str, str]:
    found = {}
    for entry in document.entries(mapping):
        key, value = document.scalar(entry.key), document.scalar(entry.value)
        if key is not None and value is not None:
            found[key] = value.strip()
    return found
