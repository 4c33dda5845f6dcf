"""A process in which nothing ever goes wrong.

Missing papers, the same thing twice, a day too late, no reception: they take most of the time of
those who do the work, and most of the screens.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import Spec

BLOCKS = Blocks.DECISION


def find(spec: Spec) -> Iterator[Gap]:
    """Find processes without an exception, their own or of any step."""
    for key, process in spec.processes.items():
        if not process.exceptions and not any(s.exceptions for s in process.steps.values()):
            yield Gap(("processes", key))
