"""Every name that stands for another part of the spec must be the name of one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.spec.model import OUT, UNDECIDED, Entity, Spec
from generator.spec.problems import Finding, Path, nearest
from generator.spec.vocabulary import Vocabulary


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Look up every role, entity, state, feature, screen, step, goal and phase."""
    yield from _processes(spec)
    yield from _entities(spec)
    yield from _screens(spec)
    yield from _features(spec)
    for key, goal in spec.goals.items():
        if goal.parent:
            yield from _known("goal", ("goals", key, "parent"), [goal.parent], spec.goals)
    for key, question in spec.questions.items():
        if question.about:
            about = _everything(spec)
            yield from _known("element", ("questions", key, "about"), [question.about], about)


def steps_of(spec: Spec) -> list[str]:
    """Return every step as a feature names it: ``P1.S1``."""
    return [f"{p}.{s}" for p, process in spec.processes.items() for s in process.steps]


def _known(
    what: str, path: Path, names: Iterable[str], known: Collection[str]
) -> Iterator[Finding]:
    """Yield a finding for each of ``names`` that is not ``known``."""
    for index, name in enumerate(names):
        if name not in known:
            values = {
                "name": name,
                "nearest": nearest(name, known),
                "known": ", ".join(known) or "-",
            }
            yield Finding(f"unknown_{what}", (*path, index), values)


def _everything(spec: Spec) -> list[str]:
    """Return the name of every part that a question can be about."""
    parts = [*spec.features, *spec.screens, *spec.entities, *spec.goals, *spec.processes]
    parts += [*spec.roles, *steps_of(spec)]
    for key, entity in spec.entities.items():
        parts += [f"{key}.{part}" for part in (*entity.fields, *entity.transitions)]
    return parts


def _processes(spec: Spec) -> Iterator[Finding]:
    for key, process in spec.processes.items():
        at: Path = ("processes", key)
        if process.goal:
            yield from _known("goal", (*at, "goal"), [process.goal], spec.goals)
        for step_key, step in process.steps.items():
            here = (*at, "steps", step_key)
            if step.actor:
                yield from _known("role", (*here, "actor"), [step.actor], spec.roles)
            if step.screen:
                yield from _known("screen", (*here, "screen"), [step.screen], spec.screens)
            yield from _action(spec, here, step.screen, step.action)


def _action(spec: Spec, at: Path, screen: str | None, action: str | None) -> Iterator[Finding]:
    """The action of a step is a transition of the entity that its screen shows."""
    if action is None or screen not in spec.screens:
        return
    entity = spec.entities.get(spec.screens[screen].entity or "")
    known = entity.transitions if entity else {}
    yield from _known("transition", (*at, "action"), [action], known)


def _entities(spec: Spec) -> Iterator[Finding]:
    for key, entity in spec.entities.items():
        at: Path = ("entities", key)
        for field_key, field in entity.fields.items():
            here = (*at, "fields", field_key)
            if field.feature:
                yield from _known("feature", (*here, "feature"), [field.feature], spec.features)
            if field.entity:
                yield from _known("entity", (*here, "entity"), [field.entity], spec.entities)
        yield from _transitions(spec, at, entity)


def _transitions(spec: Spec, at: Path, entity: Entity) -> Iterator[Finding]:
    for key, transition in entity.transitions.items():
        here = (*at, "transitions", key)
        yield from _known("state", (*here, "from"), transition.from_, entity.states)
        yield from _known("state", (*here, "to"), [transition.to], entity.states)
        yield from _known("role", (*here, "by"), transition.by, spec.roles)
        yield from _known("field", (*here, "requires"), transition.requires, entity.fields)
        if transition.feature:
            names = [transition.feature]
            yield from _known("feature", (*here, "feature"), names, spec.features)


def _screens(spec: Spec) -> Iterator[Finding]:
    for key, screen in spec.screens.items():
        at: Path = ("screens", key)
        yield from _known("role", (*at, "roles"), screen.roles, spec.roles)
        if screen.entity:
            yield from _known("entity", (*at, "entity"), [screen.entity], spec.entities)
        if screen.feature:
            yield from _known("feature", (*at, "feature"), [screen.feature], spec.features)
        for part in ("columns", "filters", "fields"):
            for index, use in enumerate(getattr(screen, part)):
                if use.feature:
                    here = (*at, part, index, "feature")
                    yield from _known("feature", here, [use.feature], spec.features)
        for index, tile in enumerate(screen.tiles):
            if tile.feature:
                here = (*at, "tiles", index, "feature")
                yield from _known("feature", here, [tile.feature], spec.features)
            for name in ("count", "chart"):
                entity = getattr(tile, name)
                if entity:
                    yield from _known(
                        "entity", (*at, "tiles", index, name), [entity], spec.entities
                    )


def _features(spec: Spec) -> Iterator[Finding]:
    phases = [*spec.phases, OUT, UNDECIDED]
    for key, feature in spec.features.items():
        at: Path = ("features", key)
        yield from _known("goal", (*at, "goal"), feature.goal, spec.goals)
        yield from _known("step", (*at, "step"), feature.step, steps_of(spec))
        yield from _known("feature", (*at, "needs"), feature.needs, spec.features)
        yield from _known("phase", (*at, "phase"), [feature.phase], phases)
        for index, decision in enumerate(feature.decisions):
            here = (*at, "decisions", index)
            yield from _known("phase", (*here, "phase"), [decision.phase], phases)
