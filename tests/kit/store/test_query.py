from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal as Number
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from blueprints.kit.fields.auto_number import AutoNumber
from blueprints.kit.fields.boolean import Boolean
from blueprints.kit.fields.choice import Choice
from blueprints.kit.fields.date import Date
from blueprints.kit.fields.decimal import Decimal
from blueprints.kit.fields.multi_choice import MultiChoice
from blueprints.kit.fields.reference import Reference
from blueprints.kit.fields.text import Text
from blueprints.kit.model.entity import Entity
from blueprints.kit.store import Query, Store
from blueprints.kit.store.clock import now
from tests.kit.store.making import make, open_store, report_flow

ROAD = make("road", {"name": Text("名")})
TAGS = ("a", "A", 'q"uote', ",", ",\n", "back\\", "尾", "x%")
REPORT = make(
    "report",
    {
        "name": Text("名"),
        "number": AutoNumber("番号", format="R-{seq:03}"),
        "kind": Choice("種別", choices=("高", "中", "低")),
        "tags": MultiChoice("札", choices=TAGS),
        "road": Reference("路線", entity="road"),
        "size": Decimal("大きさ"),
        "day": Date("日"),
        "urgent": Boolean("至急"),
    },
    report_flow(),
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path, ROAD, REPORT)


def save(store: Store, entity: type[Entity], **values: Any) -> Entity:
    record = entity(values)
    store.save(record, who="窓口")
    return record


def names(store: Store, **query: Any) -> Sequence[str]:
    return [record.values["name"] for record in store.find(REPORT, Query(**query)).records]


def test_a_search_looks_through_everything_that_is_shown(store: Store) -> None:
    road = save(store, ROAD, name="国道49号")
    save(store, REPORT, name="側溝", kind="高", road=road.id, day=date(2026, 4, 1))
    save(store, REPORT, name="街灯")
    for search in ("側溝", "R-001", "国道", "49", "高", "2026年4月", "側 国道 高"):
        assert names(store, search=search) == ["側溝"], search
    assert names(store, search="受付") == ["街灯", "側溝"]
    assert names(store, search="側溝 街灯") == []
    assert names(store, search="  ") == ["街灯", "側溝"]


def test_case_and_width_make_no_difference(store: Store) -> None:
    save(store, REPORT, name="ＡＢＣ カーブミラー ﾊﾞｽ停 Straße")
    for search in ("abc", "ａｂｃ", "Abc", "ｶｰﾌﾞ", "バス停", "STRASSE"):
        assert len(names(store, search=search)) == 1, search


@pytest.mark.parametrize("search", ["%", "_", "/", "\\", "'", '"', "100%", "a_b"])
def test_wildcards_and_quotes_are_what_they_are(store: Store, search: str) -> None:
    save(store, REPORT, name=f"with {search} in it")
    save(store, REPORT, name="100 a-b other")
    assert names(store, search=search) == [f"with {search} in it"]


@pytest.mark.parametrize("search", ["x" * 100_000, "a\0b", "\ud800", "% " * 5000, "\n"])
def test_a_hostile_search_is_a_search(store: Store, search: str) -> None:
    save(store, REPORT, name="a")
    assert len(names(store, search=search)) <= 1


def test_a_search_finds_a_record_by_the_new_label_of_what_it_points_to(store: Store) -> None:
    road = save(store, ROAD, name="旧道")
    save(store, REPORT, name="側溝", road=road.id)
    road.values["name"] = "新道"
    store.save(road, who="窓口")
    assert names(store, search="新道") == ["側溝"]
    assert names(store, search="旧道") == []


def test_conditions_are_texts_as_in_a_spec(store: Store) -> None:
    road = save(store, ROAD, name="国道")
    first = save(
        store,
        REPORT,
        name="1",
        kind="高",
        road=road.id,
        urgent=True,
        size=Number("1.5"),
        day=date(2026, 4, 1),
    )
    save(store, REPORT, name="2", kind="中", urgent=False)
    store.take(first, "accept", role="desk", who="窓口")
    for where in (
        {"kind": ["高"]},
        {"state": ["open"]},
        {"urgent": ["はい"]},
        {"road": [str(road.id)]},
        {"size": ["1.50"]},
        {"day": ["令和8年4月1日"]},
        {"kind": ["高", "低"], "state": ["open", "done"]},
    ):
        assert names(store, where=where) == ["1"], where
        assert store.count(REPORT, where) == 1
    assert names(store, where={"kind": ["高", "中"]}) == ["2", "1"]
    assert names(store, where={"kind": ["高"], "state": ["new"]}) == []
    today = now().date().isoformat()
    assert names(store, where={"created_at": [today, "no day"]}) == ["2", "1"]
    assert names(store, where={"created_at": ["1999-01-01", "0001-01-01"]}) == []


@pytest.mark.parametrize("text", ["no such value", "1e25", "9" * 17, "\ud800", "\0", "0001-01-01"])
@pytest.mark.parametrize("key", [*REPORT.fields, "state", "created_at", "gone"])
def test_what_no_value_can_be_fits_nothing(store: Store, key: str, text: str) -> None:
    save(store, REPORT, name="1", size=Number(1))
    assert names(store, where={key: [text]}) == []


