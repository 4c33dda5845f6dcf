"""States and transitions that hang together, and decisions that agree with their feature."""

from __future__ import annotations

from collections.abc import Iterator

from generator.spec.model import Spec
from generator.spec.problems import Finding, Path
from generator.spec.vocabulary import Vocabulary


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check the states of every entity and the decisions of every feature."""
    for key, entity in spec.entities.items():
        path: Path = ("entities", key)
        initial = [name for name, state in entity.states.items() if state.initial]
        for name in initial[1:]:
            values = {"state": name, "other": initial[0]}
            yield Finding("two_initial", (*path, "states", name, "initial"), values)
        if entity.transitions and not entity.states:
            yield Finding(
                "no_states",
                (*path, "transitions"),
                {"entity": key},
                at_key=True,
                depends_on=((*path, "states"),),
            )
    yield from _decisions(spec)


def _decisions(spec: Spec) -> Iterator[Finding]:
    """The phase of a feature is the one last decided: a bad merge of two files breaks this."""
    seen: dict[str, str] = {}
    for key, feature in spec.features.items():
        path: Path = ("features", key)
        for index, decision in enumerate(feature.decisions):
            if decision.id in seen:
                values = {"id": decision.id, "other": seen[decision.id]}
                yield Finding("double_decision", (*path, "decisions", index, "id"), values)
            seen[decision.id] = key
        if feature.decisions and feature.decisions[-1].phase != feature.phase:
            values = {"phase": feature.phase, "decided": feature.decisions[-1].phase}
            by = ((*path, "phase"), (*path, "decisions"))
            yield Finding("phase_not_decided", (*path, "phase"), values, depends_on=by)
