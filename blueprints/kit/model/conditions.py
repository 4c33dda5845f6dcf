"""Conditions as people read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..texts import say
from .entity import Entity
from .field import Condition


def wanted_texts(entity: type[Entity], key: str, wanted: Sequence[str]) -> Iterator[str]:
    """Yield how the texts that a condition wants in ``key`` read."""
    states = entity.flow.states if key == "state" else {}
    field = entity.fields.get(key)
    for text in wanted:
        if text in states:
            yield states[text].title or text
        elif field and text:
            yield field.show(field.read(text)) or say("dashboard.empty")
        else:
            yield text or say("dashboard.empty")


def spoken_condition(entity: type[Entity], where: Condition) -> str:
    """Return what must be so: 「状態: 許可、利用済」."""
    comma = say("frame.comma")
    parts = []
    for key, wanted in where.items():
        title = entity.state.title if key == "state" else entity.fields[key].title
        texts = comma.join(wanted_texts(entity, key, wanted))
        parts.append(say("form.wrong_field", title=title, message=texts))
    return comma.join(parts)
