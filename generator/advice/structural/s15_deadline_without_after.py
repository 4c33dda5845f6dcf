"""A deadline, and nothing that happens after it.

Software can warn, escalate or close; somebody has to say which, and to whom.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import Spec

BLOCKS = Blocks.DECISION


def find(spec: Spec) -> Iterator[Gap]:
    """Find steps with a deadline and without what follows it."""
    for key, process in spec.processes.items():
        for name, step in process.steps.items():
            if step.deadline and not step.overdue:
                values = {"deadline": step.deadline}
                yield Gap(("processes", key, "steps", name), "", values)
