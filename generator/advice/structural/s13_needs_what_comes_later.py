"""A feature of an early phase that needs one of a later phase, or one that is not to be made.

It can't be made when it is due.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import OUT, UNDECIDED, Spec

BLOCKS = Blocks.PROTOTYPE


def find(spec: Spec) -> Iterator[Gap]:
    """Find features with a phase that come before what they need."""
    order = {phase: number for number, phase in enumerate([*spec.phases, UNDECIDED, OUT])}
    for key, feature in spec.features.items():
        if feature.phase in spec.phases:
            needed = (name for name in feature.needs if name in spec.features)
            late = [n for n in needed if order[spec.features[n].phase] > order[feature.phase]]
            for name in late:
                yield Gap(("features", key), "", {"needed": spec.features[name].title}, other=name)
