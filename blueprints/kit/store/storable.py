"""Whether a value can be stored as it is; if not, whoever typed it is told why."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from ..model.field import Field
from ..texts import say
from .types import DECIMALS, WHOLE_DIGITS, ExactDecimal

_LARGEST = 2**63


def misfit(kind: TypeEngine[Any], stored: Any, dialect: Dialect) -> str | None:
    """Return why a column of type ``kind`` can't keep ``stored`` exactly, None when it can."""
    if any(not is_kept(text) for text in _texts(stored)):
        return say("store.not_storable")
    if isinstance(stored, int) and not -_LARGEST <= stored < _LARGEST:
        return _too_large()
    if isinstance(kind, TypeDecorator):
        try:
            kind.process_bind_param(stored, dialect)
        except (ValueError, TypeError):
            return _too_large() if isinstance(kind, ExactDecimal) else say("store.not_storable")
    return None


def fits(field: Field[Any], value: Any, dialect: Dialect) -> bool:
    """Tell whether the database can keep ``value`` exactly."""
    return misfit(field.column(), field.to_column(value), dialect) is None


def _too_large() -> str:
    return say("store.number_too_large", whole=WHOLE_DIGITS, decimals=DECIMALS)


def _texts(stored: Any) -> list[str]:
    items = stored if isinstance(stored, list | tuple) else [stored]
    return [item for item in items if isinstance(item, str)]


def is_kept(text: str) -> bool:
    """Tell whether databases keep ``text`` whole: NUL ends it in some, half a character is none."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\0" not in text
