"""A screen on which a record is entered asks for its own fields only.

State and times are set by the prototype: a transition leads to another state.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.spec.model import Screen, Spec
from generator.spec.problems import Finding, Path
from generator.spec.vocabulary import Vocabulary

from .uses import record_fields


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check what is asked for where a record is entered."""
    for key, screen in spec.screens.items():
        entity = spec.entities.get(screen.entity or "")
        if entity is not None and screen.traits.enters:
            for path, name in _asked(("screens", key), screen):
                if name in record_fields(entity):
                    yield Finding("comes_by_itself", path, {"name": name}, at_text=name)


def _asked(path: Path, screen: Screen) -> Iterator[tuple[Path, str]]:
    """Yield the fields that are asked for, and where they are named."""
    for index, use in enumerate(screen.fields):
        yield (*path, "fields", index), use.field
    for key, step in screen.steps.items():
        for index, name in enumerate(step.fields):
            yield (*path, "steps", key, "fields", index), name
