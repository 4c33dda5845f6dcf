"""Ways through the states of an entity, so that sample records stand everywhere on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from ...model.entity import Flow, Transition


def reachable(flow: Flow) -> Sequence[str]:
    """Return the states that can be reached from the initial one, it included, nearest first."""
    found = list(_ways(flow, Random(0)))
    return [flow.initial, *found] if flow.initial is not None else []


def way(flow: Flow, state: str | None, random: Random) -> Sequence[Transition]:
    """Return transitions that lead from the initial state to ``state``, as few as can be.

    Nothing when it is the initial state or can't be reached.
    """
    return _ways(flow, random).get(state or "", ())


def _ways(flow: Flow, random: Random) -> Mapping[str, Sequence[Transition]]:
    """Return the way to every state that can be reached; equals are chosen by chance."""
    if flow.initial is None:
        return {}
    ways: dict[str, Sequence[Transition]] = {flow.initial: ()}
    waiting = [flow.initial]
    while waiting:
        here = waiting.pop(0)
        onward = [t for t in flow.transitions.values() if here in t.from_ and t.to in flow.states]
        random.shuffle(onward)
        for transition in onward:
            if transition.to not in ways:
                ways[transition.to] = [*ways[here], transition]
                waiting.append(transition.to)
    del ways[flow.initial]
    return ways
