"""Every name that stands for another part of the spec must be the name of one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.spec.model import OUT, TILE_KINDS, UNDECIDED, Entity, Screen, Spec
from generator.spec.problems import Finding, Path, unknown
from generator.spec.vocabulary import Vocabulary

_NAMED = ("features", "screens", "entities", "goals", "processes", "roles", "phases", "glossary")


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Look up every role, entity, state, feature, screen, step, goal and phase."""
    yield from _processes(spec)
    for key, entity in spec.entities.items():
        yield from _fields(spec, ("entities", key), entity)
        yield from _transitions(spec, ("entities", key), entity)
    for key, screen in spec.screens.items():
        yield from _screen(spec, ("screens", key), screen)
    yield from _features(spec)
    for key, goal in spec.goals.items():
        yield from _known("goal", ("goals", key, "parent"), goal.parent, spec.goals, ("goals",))
    yield from _questions(spec)


def steps_of(spec: Spec) -> dict[str, Path]:
    """Return where each step stands, by the name that features use: ``P1.S1``."""
    return {
        f"{process_key}.{key}": ("processes", process_key, "steps", key)
        for process_key, process in spec.processes.items()
        for key in process.steps
    }


def _known(
    what: str, path: Path, names: str | Iterable[str] | None, known: Collection[str], home: Path
) -> Iterator[Finding]:
    """Yield a finding for each of ``names`` that is not ``known``."""
    if isinstance(names, str):
        names = (names,)
    for index, name in enumerate(names or ()):
        if name not in known:
            yield unknown(what, (*path, index), name, known, (*home, name))


def _feature(spec: Spec, path: Path, name: str | None) -> Iterator[Finding]:
    yield from _known("feature", (*path, "feature"), name, spec.features, ("features",))


def _processes(spec: Spec) -> Iterator[Finding]:
    for key, process in spec.processes.items():
        at: Path = ("processes", key)
        yield from _known("goal", (*at, "goal"), process.goal, spec.goals, ("goals",))
        for step_key, step in process.steps.items():
            here = (*at, "steps", step_key)
            yield from _known("role", (*here, "actor"), step.actor, spec.roles, ("roles",))
            yield from _known("screen", (*here, "screen"), step.screen, spec.screens, ("screens",))
            if step.action:
                yield from _action(spec, (*here, "action"), step.screen, step.action)


def _action(spec: Spec, path: Path, screen: str | None, action: str) -> Iterator[Finding]:
    """The action of a step is a transition of its screen's entity; without one, of any entity."""
    if screen is not None and screen not in spec.screens:
        return
    key = spec.screens[screen].entity if screen else None
    entities = {key: spec.entities[key]} if key in spec.entities else spec.entities
    known = [name for entity in entities.values() for name in entity.transitions]
    home: Path = ("entities", key, "transitions") if key in spec.entities else ("entities",)
    yield from _known("transition", path, action, known, home)


def _fields(spec: Spec, path: Path, entity: Entity) -> Iterator[Finding]:
    for key, field in entity.fields.items():
        here = (*path, "fields", key)
        yield from _feature(spec, here, field.feature)
        yield from _known("entity", (*here, "entity"), field.entity, spec.entities, ("entities",))


def _transitions(spec: Spec, path: Path, entity: Entity) -> Iterator[Finding]:
    states, fields = (*path, "states"), (*path, "fields")
    for key, transition in entity.transitions.items():
        here = (*path, "transitions", key)
        if entity.states:  # without any, that is what is reported
            yield from _known("state", (*here, "from"), transition.from_, entity.states, states)
            yield from _known("state", (*here, "to"), transition.to, entity.states, states)
        yield from _known("role", (*here, "by"), transition.by, spec.roles, ("roles",))
        yield from _known("field", (*here, "requires"), transition.requires, entity.fields, fields)
        yield from _feature(spec, here, transition.feature)


def _screen(spec: Spec, path: Path, screen: Screen) -> Iterator[Finding]:
    yield from _known("role", (*path, "roles"), screen.roles, spec.roles, ("roles",))
    yield from _known("entity", (*path, "entity"), screen.entity, spec.entities, ("entities",))
    yield from _feature(spec, path, screen.feature)
    for part in ("columns", "filters", "fields"):
        for index, use in enumerate(getattr(screen, part)):
            yield from _feature(spec, (*path, part, index), use.feature)
    for step_key, step in screen.steps.items():
        yield from _feature(spec, (*path, "steps", step_key), step.feature)
    for index, tile in enumerate(screen.tiles):
        here = (*path, "tiles", index)
        yield from _feature(spec, here, tile.feature)
        for name in TILE_KINDS:
            key = getattr(tile, name)
            yield from _known("entity", (*here, name), key, spec.entities, ("entities",))


def _features(spec: Spec) -> Iterator[Finding]:
    phases = {**spec.phases, OUT: None, UNDECIDED: None}
    steps = steps_of(spec)
    for key, feature in spec.features.items():
        at: Path = ("features", key)
        yield from _known("goal", (*at, "goal"), feature.goal, spec.goals, ("goals",))
        yield from _steps(spec, (*at, "step"), feature.step, steps)
        yield from _known("feature", (*at, "needs"), feature.needs, spec.features, ("features",))
        yield from _known("phase", (*at, "phase"), feature.phase, phases, ("phases",))
        for index, decision in enumerate(feature.decisions):
            here = (*at, "decisions", index, "phase")
            yield from _known("phase", here, decision.phase, phases, ("phases",))


def _steps(
    spec: Spec, path: Path, names: Iterable[str], steps: dict[str, Path]
) -> Iterator[Finding]:
    for index, name in enumerate(names):
        if name not in steps:
            process, _, step = name.partition(".")
            here, wanted = (*path, index), ("processes", process)
            if step and process not in spec.processes:
                yield unknown("process", here, process, spec.processes, wanted, at_text=process)
            else:
                yield unknown("step", here, name, steps, (*wanted, "steps", step))


def _questions(spec: Spec) -> Iterator[Finding]:
    about = dict.fromkeys(_everything(spec)) if spec.questions else {}
    for key, question in spec.questions.items():
        name = question.about
        if name is not None and name not in about:
            yield unknown("element", ("questions", key, "about"), name, about, *_homes(name))


def _homes(name: str) -> Iterator[Path]:
    """Yield where a part called ``name`` could stand."""
    owner, _, part = name.rpartition(".")
    if not owner:
        yield from ((home, name) for home in _NAMED)
    yield "processes", owner, "steps", part
    yield from (("entities", owner, home, part) for home in ("fields", "states", "transitions"))


def _everything(spec: Spec) -> Iterator[str]:
    """Yield the name of every part that a question can be about."""
    for home in _NAMED:
        yield from getattr(spec, home)
    yield from steps_of(spec)
    for key, entity in spec.entities.items():
        for name in (*entity.fields, *entity.states, *entity.transitions):
            yield f"{key}.{name}"
