"""The parts of a spec that advice is about: their titles, their ids in questions, who answers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.messages import Language, text
from generator.spec.model import Spec
from generator.spec.problems import Path

_INNER = ("fields", "states", "transitions")


def about(path: Path) -> str | None:
    """Return the id of the part at ``path`` as ``about:`` takes it, None for the whole spec."""
    match path:
        case ("processes", key, "steps", step, *_):
            return f"{key}.{step}"
        case ("entities", key, home, inner, *_) if home in _INNER:
            return f"{key}.{inner}"
        case (home, key, *_) if home not in ("project", "questions", "advice"):
            return str(key)
    return None


def name(spec: Spec, path: Path) -> str:
    """Return the title of the part at ``path``."""
    match path:
        case ("processes", str(key), "steps", str(step), *_):
            return spec.processes[key].steps[step].title
        case ("entities", str(key), "fields" | "states" | "transitions" as home, str(inner), *_):
            entity = spec.entities[key]
            return f"{entity.title} / {getattr(entity, home)[inner].title or inner}"
        case ("glossary", str(word), *_):
            return word
        case (str(home), str(key), *_) if home != "project":
            return str(getattr(spec, home)[key].title)
    return spec.project.title


def title(spec: Spec, path: Path, language: Language | None = None) -> str:
    """Return the title of the part at ``path`` with its kind, and its id where people use it."""
    called = name(spec, path)
    match path:
        case ("processes", key, "steps", step, *_):
            return _label("step", f"{key}.{step} {called}", language)
        case ("entities", _, "fields" | "states" | "transitions" as home, _, *_):
            return _label(home, called, language)
        case ("goals" | "phases" | "features" | "processes" as home, key, *_):
            return _label(home, f"{key} {called}", language)
    return _label(str(path[0]), called, language)


def _label(what: str, called: str, language: Language | None) -> str:
    return text("advice.part", language, what=text(f"advice.part.{what}", language), name=called)


def answerer(spec: Spec, path: Path) -> str:
    """Return the role that is to answer what is asked about the part at ``path``.

    It is the one that does the work: of a feature's first step, of a step, or who acts on a record
    or sees a screen. Empty where the whole team has to.
    """
    return next((role for role in _workers(spec, path) if role in spec.roles), "")


def _workers(spec: Spec, path: Path) -> Iterator[str]:
    match path:
        case ("features", str(key), *_):
            for step in spec.features[key].step:
                process, _, inner = step.partition(".")
                yield from _workers(spec, ("processes", process, "steps", inner))
        case ("processes", str(key), "steps", str(inner), *_) if key in spec.processes:
            found = spec.processes[key].steps.get(inner)
            if found is not None and found.actor:
                yield found.actor
        case ("entities", str(key), "transitions", str(inner), *_):
            yield from spec.entities[key].transitions[inner].by
        case ("entities", str(key), *_):
            for transition in spec.entities[key].transitions.values():
                yield from transition.by
            for screen in spec.screens.values():
                if screen.entity == key:
                    yield from screen.roles
        case ("screens", str(key), *_):
            yield from spec.screens[key].roles
        case ("roles", str(key), *_):
            yield key
