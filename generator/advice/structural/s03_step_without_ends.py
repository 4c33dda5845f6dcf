"""A step without what starts it or what is left of it.

What comes out of the step before starts the next one, so only an end that neither of them tells is
asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import Spec

BLOCKS = Blocks.DECISION


def find(spec: Spec) -> Iterator[Gap]:
    """Find steps whose beginning or result is not told."""
    for key, process in spec.processes.items():
        handed_on = None
        for name, step in process.steps.items():
            starts = step.trigger or step.input or handed_on
            if not starts or not step.output:
                yield Gap(("processes", key, "steps", name), "output" if starts else "trigger")
            handed_on = step.output
