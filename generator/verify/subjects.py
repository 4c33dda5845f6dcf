"""What is verified: the screens and processes of a prototype, each with its module of tests."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.naming import identifier
from generator.plan import Plan, ProcessTests, ScreenPlan
from generator.spec.model import OUT, UNDECIDED, EntityField, Spec, State, Transition
from generator.spec.problems import Path
from generator.spec.source import Source


class Kind(StrEnum):
    """The kinds of subjects."""

    SCREEN = "screen"
    PROCESS = "process"


@dataclass(frozen=True)
class Place:
    """Where something is written in the spec: line and column, from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Subject:
    """A screen or a process.

    ``module`` is the path of its tests in the prototype; ``screens`` are the paths of the screens
    that they open and ``classes`` the entities that these show, all of them when it is empty.
    ``features`` are the ids of the features that one meets there. ``titles`` are those of the ids
    that occur in tests: roles, fields, transitions, states.
    """

    key: str
    kind: Kind
    title: str
    module: str
    screens: tuple[str, ...]
    classes: tuple[str, ...]
    features: tuple[str, ...]
    place: Place
    titles: Mapping[str, str]


def subjects_of(
    spec: Spec,
    plan: Plan,
    processes: Iterable[ProcessTests],
    source: Source,
    tested: Collection[str],
) -> Iterator[Subject]:
    """Yield what the tests of the prototype ``plan`` are about, in the order of the spec.

    ``tested`` are the paths of the modules that there are.
    """
    for screen in plan.screens:
        module = f"tests/test_{screen.module}.py"
        if module in tested:
            yield Subject(
                key=screen.key,
                kind=Kind.SCREEN,
                title=screen.title,
                module=module,
                screens=(_path(screen),),
                classes=tuple(_classes(screen, plan)),
                features=tuple(features_on(screen, spec)),
                place=_place(source, screen),
                titles=_titles(spec, screen),
            )

    for process in processes:
        module, opened = f"tests/test_{process.module}.py", set(process.screens)
        screens = [screen for screen in plan.screens if screen.module in opened]
        steps = {f"{process.key}.{step}" for step in spec.processes[process.key].steps}
        span = source.key_span(("processes", process.key))
        yield Subject(
            key=process.key,
            kind=Kind.PROCESS,
            title=process.title,
            module=module,
            screens=tuple(map(_path, screens)),
            classes=tuple(dict.fromkeys(name for s in screens for name in _classes(s, plan))),
            features=tuple(key for key, f in spec.features.items() if steps & set(f.step)),
            place=Place(span.line, span.column),
            titles={},
        )


def _path(screen: ScreenPlan) -> str:
    return f"prototype/screens/{screen.module}.py"


def _classes(screen: ScreenPlan, plan: Plan) -> Iterator[str]:
    """Yield the class of a screen's entity and those that its records refer to."""
    if screen.entity:
        near = {screen.entity.key, *(field.spec.entity for field in screen.entity.fields)}
        yield from (entity.class_name for entity in plan.entities if entity.key in near)


def _place(source: Source, screen: ScreenPlan) -> Place:
    """Return where a screen is written; one that was derived stands for its entity."""
    written = source.value.get("screens") if isinstance(source.value, dict) else None
    is_written = isinstance(written, dict | list) and screen.key in written
    path: Path = ("screens", screen.key)
    if screen.entity and not is_written:
        path = ("entities", screen.entity.key)
    span = source.key_span(path)
    return Place(span.line, span.column)


def features_on(screen: ScreenPlan, spec: Spec) -> list[str]:
    """Return the features that one meets on ``screen``, in the order of the spec.

    A feature that no element names is met on the screens of its steps, once it is to be built.
    """
    used = {screen.spec.feature, *(tile.feature for tile in screen.spec.tiles)}
    used |= {step.feature for step in screen.spec.steps.values()}
    for use in screen.shown:
        used |= {use.feature, use.field.spec.feature if use.field else None}
    if screen.entity:
        placing = (screen.spec.by, screen.spec.date, screen.spec.location)
        by = (screen.entity.field(name) for name in placing if name)
        used |= {field.spec.feature for field in by if field}
    if screen.entity and screen.spec.traits.acts:
        used |= {transition.feature for transition in screen.entity.spec.transitions.values()}
    steps = {
        f"{process}.{key}"
        for process, whole in spec.processes.items()
        for key, step in whole.steps.items()
        if step.screen == screen.key
    }
    return [
        key
        for key, feature in spec.features.items()
        if key in used
        or (
            steps & set(feature.step)
            and feature.phase not in (OUT, UNDECIDED)
            and not _placed(key, spec)
        )
    ]


def _placed(feature: str, spec: Spec) -> bool:
    """Tell whether a screen or an element names ``feature``: then its steps need not say where."""
    named = {screen.feature for screen in spec.screens.values()}
    for screen in spec.screens.values():
        named |= {use.feature for use in (*screen.columns, *screen.filters, *screen.fields)}
        named |= {tile.feature for tile in screen.tiles}
        named |= {step.feature for step in screen.steps.values()}
    for entity in spec.entities.values():
        named |= {field.feature for field in entity.fields.values()}
        named |= {transition.feature for transition in entity.transitions.values()}
    return feature in named


def _titles(spec: Spec, screen: ScreenPlan) -> dict[str, str]:
    titles = {key: role.title for key, role in spec.roles.items()}
    if screen.entity:
        whole = screen.entity.spec
        named: list[Mapping[str, State | Transition | EntityField]]
        named = [whole.states, whole.transitions, whole.fields]
        for parts in named:
            titles |= {identifier(key): part.title for key, part in parts.items()}
            titles |= {key: part.title for key, part in parts.items()}
    return titles
