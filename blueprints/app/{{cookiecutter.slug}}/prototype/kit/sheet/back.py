"""Back: which column of a sheet belongs to which field, and what its rows say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..entity import Entity
from ..store.intake import Line, can_come_in, key_field
from ..store.shown import folded
from ..texts import say
from .files import NoSheetError, read

MOST_BYTES = 20_000_000
MOST_LINES = 3000
"""Rows that come in at once: SQLite lets nobody else save for the seconds that they take."""


@dataclass(frozen=True)
class Sheet:
    """A sheet as it fits an entity.

    ``taken`` and ``left_out`` are titles of its columns, ``key`` is the title of the field by which
    rows are known again, empty when every row is new.
    """

    lines: Sequence[Line]
    taken: Sequence[str]
    left_out: Sequence[str]
    key: str


def sheet_of(content: bytes, entity: type[Entity], called: Mapping[str, str]) -> Sheet:
    """Read a sheet for ``entity``; ``called`` holds other titles of its fields, by key.

    Raises NoSheetError when it can't be read or none of its columns fits.
    """
    rows = read(content)
    titles = [title.strip() for title in next(rows, [])]
    keys = list(_matched(titles, entity, called))
    taken = [title for title, key in zip(titles, keys, strict=True) if _comes_in(entity, key)]
    if not taken:
        known = [item.title for item in entity.fields.values() if can_come_in(item)]
        raise NoSheetError(say("sheet.no_columns", titles=say("frame.comma").join(known)))
    lines = list(_lines(rows, keys))
    key = key_field(entity, [key for key in keys if key])
    left_out = [title for title in titles if title and title not in taken]
    if key and key.computed:
        left_out = [title for title in left_out if title not in (key.title, called.get(key.key))]
    return Sheet(lines, taken, left_out, key.title if key else "")


def _comes_in(entity: type[Entity], key: str) -> bool:
    return bool(key) and can_come_in(entity.fields[key])


def _matched(
    titles: Iterable[str], entity: type[Entity], called: Mapping[str, str]
) -> Iterator[str]:
    """Yield the key of the field that each title means, nothing where it means none.

    Where several fields are called so, they are meant in their order, those of ``called`` first.
    """
    in_order = [*(key for key in called if key in entity.fields), *entity.fields]
    free = {key: entity.fields[key] for key in in_order}
    for title in titles:
        wanted = folded(title)
        key = next(
            (
                key
                for key, item in free.items()
                if wanted and wanted in (folded(item.title), folded(called.get(key, "")))
            ),
            "",
        )
        free.pop(key, None)
        yield key


def _lines(rows: Iterable[Sequence[str]], keys: Sequence[str]) -> Iterator[Line]:
    """Yield the rows below the titles; empty ones are passed over."""
    for number, row in enumerate(rows, 2):
        if number > MOST_LINES + 1:
            raise NoSheetError(say("sheet.too_long", limit=f"{MOST_LINES:,}"))
        if any(text.strip() for text in row):
            texts = [*row, *[""] * (len(keys) - len(row))]
            yield Line(number, {key: text for key, text in zip(keys, texts, strict=False) if key})
