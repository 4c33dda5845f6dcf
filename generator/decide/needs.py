"""Decisions that contradict what features need: nothing can come before what it needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.spec.model import OUT, UNDECIDED, Spec


@dataclass(frozen=True)
class Move:
    """``feature``, now in the phase ``now``, would have to move too, because of ``because``.

    With ``earlier`` that feature needs it; otherwise it needs that feature.
    """

    feature: str
    now: str
    because: str
    earlier: bool


def contradictions(spec: Spec, feature: str, phase: str) -> tuple[Move, ...]:
    """Return what would have to move to ``phase`` as well, were ``feature`` moved there.

    What ``feature`` needs must not come later than it, and what needs it not earlier, directly or
    by way of others. A feature that is out or undecided asks nothing of what it needs.
    """
    order = [*spec.phases, UNDECIDED, OUT]
    rank = {name: place for place, name in enumerate(order)}
    if phase not in rank:
        return ()
    target = rank[phase]
    needs = {key: part.needs for key, part in spec.features.items()}
    needed_by: dict[str, list[str]] = {key: [] for key in needs}
    for key, others in needs.items():
        for other in others:
            needed_by.setdefault(other, []).append(key)
    at = {key: part.phase for key, part in spec.features.items()}
    moves = []
    if phase in spec.phases:
        for other, because in _reached(feature, needs):
            if other in at and rank.get(at[other], len(order)) > target:
                moves.append(Move(other, at[other], because, earlier=True))
    for other, because in _reached(feature, needed_by):
        # One that is undecided or out asks nothing, so it may stay.
        if at[other] in spec.phases and rank[at[other]] < target:
            moves.append(Move(other, at[other], because, earlier=False))
    return tuple(moves)


def _reached(start: str, edges: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """Return all nodes that ``edges`` reach from ``start``, each with its predecessor."""
    found: dict[str, str] = {}
    todo = [start]
    for here in todo:
        for there in edges.get(here, ()):
            if there != start and there not in found:
                found[there] = here
                todo.append(there)
    return list(found.items())
