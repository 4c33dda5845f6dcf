"""Records that nobody ever sees, or that nobody ever enters.

Records that stand in the spec as rows come from elsewhere and need no form.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import Spec

BLOCKS = Blocks.PROTOTYPE


def find(spec: Spec) -> Iterator[Gap]:
    """Find entities without a screen that shows their records, or one that makes them."""
    screens = spec.screens.values()
    # A screen of one record has to be opened from one that shows several, so it does not count.
    shown = {screen.entity for screen in screens if screen.traits.many_records}
    shown |= {tile.entity for screen in screens for tile in screen.tiles}
    entered = {screen.entity for screen in screens if screen.traits.enters}
    for key, entity in spec.entities.items():
        if key not in shown:
            yield Gap(("entities", key), "shown")
        if key not in entered and not entity.rows:
            yield Gap(("entities", key), "created")
