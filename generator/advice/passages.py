"""The texts of a spec in which people say what they want, each with its place."""

from __future__ import annotations

from collections.abc import Iterator

from generator.spec.model import OUT, Part, Spec
from generator.spec.problems import Path

Passage = tuple[Path, str]

_OF_GOAL = ("title", "measure", "now", "target", "by")
_OF_PROCESS = ("title", "volume", "exceptions")
_OF_STEP = (
    *("title", "wants", "trigger", "input", "output"),
    *("volume", "deadline", "overdue", "exceptions"),
)


def passages(spec: Spec) -> Iterator[Passage]:
    """Yield every text in which something is wished for; names and values are none.

    Nobody needs to make clear what was put out of scope.
    """
    yield from _texts(("project",), spec.project, ("description",))
    for key, phase in spec.phases.items():
        yield from _texts(("phases", key), phase, ("until",))
    for key, role in spec.roles.items():
        yield from _texts(("roles", key), role, ("who",))
    for key, goal in spec.goals.items():
        yield from _texts(("goals", key), goal, _OF_GOAL)
    for key, process in spec.processes.items():
        yield from _texts(("processes", key), process, _OF_PROCESS)
        for step_key, step in process.steps.items():
            yield from _texts(("processes", key, "steps", step_key), step, _OF_STEP)
    yield from _of_records(spec)
    for key, screen in spec.screens.items():
        yield from _texts(("screens", key), screen, ("help", "text"))
    for key, feature in spec.features.items():
        if feature.phase != OUT:
            yield from _texts(("features", key), feature, ("title", "detail"))
    for word, meaning in spec.glossary.items():
        yield ("glossary", word), meaning


def _of_records(spec: Spec) -> Iterator[Passage]:
    for key, entity in spec.entities.items():
        for name, field in entity.fields.items():
            yield from _texts(("entities", key, "fields", name), field, ("help",))


def _texts(path: Path, part: Part, names: tuple[str, ...]) -> Iterator[Passage]:
    for name in names:
        value = getattr(part, name)
        if isinstance(value, str):
            yield (*path, name), value
        elif value:
            yield from (((*path, name, index), text) for index, text in enumerate(value))
