"""Texts just outside the rules of a field, and the messages that refuse them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import singledispatch
from typing import TYPE_CHECKING, Any, TypeVar

from generator.plan.entities import FieldPlan
from generator.pycode import Expression, Name, literal

from .kit import ProjectKit

if TYPE_CHECKING:
    from blueprints.kit.model.field import Field

Day = TypeVar("Day", date, datetime)

TYPED = ("line", "lines", "day", "place")
"""Controls into which a test types texts that break a rule of the field, or just keep it."""

_LONG = 30


@dataclass(frozen=True)
class InvalidText:
    """A text that a field refuses, and the message that it gives."""

    text: str
    message: str

    @property
    def written(self) -> Expression:
        """The text as a test writes it."""
        return written(self.text)


def written(text: str) -> Expression:
    """Return ``text`` as a test writes it: a long one as a repeated letter."""
    letter = text[:1]
    if len(text) <= _LONG or text != letter * len(text):
        return text
    return Name(f"{literal(letter)} * {len(text)}")


def invalid_texts(field: FieldPlan, kit: ProjectKit) -> Iterator[InvalidText]:
    """Yield a text for each rule of ``field`` that a text can break."""
    kit_field = kit.field(field.spec)
    if kit_field.control not in TYPED:
        return
    for text in _candidates(kit_field):
        message = refusal(kit_field, text)
        if message:
            yield InvalidText(text, message)


def _candidates(kit_field: Field[Any]) -> Iterator[str]:
    yield from _out_of_bounds(kit_field)
    yield from _of_wrong_length(kit_field)
    yield from _against_pattern(kit_field)


def edge_texts(field: FieldPlan, kit: ProjectKit) -> Iterator[Expression]:
    """Yield the texts that only just keep the rules of ``field``, as a test writes them."""
    kit_field = kit.field(field.spec)
    if kit_field.control not in TYPED:
        return
    bounds = [getattr(kit_field, name, None) for name in ("min", "max")]
    lengths = [getattr(kit_field, name, None) for name in ("min_length", "max_length")]
    texts = [str(kit_field.typed(bound)) for bound in bounds if bound is not None]
    texts += ["あ" * length for length in lengths if length]
    for text in dict.fromkeys(texts):
        if not refusal(kit_field, text):
            yield written(text)


def refusal(kit_field: Field[Any], text: str) -> str:
    """Return the message with which ``kit_field`` refuses ``text``, empty when it accepts it."""
    try:
        value = kit_field.parse(text)
    except ValueError as error:
        return str(error)
    return next(iter(kit_field.problems(value)), "")


def _out_of_bounds(kit_field: Field[Any]) -> Iterator[str]:
    for name, direction in (("min", -1), ("max", 1)):
        bound = getattr(kit_field, name, None)
        beyond = None if bound is None else next_to(bound, direction)
        if beyond is not None:
            yield str(kit_field.typed(beyond))


def _of_wrong_length(kit_field: Field[Any]) -> Iterator[str]:
    most, least = getattr(kit_field, "max_length", None), getattr(kit_field, "min_length", None)
    if most is not None:
        yield "あ" * (most + 1)
    if least is not None and least > 1:
        yield "あ" * (least - 1)


def _against_pattern(kit_field: Field[Any]) -> Iterator[str]:
    """Yield a text of an allowed length that the pattern does not match."""
    if not getattr(kit_field, "pattern", ""):
        return
    length = getattr(kit_field, "min_length", None) or 1
    candidates = (sign * length for sign in "?あa0")
    yield from [text for text in candidates if refusal(kit_field, text)][:1]


@singledispatch
def next_to(bound: object, direction: int) -> object:  # noqa: ARG001
    """Return the value next to ``bound``, above (1) or below (-1); None when there is none."""
    return None


@next_to.register
def _(bound: int, direction: int) -> int:
    return bound + direction


@next_to.register
def _(bound: Decimal, direction: int) -> Decimal:
    exponent = bound.as_tuple().exponent
    assert isinstance(exponent, int)
    return bound + direction * Decimal(1).scaleb(min(exponent, 0))


@next_to.register
def _(bound: date, direction: int) -> date | None:
    return _moved(bound, timedelta(days=direction))


@next_to.register
def _(bound: datetime, direction: int) -> datetime | None:
    return _moved(bound, timedelta(minutes=direction))


@next_to.register
def _(bound: time, direction: int) -> time | None:
    moved = datetime.combine(date(2000, 1, 1), bound) + timedelta(minutes=direction)
    return moved.time() if moved.date() == date(2000, 1, 1) else None


@next_to.register
def _(bound: str, direction: int) -> str | None:
    """Move a month, which is kept as YYYY-MM."""
    year, _, month = bound.partition("-")
    if not (year.isdigit() and month.isdigit()):
        return None
    count = int(year) * 12 + int(month) - 1 + direction
    return f"{count // 12:04}-{count % 12 + 1:02}"


def _moved(day: Day, by: timedelta) -> Day | None:
    try:
        return day + by
    except OverflowError:
        return None
