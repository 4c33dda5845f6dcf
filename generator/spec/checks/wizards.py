"""A step of a wizard asks for something, and no field is asked for twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.spec.model import Spec
from generator.spec.problems import Finding
from generator.spec.vocabulary import Vocabulary


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check the steps of every screen."""
    for key, screen in spec.screens.items():
        asked: dict[str, str] = {}
        for step_key, step in screen.steps.items():
            path = ("screens", key, "steps", step_key)
            if not step.fields:
                fields = ((*path, "fields"),)
                yield Finding("empty_step", path, {"title": step.title}, depends_on=fields)
            for index, name in enumerate(step.fields):
                if name in asked:
                    values = {"name": name, "title": asked[name]}
                    yield Finding("double_field", (*path, "fields", index), values)
                asked.setdefault(name, step.title)
