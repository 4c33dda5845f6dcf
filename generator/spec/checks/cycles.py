"""Goals that are their own parents, features that need themselves, formulas that go round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.spec.model import Spec
from generator.spec.problems import Finding, Path
from generator.spec.vocabulary import Vocabulary

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Find circles among the parents of goals, the needs of features and the formulas of fields."""
    parents = {key: [goal.parent] if goal.parent else [] for key, goal in spec.goals.items()}
    yield from _findings(("goals",), "parent", parents)
    needs = {key: feature.needs for key, feature in spec.features.items()}
    yield from _findings(("features",), "needs", needs)
    for entity_key, entity in spec.entities.items():
        formulas = {
            key: _PLACEHOLDER.findall(field.formula or "") for key, field in entity.fields.items()
        }
        yield from _findings(("entities", entity_key, "fields"), "formula", formulas)


def _findings(home: Path, by: str, edges: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    for circle in circles(edges):
        index = edges[circle[0]].index(circle[1])
        values = {"circle": " → ".join(circle)}
        yield Finding("circle", (*home, circle[0], by, index), values, at_text=circle[1])


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
