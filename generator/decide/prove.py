"""Proof that a change of the text changed exactly what it was meant to change.

A candidate says twice what will be different: as text (:class:`Edit`) and as parser events
(:class:`Swap`). The two are compared by parsing the new text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.spec.source import MOST_BYTES

from .document import Document
from .refusal import BrokenError, RefusedError


@dataclass(frozen=True)
class Edit:
    """Put ``text`` in the place of the characters from ``start`` to ``end``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Want:
    """An event that must be there: a text (``kind`` is ScalarEvent) or an end or start."""

    kind: type[Any]
    text: str | None = None
    anchor: str | None = None


@dataclass(frozen=True)
class Swap:
    """The events from ``first`` to before ``last`` become ``wanted``."""

    first: int
    last: int
    wanted: tuple[Want, ...]


@dataclass(frozen=True)
class Candidate:
    """A change, as text and as events."""

    edits: tuple[Edit, ...] = ()
    swaps: tuple[Swap, ...] = ()

    def __add__(self, other: Candidate) -> Candidate:
        return Candidate(self.edits + other.edits, self.swaps + other.swaps)


NULL = Want(ScalarEvent)
MAPPING = Want(MappingStartEvent)
MAPPING_END = Want(MappingEndEvent)
LIST_END = Want(SequenceEndEvent)


def wanted(value: object) -> tuple[Want, ...]:
    """Return the events that ``value`` must become: texts, mappings and lists of them."""
    return tuple(_wanted(value))


def _wanted(value: object) -> Iterator[Want]:
    if isinstance(value, str):
        yield Want(ScalarEvent, value)
    elif isinstance(value, Mapping):
        yield MAPPING
        for key, part in value.items():
            yield Want(ScalarEvent, key)
            yield from _wanted(part)
        yield MAPPING_END
    elif isinstance(value, Sequence):
        yield Want(SequenceStartEvent)
        for part in value:
            yield from _wanted(part)
        yield LIST_END


def proved(document: Document, candidate: Candidate) -> Document | None:
    """Return ``document`` changed by ``candidate``, None when anything else would change too."""
    text = _edited(document.text, candidate.edits)
    if len(text) > MOST_BYTES:
        return None
    try:
        changed = document.with_text(text)
    except BrokenError:
        return None
    return changed if _is_just(candidate.swaps, document.events, changed.events) else None


def first_proven(
    document: Document, candidates: Iterable[Candidate], refusal: RefusedError
) -> Document:
    """Return ``document`` changed by the first candidate that is proved. Raises ``refusal``."""
    for candidate in candidates:
        changed = proved(document, candidate)
        if changed is not None:
            return changed
    raise refusal


def _edited(text: str, edits: Sequence[Edit]) -> str:
    parts, done = [], 0
    # Two insertions at one place stay in the order of the candidate: sorting is stable.
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


def _is_just(swaps: Sequence[Swap], old: list[Any], new: list[Any]) -> bool:
    """Tell whether ``new`` is ``old`` with ``swaps``, and nothing else."""
    there = here = 0
    for swap in sorted(swaps, key=lambda swap: swap.first):
        kept = swap.first - there
        arrived = here + kept + len(swap.wanted)
        if not _equal(old[there : swap.first], new[here : here + kept]):
            return False
        found = new[here + kept : arrived]
        if len(found) != len(swap.wanted) or not all(map(_fits, swap.wanted, found)):
            return False
        there, here = swap.last, arrived
    return _equal(old[there:], new[here:])


def _equal(old: list[Any], new: list[Any]) -> bool:
    return len(old) == len(new) and all(map(_same, old, new))


def _same(old: Any, new: Any) -> bool:
    """Tell whether two events say the same in the same style."""
    kind = type(old)
    if kind is not type(new):
        return False
    if kind is ScalarEvent:
        return bool(
            old.value == new.value
            and old.style == new.style
            and old.anchor == new.anchor
            and old.tag == new.tag
            and old.implicit == new.implicit
        )
    if kind is AliasEvent:
        return bool(old.anchor == new.anchor)
    if kind is MappingStartEvent or kind is SequenceStartEvent:
        return bool(
            old.anchor == new.anchor and old.tag == new.tag and old.flow_style == new.flow_style
        )
    if kind is DocumentStartEvent:
        return (old.explicit, old.version, old.tags) == (new.explicit, new.version, new.tags)
    return kind is not DocumentEndEvent or old.explicit == new.explicit


def _fits(want: Want, event: Any) -> bool:
    if type(event) is not want.kind:
        return False
    if isinstance(event, CollectionStartEvent | ScalarEvent) and (
        event.anchor != want.anchor or event.tag
    ):
        return False
    if not isinstance(event, ScalarEvent):
        return True
    nothing = not event.style and event.value in ("", "~", "null", "Null", "NULL")
    return nothing if want.text is None else event.value == want.text and not nothing
