"""A state that can't be left though it is not final, or that nothing leads to.

A record that gets stuck there is found months later.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import Spec

BLOCKS = Blocks.PROTOTYPE


def find(spec: Spec) -> Iterator[Gap]:
    """Find states without a way out or in."""
    for key, entity in spec.entities.items():
        left = {state for way in entity.transitions.values() for state in way.from_}
        reached = {way.to for way in entity.transitions.values()} | {entity.initial_state}
        for name, state in entity.states.items():
            if name not in reached:
                yield Gap(("entities", key, "states", name), "reached")
            elif not state.final and name not in left:
                yield Gap(("entities", key, "states", name), "left")
