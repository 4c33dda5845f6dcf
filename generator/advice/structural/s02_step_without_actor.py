"""A step that nobody does.

Each section takes it for the work of the other one; the prototype has no role to show it as.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import Spec

BLOCKS = Blocks.PROTOTYPE


def find(spec: Spec) -> Iterator[Gap]:
    """Find steps without an actor."""
    for key, process in spec.processes.items():
        for name, step in process.steps.items():
            if not step.actor:
                yield Gap(("processes", key, "steps", name))
