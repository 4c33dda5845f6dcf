"""A process without a volume: how often it happens is not known.

Ten a year need a list, a thousand a day need search, batches and somebody to pay for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import Spec

BLOCKS = Blocks.WORDING


def find(spec: Spec) -> Iterator[Gap]:
    """Find processes without a volume of their own or of any step."""
    for key, process in spec.processes.items():
        if not process.volume and not any(step.volume for step in process.steps.values()):
            yield Gap(("processes", key))
