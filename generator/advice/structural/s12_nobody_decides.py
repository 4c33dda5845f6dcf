"""A feature without a phase, and nobody who is asked to decide on it.

It stays undecided until the last meeting. A question about it that is put to somebody names them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import UNDECIDED, Spec

BLOCKS = Blocks.DECISION


def find(spec: Spec) -> Iterator[Gap]:
    """Find undecided features that no question to somebody is about."""
    put = {question.about for question in spec.questions.values() if question.to}
    for key, feature in spec.features.items():
        is_meant = bool(spec.phases) or "phase" in feature.model_fields_set
        if feature.phase == UNDECIDED and is_meant and key not in put:
            yield Gap(("features", key))
