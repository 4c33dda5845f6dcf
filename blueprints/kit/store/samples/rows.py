"""Records that the spec itself gives, turned from texts into values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from ...fields.file import File
from ...fields.reference import Reference
from ...model.field import Field, Invalid
from ..kept import ID, LABEL, Kept, Model
from ..shown import folded
from ..storable import fits


def values_of_row(
    connection: Connection, model: Model, kept: Kept, row: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the values of a row; what is not given is the field's default, or nothing.

    A reference is written as the label of the other record, as one of its texts, or as its number.
    What can't be read is left empty: the check of the spec has said so.
    """
    values: dict[str, Any] = {"state": _texts(row.get("state", ""))[0] or None}
    for key, field in kept.entity.fields.items():
        texts = _texts(row[key]) if key in row else ()
        if isinstance(field, Reference):
            values[key] = _record(connection, model.target(field), texts)
        else:
            value = _value(field, texts) if key in row else field.default
            fine = value is not None and fits(field, value, connection.dialect)
            values[key] = value if fine else None
    return values


def _texts(written: Any) -> Sequence[str]:
    return [str(text) for text in written] if isinstance(written, list | tuple) else [str(written)]


def _value(field: Field[Any], texts: Sequence[str]) -> Any:
    try:
        if isinstance(field, File):
            return field.parse("、".join(texts))
        if len(texts) > 1:
            return field.parse(list(texts))
        # A choice may be any text, also one that would be read as several.
        return field.parse(texts[0])
    except Invalid:
        return None


def _record(connection: Connection, target: Kept | None, texts: Sequence[str]) -> int | None:
    """Return the id of the record that is meant, None when there is none."""
    text = texts[0].strip() if texts else ""
    if target is None or not text:
        return None
    columns = target.table.c
    named = [columns[LABEL] == text, *_same_text(target, text)]
    if text.isascii() and text.isdigit() and len(text) < 18:
        named.append(columns[ID] == int(text))
    for here in named:
        found = connection.execute(select(columns[ID]).where(here).order_by(columns[ID]).limit(1))
        if (id := found.scalar()) is not None:
            return int(id)
    return None


def _same_text(target: Kept, text: str) -> list[Any]:
    """Return conditions: a field that is kept as text holds just ``text``."""
    return [
        column == text
        for column in target.columns.values()
        if column.type.python_type is str and folded(text)
    ]
