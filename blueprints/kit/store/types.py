"""Column types that keep exactly what was given, in SQLite as well as in PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from sqlalchemy import DateTime, Dialect, Numeric, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from .clock import JAPAN

DECIMALS = 9
WHOLE_DIGITS = 20

_LIMIT = 10 ** (WHOLE_DIGITS + DECIMALS)
_EXACT = Context(prec=WHOLE_DIGITS + DECIMALS + 40)
_STEP = Decimal(1).scaleb(-DECIMALS)


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal number of at most 20 digits before and 9 behind the point, kept exactly.

    PostgreSQL has numbers for it. SQLite would round them, so there it is a text that sorts like the
    number: a sign and 29 digits, counted from below for negative numbers. Binding a number that
    doesn't fit raises ValueError.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type that the database keeps exactly."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(Text())
        return dialect.type_descriptor(Numeric(WHOLE_DIGITS + DECIMALS, DECIMALS))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Return the number as the database takes it."""
        if value is None:
            return None
        steps = _steps(value)
        if dialect.name == "sqlite":
            return f"1{steps:029d}" if steps >= 0 else f"0{_LIMIT - 1 + steps:029d}"
        return number_of(steps)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Return the number without zeros that nobody typed."""
        if value is None:
            return None
        if isinstance(value, str):
            digits = int(value[1:])
            return number_of(digits if value[0] == "1" else digits - _LIMIT + 1)
        return number_of(_steps(Decimal(value)))


def rounded(value: Decimal) -> Decimal | None:
    """Return a computed number with the decimals that are kept, None when it is too large."""
    if not value.is_finite() or value.adjusted() >= WHOLE_DIGITS:
        return None
    nearest = value.quantize(_STEP, rounding=ROUND_HALF_UP, context=_EXACT)
    return None if nearest.adjusted() >= WHOLE_DIGITS else number_of(_steps(nearest))


def _steps(value: Decimal) -> int:
    """Return how many billionths ``value`` is. Raises ValueError when that is no whole number."""
    if not value.is_finite() or abs(value.adjusted()) > WHOLE_DIGITS + DECIMALS and value:
        raise ValueError(value)
    steps = value.scaleb(DECIMALS, context=_EXACT)
    whole = int(steps)
    if steps != whole or abs(whole) >= _LIMIT:
        raise ValueError(value)
    return whole


def steps_of(total: Decimal) -> int:
    """Return how many billionths a sum is, however large; what is smaller is cut off."""
    return int(total.scaleb(DECIMALS, context=_EXACT))


def number_of(steps: int) -> Decimal:
    """Return a number of billionths without zeros that nobody typed."""
    number = Decimal(steps).scaleb(-DECIMALS, context=_EXACT).normalize(_EXACT)
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent > 0:
        return number.quantize(Decimal(1), context=_EXACT)
    return number


class Words(TypeDecorator[tuple[str, ...]]):
    """Some words in their order, as a JSON list.

    A raw line break stands between the words: JSON never has one inside a word, so that a word in
    its quotes can be looked for in the text without finding the gap between two others.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> str | None:
        """Return the list as JSON; an empty one is kept as nothing."""
        return "[" + ",\n".join(map(quoted_word, value)) + "]" if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        """Return the words."""
        return None if value is None else tuple(json.loads(value))


def quoted_word(word: str) -> str:
    """Return ``word`` as it stands in the text that :class:`Words` keeps."""
    return json.dumps(word, ensure_ascii=False)


class Instant(TypeDecorator[datetime]):
    """A moment: kept in UTC, given back as the clocks in Japan show it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC; SQLite has no zones and keeps it without."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment with its zone."""
        if value is None:
            return None
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(JAPAN)
