"""Values that a field accepts, as people would type them: what the generated tests fill in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, cast

from generator.spec.judge import judge, read
from generator.spec.model import Condition, EntityField
from generator.spec.vocabulary import FieldType

if TYPE_CHECKING:
    from blueprints.kit.fields.text import Text


def valid_text(field: EntityField, kind: FieldType, *, avoid: Collection[str] = ()) -> str | None:
    """Return a text that ``field`` accepts and that is none of ``avoid``, None when there is none.

    The same field always gets the same text.
    """
    rules = judge(field, kind)
    for candidate in _candidates(field, kind):
        if candidate in avoid:
            continue
        try:
            value = read(kind, candidate)
        except ValueError:
            continue
        if not rules.problems(value):
            return candidate
    return None


def fulfilled(
    condition: Condition, texts: Mapping[str, str], kinds: Mapping[str, FieldType]
) -> bool:
    """Tell whether a record with ``texts`` typed into its fields fulfils ``condition``.

    ``kinds`` are the types of the fields: they tell which texts mean the same. An empty text
    means that there is no value.
    """
    return all(
        any(_same(text, texts.get(key, ""), kinds.get(key)) for text in wanted)
        for key, wanted in condition.items()
    )


def _same(wanted: str, typed: str, kind: FieldType | None) -> bool:
    if kind is None or not typed:
        return wanted == typed
    try:
        value = read(kind, typed)
        return wanted in value if isinstance(value, tuple) else bool(read(kind, wanted) == value)
    except ValueError:
        return False


def _candidates(field: EntityField, kind: FieldType) -> Iterator[str]:
    yield from (text for text in (field.default, *field.choices) if text is not None)
    if field.pattern:
        yield from _matching(field, kind)
    yield kind.example
    yield from (text for text in (field.min, field.max) if text is not None)
    if field.max_length is not None:
        yield kind.example[: field.max_length]
    if field.min_length is not None:
        times = field.min_length // max(len(kind.example), 1) + 1
        yield (kind.example * times)[: field.max_length or field.min_length]


def _matching(field: EntityField, kind: FieldType) -> Iterator[str]:
    """Yield texts that match the pattern of ``field``, always the same ones."""
    rules = cast("Text", judge(field, kind))  # no other type takes a pattern
    for text in rules.matching():
        yield text.strip()  # as a form reads it