def test_an_empty_text_asks_for_no_value_and_no_text_for_nothing(store: Store) -> None:
    save(store, REPORT, name="1", kind="高")
    save(store, REPORT, name="2")
    assert names(store, where={"kind": [""]}) == ["2"]
    assert names(store, where={"kind": ["", "高"]}) == ["2", "1"]
    assert names(store, where={"kind": []}) == ["2", "1"]
    assert names(store, where={"gone": [""]}) == ["2", "1"]


@pytest.mark.parametrize("tag", TAGS)
def test_several_choices_are_found_by_any_of_them_and_by_no_other(store: Store, tag: str) -> None:
    save(store, REPORT, name="with", tags=tuple(word for word in TAGS if word in (tag, "尾")))
    save(store, REPORT, name="without", tags=tuple(word for word in TAGS if word != tag))
    assert names(store, where={"tags": [tag]}) == ["with"]


def test_newest_come_first_unless_another_order_is_asked(store: Store) -> None:
    for name in "abc":
        save(store, REPORT, name=name)
    assert names(store) == ["c", "b", "a"]
    assert names(store, sort="no such key") == ["c", "b", "a"]
    assert names(store, sort="name") == ["a", "b", "c"]
    assert names(store, sort="-name") == ["c", "b", "a"]
    assert names(store, sort="created_at") == ["a", "b", "c"]


def test_choices_and_states_sort_in_their_order_and_numbers_as_numbers(store: Store) -> None:
    for name, kind, size in (("1", "低", 10), ("2", "高", -2), ("3", "中", 9), ("4", None, None)):
        save(store, REPORT, name=name, kind=kind, size=size and Number(size))
    assert names(store, sort="kind") == ["2", "3", "1", "4"]
    assert names(store, sort="-kind") == ["1", "3", "2", "4"]
    assert names(store, sort="size") == ["2", "3", "1", "4"]
    third = store.find(REPORT, Query(where={"kind": ["中"]})).records[0]
    store.take(third, "accept", role="desk", who="窓口")
    assert names(store, sort="state") == ["4", "2", "1", "3"]
    assert names(store, sort="-state") == ["3", "4", "2", "1"]


def test_references_sort_by_the_label_of_the_other_record(store: Store) -> None:
    roads = [save(store, ROAD, name=name).id for name in ("c", "a", "b")]
    for number, road in enumerate([*roads, None]):
        save(store, REPORT, name=str(number), road=road)
    assert names(store, sort="road") == ["1", "2", "0", "3"]
    assert names(store, sort="-road") == ["0", "2", "1", "3"]


def test_pages_follow_each_other_and_know_the_total(store: Store) -> None:
    for number in range(7):
        save(store, REPORT, name=str(number), kind="高")
    pages = [
        store.find(REPORT, Query(sort="kind", limit=3, offset=offset)) for offset in (0, 3, 6, 9)
    ]
    assert [page.total for page in pages] == [7, 7, 7, 7]
    found = [record.values["name"] for page in pages for record in page.records]
    assert found == list("6543210")
    assert len(store.find(REPORT, Query(offset=5)).records) == 2


def test_a_number_that_no_record_can_have_finds_none(store: Store) -> None:
    for number in (0, -1, 10**30):
        assert store.get(ROAD, number) is None
        assert store.label("road", number) == f"#{number}"


def test_options_are_labels_in_their_order(store: Store) -> None:
    for name in ("い", "あ", "いう"):
        save(store, ROAD, name=name)
    assert store.options("road") == [(2, "あ"), (1, "い"), (3, "いう")]
    assert store.options("road", "い", limit=1) == [(1, "い")]
    assert store.options("road", "%") == []


@pytest.mark.parametrize("sort", ["state", "kind", "road", "number", "-kind", "-road", "-day", ""])
def test_pages_of_many_records_follow_on_each_other_in_the_order_of_all(
    many: Store, sort: str
) -> None:
    entity = many.entities["report"]
    for query in (
        Query(sort=sort),
        Query(sort=sort, search="道"),
        Query(sort=sort, search="街灯 3"),
    ):
        everything = [record.id for record, _ in many.each(entity, query)]
        found = many.find(entity, replace(query, limit=400))
        assert found.total == len(everything)
        pages = [found.records]
        pages += [
            many.find(entity, replace(query, limit=400, offset=offset)).records
            for offset in range(400, found.total + 400, 400)
        ]
        assert [record.id for page in pages for record in page] == everything


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """More records than are sorted at once, some with values that are in the spec no more."""
    store = open_store(tmp_path_factory.mktemp("many"), ROAD, REPORT)
    roads = [save(store, ROAD, name=name).id for name in ("甲", "乙", "甲", "丙")]
    table = store._model.of(REPORT).table
    rows = [
        {
            **dict.fromkeys(("_version",), 1),
            **dict.fromkeys(("_created_at", "_updated_at"), now()),
            **dict.fromkeys(("_label", "_label_search"), ""),
            "_id": number,
            "_state": ["new", "gone", "done", None][number % 4],
            "_search": f"街灯 {number}" if number % 3 else "道",
            "number": f"R-{number * 7919 % 1601:04}",
            "kind": ["高", "前の", "低", None, "別の"][number % 5],
            "road": [*roads, 99, None][number * 31 % 6],
            "day": None if number % 11 == 0 else date(2026, 1 + number % 12, 1),
        }
        for number in range(1, 1601)
    ]
    with store._database.writing() as connection:
        connection.execute(insert(table), rows)
    yield store
    store.close()
