"""Finding records: search, conditions, order and pages, all done by the database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any, Generic

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Dialect,
    Select,
    and_,
    false,
    func,
    or_,
    select,
    true,
)

from ..model.field import Condition, Field
from ..model.reading import read_date
from .clock import JAPAN
from .kept import ID, LABEL, LABEL_SEARCH, SEARCH, STATE, E, Kept, Model
from .order import MOMENTS, in_order, order_of, page_of, parts_of
from .shown import folded
from .storable import fits, is_kept
from .types import Words, quoted_word

_LONGEST_SEARCH = 500
_MOST_WORDS = 20
_FEW = 1000
_PART = 500
"""Records that are read from the database at once when all are wanted."""


@dataclass(frozen=True)
class Query:
    """What is looked for, in which order, and which part of it.

    - ``search``: every word must stand somewhere in the record, whatever its case and width.
    - ``where``: field key, ``state``, ``created_at`` or ``updated_at`` → texts, of which any must
      fit; an empty text asks for records without a value, no texts at all for nothing.
    - ``filled``: keys of fields that must have a value.
    - ``sort``: one of the same keys, with ``-`` before it for the other way round; records without
      a value come last. Newest first when it is empty or unknown.
    - ``limit`` and ``offset``: how many records, after how many.
    """

    search: str = ""
    where: Condition = field(default_factory=dict)
    filled: Sequence[str] = ()
    sort: str = ""
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True)
class Page(Generic[E]):
    """The records that were asked for, and how many there are on all pages together."""

    records: list[E]
    total: int


def find(
    connection: Connection, model: Model, kept: Kept, entity: type[E], query: Query
) -> Page[E]:
    """Return the records that fit ``query``."""
    matching = matching_records(model, kept, query, connection.dialect)
    if query.search:
        matching = _found_at_once(connection, kept, matching)
    parts = parts_of(connection, model, kept, matching, query.sort)
    total = sum(part.count for part in parts)
    if not total:  # looking for nothing would look through everything once more
        return Page([], 0)
    found = select(kept.table).where(matching)
    limit = total if query.limit is None else max(query.limit, 0)
    rows = page_of(connection, found, parts, max(query.offset, 0), limit)
    return Page([kept.record_of(row, entity) for row in rows], total)


def _found_at_once(
    connection: Connection, kept: Kept, matching: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Look through all records only once where a search finds few: they are asked for by id then."""
    id = kept.table.c[ID]
    found = connection.execute(select(id).where(matching).limit(_FEW + 1)).scalars().all()
    return id.in_(found) if len(found) <= _FEW else matching


def each(
    connection: Connection, model: Model, kept: Kept, entity: type[E], query: Query
) -> Iterator[list[E]]:
    """Yield the records that fit ``query`` in parts."""
    matching = matching_records(model, kept, query, connection.dialect)
    found = in_order(select(kept.table).where(matching), order_of(model, kept, query.sort))
    in_parts = _part(found, query).execution_options(yield_per=_PART)
    for part in connection.execute(in_parts).partitions():
        yield [kept.record_of(row, entity) for row in part]


def count(connection: Connection, model: Model, kept: Kept, where: Condition) -> int:
    """Return how many records fulfil ``where``."""
    return _count(
        connection, kept, matching_records(model, kept, Query(where=where), connection.dialect)
    )


def options(connection: Connection, kept: Kept, search: str, limit: int) -> list[tuple[int, str]]:
    """Return id and label of records in which ``search`` stands, in the order of their labels."""
    columns = kept.table.c
    found = (
        select(columns[ID], columns[LABEL])
        .where(*(columns[SEARCH].contains(word, autoescape=True) for word in _words(search)))
        .order_by(columns[LABEL], columns[ID])
        .limit(limit)
    )
    return [(row[0], row[1]) for row in connection.execute(found)]


def _count(connection: Connection, kept: Kept, fitting: ColumnElement[bool]) -> int:
    counted = select(func.count()).select_from(kept.table).where(fitting)
    return int(connection.execute(counted).scalar_one())


def _part(found: Select[Any], query: Query) -> Select[Any]:
    # SQLite has no OFFSET without LIMIT; SQLAlchemy writes the one that means no limit.
    if query.offset > 0:
        found = found.offset(query.offset)
    return found if query.limit is None else found.limit(max(query.limit, 0))


def matching_records(
    model: Model, kept: Kept, query: Query, dialect: Dialect
) -> ColumnElement[bool]:
    """Return what a record must fulfil to be found."""
    parts = [_holds(model, kept, word) for word in _words(query.search)]
    parts += [_any_of(kept, key, texts, dialect) for key, texts in query.where.items() if texts]
    parts += [column_of(kept, key).is_not(None) for key in query.filled]
    return and_(true(), *parts)


def column_of(kept: Kept, key: str) -> Column[Any]:
    """Return the column that keeps the field ``key``, or what every record has. Raises KeyError."""
    if key == "state":
        return kept.table.c[STATE]
    if key in MOMENTS:
        return kept.table.c[MOMENTS[key]]
    return kept.columns[key]


def _words(search: str) -> Sequence[str]:
    clean = search[:_LONGEST_SEARCH].replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")
    return folded(clean).split()[:_MOST_WORDS]


def _holds(model: Model, kept: Kept, word: str) -> ColumnElement[bool]:
    """``word`` stands in the record or in the label of one that it points to."""
    places = [kept.table.c[SEARCH].contains(word, autoescape=True)]
    for reference in kept.references:
        if target := model.target(reference):
            other = target.table.alias()
            named = select(other.c[ID]).where(other.c[LABEL_SEARCH].contains(word, autoescape=True))
            places.append(kept.columns[reference.key].in_(named))
    return or_(*places)


def _any_of(kept: Kept, key: str, texts: Sequence[str], dialect: Dialect) -> ColumnElement[bool]:
    """The value of ``key`` is one of those that ``texts`` say; what can't be read fits nothing."""
    wanted = [text for text in texts if text != "" and is_kept(text)]
    if key == "state":
        column: Column[Any] = kept.table.c[STATE]
        fitting: ColumnElement[bool] = column.in_(wanted)
    elif key in MOMENTS:
        column = kept.table.c[MOMENTS[key]]
        fitting = or_(false(), *(_on_day(column, text) for text in wanted))
    elif key in kept.columns:
        column = kept.columns[key]
        fitting = _one_of(kept.entity.fields[key], column, wanted, dialect)
    else:
        return true() if "" in texts else false()
    return or_(fitting, column.is_(None)) if "" in texts else fitting


def _one_of(
    field: Field[Any], column: Column[Any], texts: Sequence[str], dialect: Dialect
) -> ColumnElement[bool]:
    if isinstance(column.type, Words):
        # REPLACE minds the case, which LIKE in SQLite doesn't.
        quoted = [func.replace(column, quoted_word(word), "") != column for word in texts]
        return or_(false(), *quoted)
    values = []
    for text in texts:
        try:
            value = field.read(text)
        except ValueError:
            continue
        if fits(field, value, dialect):
            values.append(field.to_column(value))
    return column.in_(values)


def _on_day(column: Column[Any], text: str) -> ColumnElement[bool]:
    try:
        begin = datetime.combine(read_date(text), time(), JAPAN).astimezone(UTC)
        return and_(column >= begin, column < begin + timedelta(days=1))
    except (ValueError, OverflowError):
        return false()
