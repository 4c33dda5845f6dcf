"""The titles of parts of the spec, as people call them: not their keys."""

from __future__ import annotations

from generator.spec.model import Spec


def step_title(spec: Spec, key: str) -> str:
    """Return the title of the step ``P1.S2``."""
    process, _, step = key.partition(".")
    found = spec.processes.get(process)
    if found is None or step not in found.steps:
        return key
    return f"{found.title} / {found.steps[step].title}"


def part_title(spec: Spec, part: str) -> str:
    """Return the title of a part: a feature, a screen, a field, a transition."""
    whole = (spec.features, spec.screens, spec.goals, spec.processes, spec.roles, spec.phases)
    for parts in whole:
        if part in parts:
            return str(parts[part].title)
    entity, _, inner = part.partition(".")
    found = spec.entities.get(entity)
    if found is None:
        return step_title(spec, part)
    for inner_parts in (found.fields, found.transitions, found.states):
        if inner in inner_parts:
            return f"{found.title} / {inner_parts[inner].title or inner}"
    return found.title
