"""A screen has a kind that exists, an entity where its kind needs one, and keys its kind takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.spec.model import Screen, Spec
from generator.spec.problems import Finding, Path, Severity, nearest
from generator.spec.vocabulary import EVERY_SCREEN_TAKES, Vocabulary


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check kind, entity and keys of every screen."""
    for key, screen in spec.screens.items():
        path: Path = ("screens", key)
        kind = vocabulary.screen_kinds.get(screen.kind or "")
        if kind is None:
            yield _unknown_kind(path, screen, vocabulary)
            continue
        for name in sorted(screen.model_fields_set - EVERY_SCREEN_TAKES - kind.takes):
            takes = ", ".join(sorted(kind.takes)) or "-"
            values: dict[str, Any] = {"key": name, "kind": kind.name, "takes": takes}
            yield Finding("key_not_of_kind", (*path, name), values, at_key=True)
        for name in sorted(kind.needs - screen.model_fields_set):
            yield Finding("kind_needs", path, {"key": name, "kind": kind.name}, at_key=True)
        if kind.entity and screen.entity is None:
            values = {"kind": kind.name, "known": ", ".join(spec.entities) or "-"}
            yield Finding("kind_needs_entity", path, values, at_key=True)


def _unknown_kind(path: Path, screen: Screen, vocabulary: Vocabulary) -> Finding:
    known = vocabulary.known_kinds
    if screen.kind is None:
        return Finding("no_kind", path, {"known": ", ".join(known)}, at_key=True)
    here = (*path, "kind")
    if screen.kind in known:
        values: dict[str, Any] = {"kind": screen.kind, "title": screen.title}
        return Finding("kind_not_built", here, values, Severity.NOTICE)
    values = {
        "kind": screen.kind,
        "nearest": nearest(screen.kind, known),
        "known": ", ".join(known),
    }
    return Finding("unknown_kind", here, values)
