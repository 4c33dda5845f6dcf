"""Parsing: which column of a spreadsheet belongs to which field, and what its rows say."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ..fields.file import File
from ..model.entity import Entity
from ..store.intake import Line, can_come_in, key_field
from ..store.shown import folded
from ..texts import say
from .files import NoSheetError
from .reading import rows_of

MOST_BYTES = 20_000_000
MOST_LINES = 3000
"""Rows that come in at once: SQLite lets nobody else save for the seconds that they take."""
MOST_COLUMNS = 1000
"""Columns with a title; each is looked for among the fields."""
MOST_CHARACTERS = 5_000_000
"""Of all that would come in: it stays in memory until somebody says that it is meant."""


@dataclass(frozen=True)
class Sheet:
    """A sheet as it fits an entity.

    ``taken`` are titles of its columns, ``left_out`` those of the others with the reason, ``key`` is
    the title of the field by which rows are known again, empty when every row is new.
    """

    lines: Sequence[Line]
    taken: Sequence[str]
    left_out: Mapping[str, str]
    key: str


def sheet_of(
    content: bytes | IO[bytes],
    entity: type[Entity],
    called: Mapping[str, str],
    folder: Path | None = None,
) -> Sheet:
    """Read a sheet for ``entity``; ``called`` holds other titles of its fields, by key.

    ``folder`` is for large things on the way. It waits for others that are being read. Raises
    NoSheetError when it can't be read or none of its columns fits.
    """
    sent = io.BytesIO(content) if isinstance(content, bytes) else content
    with rows_of(sent, folder) as rows:
        return _sheet_of(rows, entity, called)


def _sheet_of(rows: Iterator[list[str]], entity: type[Entity], called: Mapping[str, str]) -> Sheet:
    titles = [title.strip() for title in next(rows, [])]
    if sum(map(bool, titles)) > MOST_COLUMNS:
        raise NoSheetError(say("sheet.too_large"))
    keys = list(_matched(titles, entity, called))
    taken = [title for title, key in zip(titles, keys, strict=True) if _comes_in(entity, key)]
    if not taken:
        known = [item.title for item in entity.fields.values() if can_come_in(item)]
        raise NoSheetError(say("sheet.no_columns", titles=say("frame.comma").join(known)))
    lines = list(_lines(rows, keys))
    key = key_field(entity, [key for key in keys if key])
    by = key.key if key else None
    left_out = {
        title: _why_not(entity, title, field_key)
        for title, field_key in zip(titles, keys, strict=True)
        if title and not _comes_in(entity, field_key) and field_key != by
    }
    return Sheet(lines, taken, left_out, key.title if key else "")


def _why_not(entity: type[Entity], title: str, key: str) -> str:
    """Say why a column does not come in.

    A state never does: a record begins with the first one, and goes on by steps that only some may
    take, and that may ask for a reason. A sheet would pass all of that by.
    """
    if key:
        return say("sheet.no_file" if isinstance(entity.fields[key], File) else "sheet.no_computed")
    initial = entity.flow.states.get(entity.flow.initial or "")
    if initial and folded(title) == folded(entity.state.title):
        return say("sheet.no_state", initial=initial.title or initial.key)
    own = (entity.created_at.title, entity.updated_at.title)
    if folded(title) in map(folded, own):
        return say("sheet.no_computed")
    known = any(folded(title) == folded(item.title) for item in entity.fields.values())
    return say("sheet.no_second" if known else "sheet.no_field")


def _comes_in(entity: type[Entity], key: str) -> bool:
    return bool(key) and can_come_in(entity.fields[key])


def _matched(
    titles: Iterable[str], entity: type[Entity], called: Mapping[str, str]
) -> Iterator[str]:
    """Yield the key of the field that each title means, nothing where it means none.

    Where several fields are called so, they are meant in their order, those of ``called`` first.
    """
    in_order = [*(key for key in called if key in entity.fields), *entity.fields]
    free = {
        key: (folded(entity.fields[key].title), folded(called.get(key, ""))) for key in in_order
    }
    for title in titles:
        wanted = folded(title)
        key = next((key for key, names in free.items() if wanted and wanted in names), "")
        free.pop(key, None)
        yield key


def _lines(rows: Iterable[Sequence[str]], keys: Sequence[str]) -> Iterator[Line]:
    """Yield the rows below the titles; empty ones are passed over."""
    characters = 0
    for number, row in enumerate(rows, 2):
        if number > MOST_LINES + 1:
            raise NoSheetError(say("sheet.too_long", limit=f"{MOST_LINES:,}"))
        if not any(text.strip() for text in row):
            continue
        texts = [*row, *[""] * (len(keys) - len(row))]
        line = {key: text for key, text in zip(keys, texts, strict=False) if key}
        characters += sum(map(len, line.values()))
        if characters > MOST_CHARACTERS:
            raise NoSheetError(say("sheet.too_large"))
        yield Line(number, line)
