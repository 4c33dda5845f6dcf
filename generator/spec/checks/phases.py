"""The phases follow each other: none ends before the one that is written above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.spec.model import Spec
from generator.spec.problems import Finding, Severity
from generator.spec.vocabulary import Vocabulary

_MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})")


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Compare the ends that can be read as months; other words are left to people."""
    latest: tuple[tuple[int, int], str] | None = None
    for key, phase in spec.phases.items():
        found = _MONTH.match(phase.until or "")
        if found is None:
            continue
        month = int(found[1]), int(found[2])
        if latest and month < latest[0]:
            values = {"phase": key, "other": latest[1]}
            yield Finding("phase_order", ("phases", key, "until"), values, Severity.WARNING)
        latest = max(latest or (month, key), (month, key))
