"""Records that nobody ever sees, or that nobody ever enters.

Records that stand in the spec as rows come from elsewhere and need no form.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import Spec

BLOCKS = Blocks.PROTOTYPE

_ENTERING = {"form", "wizard"}
_NOT_SHOWING = {*_ENTERING, "detail"}
"""The details of a record have to be opened from a screen that shows several."""


def find(spec: Spec) -> Iterator[Gap]:
    """Find entities without a screen that shows their records, or one that makes them."""
    kinds: dict[str | None, set[str | None]] = {}
    for screen in spec.screens.values():
        kinds.setdefault(screen.entity, set()).add(screen.kind)
        for tile in screen.tiles:
            kinds.setdefault(tile.count or tile.chart, set()).add("list")
    for key, entity in spec.entities.items():
        found = kinds.get(key, set())
        if not found - _NOT_SHOWING:
            yield Gap(("entities", key), "shown")
        if found.isdisjoint(_ENTERING) and not entity.rows:
            yield Gap(("entities", key), "created")
