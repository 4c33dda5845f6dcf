from __future__ import annotations

import threading
from datetime import date
from decimal import Decimal as Number
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprints.kit.fields.auto_number import AutoNumber
from blueprints.kit.fields.boolean import Boolean
from blueprints.kit.fields.calculated import Calculated
from blueprints.kit.fields.choice import Choice
from blueprints.kit.fields.date import Date
from blueprints.kit.fields.datetime import Datetime
from blueprints.kit.fields.decimal import Decimal
from blueprints.kit.fields.integer import Integer
from blueprints.kit.fields.multi_choice import MultiChoice
from blueprints.kit.fields.multiline import Multiline
from blueprints.kit.fields.reference import Reference
from blueprints.kit.fields.text import Text
from blueprints.kit.fields.time import Time
from blueprints.kit.store import Conflict, NotValid
from blueprints.kit.store.clock import now
from tests.kit.store.making import make, open_store, report_flow, sqlite_only, url_of


def test_every_type_of_value_comes_back_as_it_was(tmp_path: Path) -> None:
    entity = make(
        "all",
        {
            "text": Text("t"),
            "lines": Multiline("l"),
            "count": Integer("c"),
            "share": Decimal("s"),
            "day": Date("d"),
            "moment": Datetime("m"),
            "clock": Time("k"),
            "yes": Boolean("y"),
            "kind": Choice("k", choices=("a", "b")),
            "tags": MultiChoice("g", choices=("x", "y", "z")),
        },
    )
    typed = {
        "text": "東栄町",
        "lines": "a\nb",
        "count": "1,234",
        "share": "-12.345",
        "day": "令和8年4月1日",
        "moment": "2026-04-01 9:30",
        "clock": "9時",
        "yes": True,
        "kind": "b",
        "tags": ["z", "x"],
    }
    values = {key: entity.fields[key].parse(value) for key, value in typed.items()}
    store = open_store(tmp_path, entity)
    record = entity(values)
    store.save(record, who="窓口")
    store.close()
    found = open_store(tmp_path, entity).get(entity, record.id or 0)
    assert found is not None
    assert {key: found.values[key] for key in values} == values


def test_a_new_record_gets_its_version_its_first_state_and_its_moments(tmp_path: Path) -> None:
    entity = make("r", {"note": Text("n")}, report_flow())
    store = open_store(tmp_path, entity)
    before = now()
    record = entity({"note": "a", "state": "done"})
    store.save(record, who="窓口")
    assert (record.id, record.version, record.state) == (1, 1, "new")
    assert record.created_at is not None
    assert before <= record.created_at <= now()
    assert record.created_at.utcoffset() is not None


def test_a_field_that_was_not_asked_gets_its_default(tmp_path: Path) -> None:
    entity = make("r", {"a": Text("a", default="x"), "b": Text("b", default="x")})
    store = open_store(tmp_path, entity)
    record = entity({"b": None})
    store.save(record, who="窓口")
    assert record.values["a"] == "x"
    assert record.values["b"] is None


def test_rules_of_the_fields_are_checked_and_nothing_is_written(tmp_path: Path) -> None:
    entity = make(
        "r", {"name": Text("名称", required=True), "count": Integer("数", min=1), "ok": Text("可")}
    )
    store = open_store(tmp_path, entity)
    with pytest.raises(NotValid) as caught:
        store.save(entity({"name": "", "count": 0, "ok": "a"}), who="窓口")
    assert caught.value.problems == {
        "name": entity.fields["name"].missing(),
        "count": "1以上にしてください",
    }
    assert store.count(entity) == 0


def test_only_asked_or_changed_fields_are_checked_when_the_form_says_which(tmp_path: Path) -> None:
    entity = make("r", {"name": Text("名称", required=True), "dept": Text("課", required=True)})
    store = open_store(tmp_path, entity)
    record = entity({"name": "a"})
    store.save(record, who="住民", asked=["name"])
    record.values["name"] = None
    with pytest.raises(NotValid) as caught:
        store.save(record, who="住民", asked=[])
    assert list(caught.value.problems) == ["name"]


