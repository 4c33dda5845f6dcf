"""The slip: one record with a line for each field."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from ..model.entity import Entity
from ..model.field import Field
from ..page.screen import View
from ..page.widgets import words
from ..texts import say

_texts: ContextVar[dict[str, str]] = ContextVar("slip")


@contextmanager
def slip(view: View, entity: type[Entity], *, recipient: str = "") -> Iterator[None]:
    """Show the record in the address; the lines are named inside."""
    record = view.store.get(entity, view.record_id) if view.record_id is not None else None
    texts = dict(view.store.shown(entity, [record])[0]) if record else {}
    token = _texts.set(texts)
    if recipient:
        words(say("slip.to", who=recipient), "p")
    yield
    _texts.reset(token)


def line(field: Field[Any], *, title: str = "", feature: str = "") -> None:
    """Show one field."""
    words(f"{title or field.title}: {_texts.get().get(field.key, '')}", "p")
