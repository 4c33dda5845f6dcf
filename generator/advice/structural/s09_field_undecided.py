"""Fields about which nothing is decided but their name: type, whether they must be filled, choices.

A name alone becomes a line of text that may stay empty. That is a decision too, and nobody took it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import Entity, EntityField, Spec

BLOCKS = Blocks.PROTOTYPE

_CHOICES = ("choice", "multi_choice")
_OPEN = re.compile("未定|検討中|要確認|[?？]|(?i:\\btb[dca]\\b)")
_SAYS_NOTHING = {"title", "help", "feature", "was"}
_MOST_NAMED = 5


def find(spec: Spec) -> Iterator[Gap]:
    """Find, of each entity, bare fields, that none must be filled, and lists of open choices."""
    for key, entity in spec.entities.items():
        bare = [f.title for f in entity.fields.values() if f.model_fields_set <= _SAYS_NOTHING]
        if bare:
            more = "…" if len(bare) > _MOST_NAMED else ""
            values = {"fields": "・".join(bare[:_MOST_NAMED]) + more}
            yield Gap(("entities", key), "type", values)
        elif not any(_says_whether_required(field) for field in entity.fields.values()):
            yield Gap(("entities", key), "required")
        yield from _choices(key, entity)


def _says_whether_required(field: EntityField) -> bool:
    return bool({"required", "required_when"} & field.model_fields_set)


def _choices(key: str, entity: Entity) -> Iterator[Gap]:
    for name, field in entity.fields.items():
        is_open = len(field.choices) < 2 or any(map(_OPEN.search, field.choices))
        if field.type in _CHOICES and is_open:
            yield Gap(("entities", key, "fields", name), "choices")
