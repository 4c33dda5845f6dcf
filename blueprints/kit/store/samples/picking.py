"""Draws the value of one field so that all the field's rules are kept."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from ...fields.reference import Reference
from ...model.entity import Entity
from ...model.field import Field, Invalid
from ...model.project import Project
from ...patterns import NotAPattern
from ...patterns.example import example
from ..storable import misfit
from .draw import Draw

_TRIES = 20
_TRIES_BEFORE_PATTERN = 3
_EMPTY_ONE_IN = 6
_APART = 0x9E3779B97F4A7C15
"""Sets the seeds of neighbouring records far apart."""


class Picker:
    """Picks the values of one field, record after record."""

    def __init__(self, project: Project, entity: type[Entity], field: Field[Any], dialect: Any):
        self._field = field
        self._dialect = dialect
        self._kind = field.column()
        self._refers = isinstance(field, Reference)
        self._seed = seed(project.key, entity.about.key, field.key)
        self._taken: set[Any] = set()

    def take(self, value: Any) -> None:
        """Note that a record has ``value`` already, where values must differ."""
        if self._field.unique and value is not None:
            self._taken.add(value)

    def pick(self, draw: Draw, *, required: bool) -> Any:
        """Return a value for the record that ``draw`` is at.

        None for some records where it is not required, and where no value can be found that keeps
        the rules.
        """
        draw.random.seed((self._seed + draw.number * _APART) % 2**64)
        leave_out = draw.random.randrange(_EMPTY_ONE_IN) == 0
        if leave_out and not required and self._field.control != "tick":
            return None
        candidates = self._records(draw, required) if self._refers else self._candidates(draw)
        value = next((value for value in candidates if self._is_fine(value)), None)
        self.take(value)
        return value

    def _is_fine(self, value: Any) -> bool:
        if value is None or (self._field.unique and value in self._taken):
            return False
        if self._field.problems(value):
            return False
        return misfit(self._kind, self._field.to_column(value), self._dialect) is None

    def _candidates(self, draw: Draw) -> Iterator[Any]:
        field = self._field
        pattern = getattr(field, "pattern", "")
        for _ in range(_TRIES_BEFORE_PATTERN if pattern else _TRIES):
            yield field.sample(draw)
        for _ in range(_TRIES if pattern else 0):
            yield self._read(self._matching(pattern, draw) or "")
        for name in ("default", "min", "max"):
            yield getattr(field, name, None)
        yield self._read(field.example)
        yield from map(self._read, self._fitted(draw))
        yield from self._counted(draw)

    def _matching(self, pattern: str, draw: Draw) -> str | None:
        """Return a text that should match ``pattern``, as long as the field wants it."""
        shortest = getattr(self._field, "min_length", None) or 0
        longest = getattr(self._field, "max_length", None) or 0
        try:
            return example(pattern, draw.random, shortest=shortest, longest=longest)
        except NotAPattern:  # a type of one's own may read patterns in its own way
            return None

    def _records(self, draw: Draw, required: bool) -> Iterator[Any]:
        """Yield records to point to; the first of a tree that has no top points to itself."""
        for _ in range(_TRIES):
            yield self._field.sample(draw)
        if required and getattr(self._field, "entity", "") == draw.entity_key:
            yield draw.id

    def _fitted(self, draw: Draw) -> Iterator[str]:
        """Yield texts as short or as long as the field wants them."""
        longest = getattr(self._field, "max_length", None)
        shortest = getattr(self._field, "min_length", None) or 0
        text = self._field.show(self._field.sample(draw)) or self._field.example
        if text:
            yield (text * (shortest // len(text) + 1))[: longest or max(shortest, len(text))]

    def _counted(self, draw: Draw) -> Iterator[Any]:
        """Yield values that differ by their number, where they must differ."""
        if not self._field.unique:
            return
        text = self._field.show(self._field.sample(draw)) or self._field.example
        longest = getattr(self._field, "max_length", None) or 1000
        low = getattr(self._field, "min", None) or 0
        for count in range(draw.number, draw.number + _TRIES):
            yield self._read(f"{text[: max(longest - len(str(count)), 0)]}{count}")
            if self._field.numeric:
                yield self._read(str(low + count))

    def _read(self, text: str) -> Any:
        try:
            return self._field.parse(text)
        except Invalid:
            return None


def seed(*parts: str) -> int:
    """Return a number that is always the same for ``parts`` and another one for others."""
    digest = blake2b(digest_size=8)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(4, "big") + encoded)
    return int.from_bytes(digest.digest(), "big")
