from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from blueprints.kit.fields.choice import Choice
from blueprints.kit.fields.date import Date
from blueprints.kit.fields.datetime import Datetime
from blueprints.kit.store import Span, Store
from tests.kit.store.making import made_at, make, open_store

VISIT = make(
    "visit",
    {"day": Date("日"), "at": Datetime("いつ"), "kind": Choice("種別", choices=("甲", "乙"))},
)
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path, VISIT)


def save(store: Store, **values: Any) -> int:
    record = VISIT(values)
    store.save(record, who="窓口")
    return record.id or 0


def found(store: Store, key: str, most: int = 9, **asked: Any) -> dict[date, tuple[list[int], int]]:
    days = store.days(VISIT, Span(VISIT.fields[key], *NOVEMBER), most=most, **asked)
    return {day: ([r.id or 0 for r in here.records], here.total) for day, here in days.items()}


@pytest.mark.parametrize("key", ["day", "at"])
def test_both_ends_belong_to_the_span_and_nothing_beyond(store: Store, key: str) -> None:
    for text in ("2026-10-31 23:59", "2026-11-01 00:00", "2026-11-30 23:59", "2026-12-01 00:00"):
        save(store, **{key: VISIT.fields[key].read(text[:10] if key == "day" else text)})
    save(store)
    assert list(found(store, key)) == [date(2026, 11, 1), date(2026, 11, 30)]


def test_the_first_of_a_day_are_given_and_all_are_counted(store: Store) -> None:
    late = save(store, at=datetime(2026, 11, 3, 17))
    early = save(store, at=datetime(2026, 11, 3, 9))
    same = save(store, at=datetime(2026, 11, 3, 9))
    assert found(store, "at", most=2) == {date(2026, 11, 3): ([early, same], 3)}
    assert found(store, "at") == {date(2026, 11, 3): ([early, same, late], 3)}


def test_a_condition_narrows_the_days(store: Store) -> None:
    first = save(store, day=date(2026, 11, 3), kind="甲")
    save(store, day=date(2026, 11, 3), kind="乙")
    save(store, day=date(2026, 11, 4), kind="乙")
    assert found(store, "day", where={"kind": ["甲"]}) == {date(2026, 11, 3): ([first], 1)}


def test_the_nearest_days_are_those_of_records_that_fit(store: Store) -> None:
    for day in (date(2026, 1, 5), date(2026, 10, 31), date(2026, 12, 1), date(2027, 5, 1)):
        save(store, day=day, at=datetime(day.year, day.month, day.day, 23), kind="甲")
    save(store, day=date(2026, 12, 1), kind="乙")
    for key in ("day", "at"):
        span = Span(VISIT.fields[key], *NOVEMBER)
        assert store.nearest_days(VISIT, span) == (date(2026, 10, 31), date(2026, 12, 1)), key
    span = Span(VISIT.fields["day"], *NOVEMBER)
    assert store.nearest_days(VISIT, span, {"kind": ["乙"]}) == (None, date(2026, 12, 1))


def test_when_a_record_was_made_is_told_by_the_clocks_in_japan(store: Store) -> None:
    number = save(store)
    made_at(store, VISIT, datetime(2026, 10, 31, 15, tzinfo=UTC))
    days = store.days(VISIT, Span(VISIT.created_at, *NOVEMBER), most=1)
    assert [(day, here.records[0].id) for day, here in days.items()] == [(NOVEMBER[0], number)]
    october = Span(VISIT.created_at, date(2026, 10, 1), date(2026, 10, 31))
    assert store.days(VISIT, october, most=1) == {}
    assert store.nearest_days(VISIT, october) == (None, NOVEMBER[0])