def test_a_hidden_field_is_not_checked_and_keeps_its_value(tmp_path: Path) -> None:
    entity = make(
        "r",
        {
            "kind": Choice("種別", choices=("a", "b")),
            "count": Integer("数", max=5, required=True, show_when={"kind": ["b"]}),
        },
    )
    store = open_store(tmp_path, entity)
    record = entity({"kind": "a", "count": 9})
    store.save(record, who="窓口")
    assert record.values["count"] == 9
    record.values["kind"] = "b"
    with pytest.raises(NotValid) as caught:
        store.save(record, who="窓口")
    assert list(caught.value.problems) == ["count"]


def test_a_unique_value_is_refused_a_second_time_but_not_to_its_own_record(tmp_path: Path) -> None:
    entity = make("r", {"code": Text("番号", unique=True), "note": Text("n")})
    store = open_store(tmp_path, entity)
    record = entity({"code": "a"})
    store.save(record, who="窓口")
    with pytest.raises(NotValid) as caught:
        store.save(entity({"code": "a"}), who="窓口")
    assert caught.value.problems == {"code": "同じ番号の記録がもうあります"}
    record.values["note"] = "b"
    store.save(record, who="窓口")
    store.save(entity({"code": None}), who="窓口")
    store.save(entity({"code": None}), who="窓口")
    assert store.count(entity) == 3


def test_a_unique_value_is_saved_once_when_many_save_it_at_the_same_time(tmp_path: Path) -> None:
    entity = make("r", {"code": Text("番号", unique=True)})
    stores = [open_store(tmp_path, entity) for _ in range(4)]
    refused = []

    def save(number: int) -> None:
        try:
            stores[number].save(entity({"code": "same"}), who="窓口")
        except NotValid:
            refused.append(number)

    _at_once(save, 4)
    assert len(refused) == 3
    assert stores[0].count(entity) == 1


def test_a_reference_must_point_to_a_record(tmp_path: Path) -> None:
    road = make("road", {"name": Text("名")})
    entity = make("r", {"road": Reference("路線", entity="road")})
    store = open_store(tmp_path, road, entity)
    with pytest.raises(NotValid) as caught:
        store.save(entity({"road": 7}), who="窓口")
    assert caught.value.problems == {"road": "選んだ記録が見つかりません"}
    target = road({"name": "国道"})
    store.save(target, who="窓口")
    store.save(entity({"road": target.id}), who="窓口")


def test_what_the_database_can_not_keep_is_told_to_who_typed_it(tmp_path: Path) -> None:
    entity = make(
        "r",
        {
            "text": Text("t"),
            "half": Text("h"),
            "share": Decimal("s"),
            "count": Integer("c"),
            "tags": MultiChoice("g", choices=("\0",)),
        },
    )
    store = open_store(tmp_path, entity)
    typed = {
        "text": "a\0b",
        "half": "\ud83d",
        "share": Number("1e25"),
        "count": 2**70,
        "tags": ("\0",),
    }
    with pytest.raises(NotValid) as caught:
        store.save(entity(typed), who="窓口")
    assert set(caught.value.problems) == set(typed)


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    key=st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=80),
    text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1),
)
def test_hostile_keys_and_texts_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, key: str, text: str
) -> None:
    entity = make(key, {key: Multiline(key), "class": Text("c")})
    store = open_store(tmp_path_factory.mktemp("hostile"), entity)
    record = entity({key: text, "class": "'; DROP TABLE _history; --"})
    store.save(record, who=text)
    found = store.get(entity, record.id or 0)
    assert found is not None
    assert found.values[key] == (text if key != "class" else found.values["class"])
    assert store.find(entity).total == 1
    store.close()


def test_numbers_count_up_within_what_stands_before_the_count(tmp_path: Path) -> None:
    entity = make("r", {"number": AutoNumber("番号", format="R{year}-{seq:03}")})
    store = open_store(tmp_path, entity)
    records = [entity({"number": "mine"}) for _ in range(3)]
    for record in records:
        store.save(record, who="窓口")
    year = now().year
    assert [record.values["number"] for record in records] == [
        f"R{year}-001",
        f"R{year}-002",
        f"R{year}-003",
    ]


