"""A screen has a kind that exists, an entity where its kind needs one, and keys its kind takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.kinds.screen_kind import ScreenKind
from generator.spec.model import Screen, Spec
from generator.spec.problems import Finding, Path, Severity, Words
from generator.spec.vocabulary import EVERY_SCREEN_TAKES, Vocabulary


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check kind, entity and keys of every screen."""
    for key, screen in spec.screens.items():
        path: Path = ("screens", key)
        kind = vocabulary.screen_kinds.get(screen.kind or "")
        if kind is None:
            yield _unknown_kind(path, screen, vocabulary)
        else:
            yield from _not_taken(path, screen, kind, vocabulary)
            yield from _keys(path, screen, kind, spec)


def _not_taken(
    path: Path, screen: Screen, kind: ScreenKind, vocabulary: Vocabulary
) -> Iterator[Finding]:
    takes, by = Words(sorted(kind.takes)), ((*path, "kind"),)
    for name in sorted(screen.model_fields_set - EVERY_SCREEN_TAKES - kind.takes):
        taking = [key for key, other in vocabulary.screen_kinds.items() if name in other.takes]
        values: dict[str, Any] = {"key": name, "kind": kind.name, "takes": takes}
        values["taking"] = Words(sorted(taking))
        yield Finding("key_not_of_kind", (*path, name), values, at_key=True, depends_on=by)


def _keys(path: Path, screen: Screen, kind: ScreenKind, spec: Spec) -> Iterator[Finding]:
    home: Path = ("entities",)
    needed: tuple[Path, ...]
    for name in sorted(kind.needs):
        if not getattr(screen, name, None):
            values: dict[str, Any] = {"key": name, "kind": kind.name}
            needed = ((*path, name),)
            yield Finding("kind_needs", path, values, at_key=True, depends_on=needed)
    if kind.entity and screen.entity is None:
        values = {"kind": kind.name, "known": Words(spec.entities)}
        needed = (*path, "entity"), *((home,) if not spec.entities else ())
        yield Finding("kind_needs_entity", path, values, at_key=True, depends_on=needed)
    shown = spec.entities.get(screen.entity or "")
    by_state = kind.placed_by and kind.placed_by not in kind.needs
    if by_state and not getattr(screen, kind.placed_by) and shown is not None and not shown.states:
        values = {"key": kind.placed_by, "kind": kind.name, "entity": screen.entity}
        states = ("entities", screen.entity or "", "states")
        yield Finding("kind_needs_by", path, values, at_key=True, depends_on=(states,))


def _unknown_kind(path: Path, screen: Screen, vocabulary: Vocabulary) -> Finding:
    known, here = vocabulary.known_kinds, (*path, "kind")
    if screen.kind is None:
        values: dict[str, Any] = {"known": Words(known)}
        return Finding("no_kind", path, values, at_key=True, depends_on=(here,))
    if screen.kind in known:
        values = {"kind": screen.kind, "title": screen.title}
        return Finding("kind_not_built", here, values, Severity.NOTICE)
    values = {"kind": screen.kind, "known": Words(known, screen.kind)}
    return Finding("unknown_kind", here, values)
