"""Undo: a new decision that reverses the last one; nothing is erased."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.spec.model import UNDECIDED

from .actions import Decide


def reversal(
    feature: str, records: Sequence[Mapping[str, str]], *, by: str, reason: str
) -> Decide | None:
    """Return the decision that takes back the last of ``records``, None when there is none.

    ``records`` are the decisions on ``feature`` as they are written, the last one last.
    """
    if not records:
        return None
    last = records[-1]
    return Decide(
        feature=feature,
        phase=last.get("from") or UNDECIDED,
        by=by,
        reason=reason,
        seen=last.get("phase"),
    )