def test_a_changed_format_goes_on_counting_and_never_gives_a_number_twice(tmp_path: Path) -> None:
    numbers = []
    for written in ("{seq:03}", "{seq:03}", "{seq:05}", "X", "X", "{seq:03}"):
        entity = make("r", {"number": AutoNumber("番号", format=written)})
        store = open_store(tmp_path, entity)
        record = entity()
        store.save(record, who="窓口")
        numbers.append(record.values["number"])
        store.close()
    assert numbers == ["001", "002", "00003", "X", "X-2", "004"]


def test_many_at_once_get_different_numbers(tmp_path: Path) -> None:
    entity = make("r", {"number": AutoNumber("番号")})
    shared = open_store(tmp_path, entity)
    own = [open_store(tmp_path, entity) for _ in range(3)]
    numbers: list[str] = []

    def save(number: int) -> None:
        for _ in range(10):
            record = entity()
            (own[number] if number < 3 else shared).save(record, who="窓口")
            numbers.append(record.values["number"])

    _at_once(save, 6)
    assert sorted(numbers) == [f"{number:04}" for number in range(1, 61)]


def test_what_is_calculated_follows_the_values_and_is_kept(tmp_path: Path) -> None:
    entity = make(
        "r",
        {
            "total": Calculated("計", formula="{price} * {hours} / 3"),
            "price": Integer("単価"),
            "hours": Decimal("時間"),
            "twice": Calculated("倍", formula="{total} * 2"),
        },
    )
    store = open_store(tmp_path, entity)
    record = entity({"price": 100, "hours": Number("0.5"), "total": Number(5)})
    store.save(record, who="窓口")
    assert record.values["total"] == Number("16.666666667")
    assert record.values["twice"] == Number("33.333333334")
    record.values["hours"] = None
    store.save(record, who="窓口")
    assert record.values["total"] is None


def test_a_stale_record_is_refused_with_the_record_as_it_is_now(tmp_path: Path) -> None:
    entity = make("r", {"note": Text("n")})
    store = open_store(tmp_path, entity)
    record = entity({"note": "a"})
    store.save(record, who="窓口")
    stale = store.get(entity, 1)
    assert stale is not None
    record.values["note"] = "b"
    store.save(record, who="窓口")
    stale.values["note"] = "c"
    with pytest.raises(Conflict) as caught:
        store.save(stale, who="係長")
    assert caught.value.record_now is not None
    assert caught.value.record_now.values["note"] == "b"
    kept = store.get(entity, 1)
    assert kept is not None
    assert kept.values["note"] == "b"


def test_a_record_that_is_gone_is_a_conflict_without_a_record(tmp_path: Path) -> None:
    entity = make("r", {"note": Text("n")})
    store = open_store(tmp_path, entity)
    with pytest.raises(Conflict) as caught:
        store.save(entity({"note": "a"}, id=5, version=1), who="窓口")
    assert caught.value.record_now is None


def test_saving_without_a_change_writes_nothing(tmp_path: Path) -> None:
    entity = make("r", {"note": Text("n"), "day": Date("d")})
    store = open_store(tmp_path, entity)
    record = entity({"note": "a", "day": date(2026, 4, 1)})
    store.save(record, who="窓口")
    store.save(record, who="窓口")
    assert record.version == 1
    assert len(store.history(record)) == 1


def test_values_that_a_record_does_not_have_stay_as_they_are(tmp_path: Path) -> None:
    entity = make("r", {"note": Text("n"), "other": Text("o")})
    store = open_store(tmp_path, entity)
    store.save(entity({"note": "a", "other": "b"}), who="窓口")
    record = entity({"note": "c"}, id=1, version=1)
    store.save(record, who="窓口")
    assert record.values == {"note": "c", "other": "b", "state": None} | {
        key: record.values[key] for key in ("created_at", "updated_at")
    }


@sqlite_only
def test_the_database_is_where_the_url_says(tmp_path: Path) -> None:
    open_store(tmp_path, make("r", {"note": Text("n")}))
    assert url_of(tmp_path).endswith("records.db")
    assert (tmp_path / "records.db").is_file()


def _at_once(work: object, count: int) -> None:
    """Run ``work`` in ``count`` threads that begin together; their errors fail the test."""
    ready, errors = threading.Barrier(count), []

    def run(number: int) -> None:
        try:
            ready.wait(timeout=10)
            work(number)  # type: ignore[operator]
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
