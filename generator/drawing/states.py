"""The states of a record: from where to where, by which transition, and who may take it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.messages import text
from generator.spec.model import Entity, Spec, Transition

from .drawing import Drawing
from .mermaid import BREAK, escaped


def choices(spec: Spec) -> dict[str, str]:
    """Return the entities whose records have states."""
    return {key: entity.title for key, entity in spec.entities.items() if entity.states}


def draw(spec: Spec, chosen: str) -> Drawing:
    """Draw the states of the entity ``chosen``."""
    entity = spec.entities[chosen]
    heads = ("from", "transition", "to", "by")
    return Drawing(
        "\n".join(_lines(spec, entity)),
        tuple(text(f"drawing.{head}") for head in heads),
        tuple(_rows(spec, entity)),
    )


def _lines(spec: Spec, entity: Entity) -> Iterator[str]:
    ids = {key: f"s{number}" for number, key in enumerate(entity.states)}
    yield "stateDiagram-v2"
    for key, state in entity.states.items():
        yield f'state "{escaped(state.title)}" as {ids[key]}'
    yield f"[*] --> {ids[str(entity.initial_state)]}"
    for start, transition in _ways(entity):
        label = escaped(transition.title)
        if transition.by:
            label += BREAK + escaped(text("drawing.in_brackets", content=_by(spec, transition)))
        yield f"{ids[start]} --> {ids[transition.to]} : {label}"
    for key, state in entity.states.items():
        if state.final:
            yield f"{ids[key]} --> [*]"


def _ways(entity: Entity) -> Iterator[tuple[str, Transition]]:
    """Yield each transition with each of the states from which it can be taken."""
    for transition in entity.transitions.values():
        for start in transition.from_:
            if start in entity.states and transition.to in entity.states:
                yield start, transition


def _rows(spec: Spec, entity: Entity) -> Iterator[tuple[str, ...]]:
    yield text("drawing.new_record"), "", _called(entity, str(entity.initial_state)), ""
    for start, transition in _ways(entity):
        who = _by(spec, transition) or text("drawing.everybody")
        ends = _called(entity, start), _called(entity, transition.to)
        yield ends[0], transition.title, ends[1], who


def _called(entity: Entity, key: str) -> str:
    state = entity.states[key]
    return text("drawing.final", title=state.title) if state.final else state.title


def _by(spec: Spec, transition: Transition) -> str:
    titles = (spec.roles[role].title if role in spec.roles else role for role in transition.by)
    return text("drawing.comma").join(titles)
