"""Goals that are their own parents and features that need themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.spec.model import Spec
from generator.spec.problems import Finding
from generator.spec.vocabulary import Vocabulary


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Find circles among the parents of goals and the needs of features."""
    parents = {key: [goal.parent] if goal.parent else [] for key, goal in spec.goals.items()}
    for circle in circles(parents):
        yield Finding("circle", ("goals", circle[0], "parent"), {"circle": " → ".join(circle)})
    needs = {key: feature.needs for key, feature in spec.features.items()}
    for circle in circles(needs):
        yield Finding("circle", ("features", circle[0], "needs"), {"circle": " → ".join(circle)})


def circles(edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield a circle of ``edges`` for each that a walk from node to node runs into.

    Each is a list of nodes that ends with the one it begins with.
    """
    done: set[str] = set()
    for start in edges:
        trail: dict[str, Iterator[str]] = {}
        todo = [start] if start not in done else []
        while todo:
            node = todo[-1]
            if node not in trail:
                trail[node] = iter(edges.get(node, ()))
            following = next(trail[node], None)
            if following is None:
                done.add(todo.pop())
                del trail[node]
            elif following in trail:
                yield [*todo[todo.index(following) :], following]
            elif following not in done:
                todo.append(following)
