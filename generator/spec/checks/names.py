"""Names that can't be told apart, and names that are taken."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from generator.spec.model import OUT, UNDECIDED, Spec
from generator.spec.problems import Finding, Path
from generator.spec.vocabulary import RECORD_FIELDS, Vocabulary


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Find ids that differ only by case or width, reserved phases, and ``was:`` with ids in use."""
    for part in ("phases", "roles", "goals", "processes", "entities", "screens", "features"):
        yield from _alike((part,), getattr(spec, part))
    for word in (OUT, UNDECIDED):
        if word in spec.phases:
            yield Finding("reserved_phase", ("phases", word), {"key": word}, at_key=True)
    yield from _was(("entities",), spec.entities)
    yield from _was(("screens",), spec.screens)
    for key, entity in spec.entities.items():
        path: Path = ("entities", key)
        yield from _alike((*path, "fields"), entity.fields)
        yield from _alike((*path, "states"), entity.states)
        yield from _alike((*path, "transitions"), entity.transitions)
        yield from _was((*path, "fields"), entity.fields)
        yield from _was((*path, "states"), entity.states)
        for name in RECORD_FIELDS:
            if name in entity.fields:
                yield Finding("reserved_field", (*path, "fields", name), {"key": name}, at_key=True)


def _alike(path: Path, names: Iterable[str]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for name in names:
        form = unicodedata.normalize("NFKC", name).casefold()
        if form in seen:
            values = {"key": name, "other": seen[form]}
            yield Finding("alike", (*path, name), values, at_key=True)
        seen.setdefault(form, name)


def _was(path: Path, parts: Mapping[str, object]) -> Iterator[Finding]:
    """A former name is no current name, and the former name of one part only."""
    taken: dict[str, str] = {}
    for key, part in parts.items():
        for former in getattr(part, "was", ()):
            if former in parts or former in taken:
                values = {"former": former, "other": taken.get(former, former)}
                yield Finding("was_taken", (*path, key, "was"), values)
            taken[former] = key
