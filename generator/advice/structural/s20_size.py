"""A feature that is much larger or much smaller than the others.

With ten sentences it is several that could come in different phases; with three words it may be a
part of another. Sizes are compared with the one in the middle.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from generator.advice.lexicon import sentences
from generator.advice.rules import Blocks, Gap
from generator.spec.model import OUT, Feature, Spec

BLOCKS = Blocks.WORDING

_FEWEST = 4
_TIMES = 5
_MANY_SENTENCES = 5


def find(spec: Spec) -> Iterator[Gap]:
    """Find features that are five times as long, or a fifth, of what is usual in this spec."""
    planned = {key: f for key, f in spec.features.items() if f.phase != OUT}
    if len(planned) < _FEWEST:
        return
    usual = median(map(_size, planned.values()))
    for key, feature in planned.items():
        count = sum(1 for _ in sentences(feature.detail or ""))
        if count >= _MANY_SENTENCES and _size(feature) > _TIMES * usual:
            yield Gap(("features", key), "large", {"count": count})
        elif _size(feature) * _TIMES < usual:
            yield Gap(("features", key), "small")


def _size(feature: Feature) -> int:
    return len(feature.title) + len(feature.detail or "")
