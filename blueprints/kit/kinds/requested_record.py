"""The record that a form is for: the one in the address, or a new one."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from ..model.entity import Entity
from ..model.field import Field, Invalid
from ..page.screen import View


def requested_record(view: View, entity: type[Entity]) -> Entity | None:
    """Return the record to be changed, a new one without an id, None when it is gone."""
    if view.record_id is not None:
        record: Entity | None = view.store.get(entity, view.record_id)
        return record
    return entity({field.key: field.default for field in entity.fields.values()})


def fill_in(view: View, field: Field[Any], record: Entity) -> None:
    """Begin with the value that the address has for ``field`` (``?date=2026-04-01``), if any.

    What holds several values, such as files, is never taken from an address.
    """
    text = view.query.get(field.key, "")
    if not text or field.computed or isinstance(field.typed(None), list):
        return
    with suppress(Invalid):
        value = field.parse(text)
        if value is not None and not field.problems(value):
            record.values[field.key] = value
