"""Several organizations, and no decision whether records are shared by all or kept by each.

It decides who sees whose records. The spec decides it by a field whose choices are the
organizations, by a reference to such a record, or by a text that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.advice.passages import passages
from generator.advice.rules import Blocks, Gap
from generator.spec.model import Entity, Spec

BLOCKS = Blocks.DECISION

_DECIDED = re.compile(
    "共通|全団体|各(?:市|町|村|団体)|(?:市町村?|団体|自治体)ごと|団体別"
    "|(?i:\\b(?:in common|shared by all|each (?:town|organi[sz]ation)|per organi[sz]ation)\\b)"
)


def find(spec: Spec) -> Iterator[Gap]:
    """Find the entities for which it is not decided, as one question."""
    organizations = set(spec.project.organizations)
    if len(organizations) < 2 or any(_DECIDED.search(text) for _, text in passages(spec)):
        return
    owned = {k for k, entity in spec.entities.items() if _belongs(entity, organizations)}
    open_ones = [
        entity.title
        for key, entity in spec.entities.items()
        if key not in owned and not any(f.entity in owned for f in entity.fields.values())
    ]
    if open_ones:
        values = {"entities": "・".join(open_ones[:5]), "count": len(organizations)}
        yield Gap(("project",), "", values)


def _belongs(entity: Entity, organizations: set[str]) -> bool:
    return any(organizations <= set(field.choices) for field in entity.fields.values())
