"""How records read: the text of every field, the label of a record, and what is searched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from ..fields.reference import Reference
from ..model.entity import Entity
from ..model.usual_form import usual
from .kept import ID, LABEL, LABEL_SEARCH, SEARCH, Kept, Model

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_MOST_AT_ONCE = 500
"""Values in one statement; every database allows at least that many."""

T = TypeVar("T")
Labels = Mapping[tuple[str, int], str]
"""The labels of records that are pointed to, by entity key and id."""


class Shown(dict[str, str]):
    """The texts of a record by field key, with ``state``, ``created_at`` and ``updated_at``.

    ``label`` is how the record is called; it is also there as a key unless a field has that key.
    """

    def __init__(self, texts: Mapping[str, str], label: str) -> None:
        super().__init__({"label": label, **texts})
        self.label = label


def in_batches(items: Sequence[T], size: int = _MOST_AT_ONCE) -> Iterator[Sequence[T]]:
    """Yield ``items`` in parts that one statement can hold."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def labels_of(
    connection: Connection, model: Model, kept: Kept, records: Iterable[Mapping[str, Any]]
) -> Labels:
    """Return the labels of everything that the values of ``records`` point to."""
    wanted: dict[str, set[int]] = {}
    for values in records:
        for field in kept.references:
            if values.get(field.key) is not None:
                wanted.setdefault(field.entity, set()).add(values[field.key])
    labels: dict[tuple[str, int], str] = {}
    for key, ids in wanted.items():
        if target := model.kept.get(key):
            labels |= {(key, id): label for id, label in labels_by_id(connection, target, ids)}
    return labels


def labels_by_id(
    connection: Connection, kept: Kept, ids: Iterable[int]
) -> Iterator[tuple[int, str]]:
    """Yield id and label of the records with ``ids``."""
    columns = kept.table.c
    for some in in_batches(sorted(id for id in ids if abs(id) < 2**63)):
        found = select(columns[ID], columns[LABEL]).where(columns[ID].in_(some))
        yield from ((row[0], row[1]) for row in connection.execute(found))


def texts_of(kept: Kept, values: Mapping[str, Any], labels: Labels) -> dict[str, str]:
    """Return the texts of ``values`` by field key, and the title of the state."""
    texts = {}
    for key, field in kept.entity.fields.items():
        value = values.get(key)
        if value is not None and isinstance(field, Reference):
            texts[key] = labels.get((field.entity, value), f"#{value}")
        else:
            texts[key] = field.show(value)
    texts["state"] = kept.state_title(values.get("state"))
    return texts


def moments_of(record: Entity) -> dict[str, str]:
    """Return when ``record`` was made and changed, as texts."""
    kind = type(record)
    return {
        "created_at": kind.created_at.show(record.created_at),
        "updated_at": kind.updated_at.show(record.updated_at),
    }


def label_template(entity: type[Entity]) -> str:
    """Return the label of ``entity`` with its placeholders: its own, or its first field."""
    first = next(iter(entity.fields), "")
    return entity.about.label or (f"{{{first}}}" if first else "")


def label_of(entity: type[Entity], texts: Mapping[str, str], id: int) -> str:
    """Return how the record with ``texts`` is called; its number when that would be nothing."""
    return filled(label_template(entity), texts).strip() or f"#{id}"


def filled(template: str, texts: Mapping[str, str]) -> str:
    """Return ``template`` with ``texts`` in the place of its ``{field}``; others stay as they are."""
    return _PLACEHOLDER.sub(lambda found: texts.get(found[1], found[0]), template)


def named_in_label(kept: Kept) -> Sequence[Reference]:
    """Return the references whose labels are part of this entity's label."""
    names = set(_PLACEHOLDER.findall(label_template(kept.entity)))
    return [field for field in kept.references if field.key in names]


def folded(text: str) -> str:
    """Return ``text`` without differences of width, case and spacing, as it is searched."""
    return " ".join(usual(text).casefold().split())


def found_by(kept: Kept, texts: Mapping[str, str], id: int) -> dict[str, str]:
    """Return what is stored beside the values of a record: its label, and what searches look through.

    The labels of references are not in the search text: they are looked up when somebody searches,
    so that they are never out of date.
    """
    label = label_of(kept.entity, texts, id)
    references = {field.key for field in kept.references}
    searched = [label, *(text for key, text in texts.items() if text and key not in references)]
    return {
        LABEL: label,
        LABEL_SEARCH: folded(label),
        SEARCH: "\n".join(dict.fromkeys(map(folded, searched))),
    }
