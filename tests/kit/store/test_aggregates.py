from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal as Number
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from blueprints.kit.fields.boolean import Boolean
from blueprints.kit.fields.choice import Choice
from blueprints.kit.fields.date import Date
from blueprints.kit.fields.datetime import Datetime
from blueprints.kit.fields.decimal import Decimal
from blueprints.kit.fields.money import Money
from blueprints.kit.fields.reference import Reference
from blueprints.kit.fields.text import Text
from blueprints.kit.fields.year_month import YearMonth
from blueprints.kit.model.entity import Entity
from blueprints.kit.model.field import Field
from blueprints.kit.store import Store
from tests.kit.store.making import made_at, make, open_store, report_flow

ROAD = make("road", {"name": Text("名")})
FIELDS: Mapping[str, Field[Any]] = {
    "kind": Choice("種別", choices=("高", "中", "低")),
    "road": Reference("路線", entity="road"),
    "size": Decimal("大きさ"),
    "cost": Money("費用"),
    "day": Date("日"),
    "at": Datetime("いつ"),
    "month": YearMonth("月"),
    "urgent": Boolean("至急"),
}
REPORT = make("report", FIELDS, report_flow())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path, ROAD, REPORT)


def save(store: Store, entity: type[Entity], **values: Any) -> Entity:
    record = entity(values)
    store.save(record, who="窓口")
    return record


def counted(store: Store, key: str, **asked: Any) -> Sequence[tuple[str | None, str, int]]:
    by = REPORT.state if key == "state" else REPORT.fields[key]
    groups = store.groups(REPORT, by, **asked)
    last = [group for group in (groups.empty, groups.rest) if group]
    return [(group.key, group.title, group.count) for group in (*groups.shown, *last)]


def test_words_stand_in_their_order_also_those_that_no_record_has(store: Store) -> None:
    for kind in ("低", "低", "高", None):
        save(store, REPORT, kind=kind)
    assert counted(store, "kind") == [
        ("高", "高", 1),
        ("中", "中", 0),
        ("低", "低", 2),
        ("", "", 1),
    ]
    assert counted(store, "kind", where={"kind": ["中", "低"]}) == [
        ("中", "中", 0),
        ("低", "低", 2),
    ]


def test_states_are_counted_by_their_titles(store: Store) -> None:
    record = save(store, REPORT)
    save(store, REPORT)
    store.take(record, "accept", role="desk", who="窓口")
    assert counted(store, "state") == [
        ("new", "受付", 1),
        ("open", "確認中", 1),
        ("done", "完了", 0),
    ]


def test_yes_comes_before_no(store: Store) -> None:
    for urgent in (False, False, True):
        save(store, REPORT, urgent=urgent)
    assert counted(store, "urgent") == [("はい", "はい", 1), ("いいえ", "いいえ", 2)]


def test_of_other_records_the_most_named_come_first_and_the_rest_is_counted(store: Store) -> None:
    roads = [save(store, ROAD, name=name).id for name in ("国道", "県道", "市道", "農道")]
    for road, times in zip(roads, (1, 4, 3, 2), strict=True):
        for _ in range(times):
            save(store, REPORT, road=road)
    save(store, REPORT)
    assert counted(store, "road", most=2) == [
        (str(roads[1]), "県道", 4),
        (str(roads[2]), "市道", 3),
        ("", "", 1),
        (None, "", 3),
    ]


@pytest.mark.parametrize("key", ["day", "at", "month"])
def test_days_are_put_together_to_the_last_months_without_gaps(store: Store, key: str) -> None:
    days = [date(2025, 2, 28), date(2026, 11, 1), date(2026, 11, 30), date(2027, 1, 31)]
    for day in days:
        value: Any = {"at": datetime(day.year, day.month, day.day, 23, 59), "month": f"{day:%Y-%m}"}
        save(store, REPORT, **{key: value.get(key, day)})
    save(store, REPORT)
    found = counted(store, key, most=3)
    assert [group[1:] for group in found] == [
        ("2026年11月", 2),
        ("2026年12月", 0),
        ("2027年1月", 1),
        ("", 1),
        ("", 1),
    ]


def test_records_belong_to_the_month_that_the_clocks_in_japan_show(store: Store) -> None:
    save(store, REPORT)
    made_at(store, REPORT, datetime(2026, 10, 31, 15, tzinfo=UTC))
    groups = store.groups(REPORT, REPORT.created_at)
    assert [(group.title, group.count) for group in groups.shown] == [("2026年11月", 1)]


def test_nothing_is_counted_where_nothing_is(store: Store) -> None:
    for key in ("day", "road"):
        assert counted(store, key) == []
    assert store.total(REPORT, REPORT.fields["size"]) == 0


@pytest.mark.parametrize("key", ["size", "cost"])
def test_large_numbers_and_those_below_zero_are_added_exactly(store: Store, key: str) -> None:
    texts = {"size": "99999999999999999999.999999999", "cost": "999999999999999999"}
    read = REPORT.fields[key].read
    for text in [texts[key]] * 30 + [f"-{texts[key]}"] * 12 + ["-7", "3"]:
        save(store, REPORT, **{key: read(text)}, kind="低")
    save(store, REPORT, kind="高")
    found = store.total(REPORT, REPORT.fields[key])
    assert Fraction(found) == Fraction(texts[key]) * 18 - 4
    assert store.total(REPORT, REPORT.fields[key], {"kind": ["高"]}) == 0


def test_small_decimals_do_not_become_others(store: Store) -> None:
    for _ in range(10):
        save(store, REPORT, size=Number("0.1"))
    save(store, REPORT, size=Number("-0.000000001"))
    assert store.total(REPORT, REPORT.fields["size"]) == Number("0.999999999")


def test_a_sum_stands_beside_each_group(store: Store) -> None:
    for kind, cost in (("高", 3), ("高", -5), ("低", 10**17), (None, 1)):
        save(store, REPORT, kind=kind, cost=cost)
    groups = store.groups(REPORT, REPORT.fields["kind"], of=REPORT.fields["cost"], most=2)
    assert [(group.title, group.total) for group in groups.shown] == [("高", -2), ("中", 0)]
    assert groups.empty
    assert groups.empty.total == 1
    assert groups.rest
    assert (groups.rest.count, groups.rest.total) == (1, 10**17)
