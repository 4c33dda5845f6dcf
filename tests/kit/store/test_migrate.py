"""What happens to records when the spec changes: nothing that was typed is ever lost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from blueprints.kit.fields.auto_number import AutoNumber
from blueprints.kit.fields.boolean import Boolean
from blueprints.kit.fields.calculated import Calculated
from blueprints.kit.fields.choice import Choice
from blueprints.kit.fields.date import Date
from blueprints.kit.fields.datetime import Datetime
from blueprints.kit.fields.decimal import Decimal
from blueprints.kit.fields.integer import Integer
from blueprints.kit.fields.money import Money
from blueprints.kit.fields.multi_choice import MultiChoice
from blueprints.kit.fields.multiline import Multiline
from blueprints.kit.fields.reference import Reference
from blueprints.kit.fields.text import Text
from blueprints.kit.model.entity import Entity, Flow, State, Transition
from blueprints.kit.model.field import Field
from blueprints.kit.store import Query, Store
from tests.kit.store.making import NO_FLOW, PROJECT, make, open_store


class Life:
    """One entity through changes of its spec, half of them with a restart."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.store: Store | None = None
        self.entity: type[Entity] = Entity

    def becomes(
        self,
        fields: Mapping[str, Field[Any]],
        *others: type[Entity],
        key: str = "r",
        flow: Flow = NO_FLOW,
        restart: bool = False,
        **about: Any,
    ) -> Store:
        self.entity = make(key, fields, flow, **about)
        entities = (self.entity, *others)
        if self.store is None or restart:
            if self.store:
                self.store.close()
            self.store = open_store(self._folder, *entities)
        else:
            self.store.use(entities, PROJECT)
        return self.store

    def save(self, **values: Any) -> Entity:
        assert self.store
        record = self.entity(values)
        self.store.save(record, who="窓口")
        return record

    def values(self, id: int = 1) -> dict[str, Any]:
        assert self.store
        record = self.store.get(self.entity, id)
        assert record
        return {key: record.values[key] for key in self.entity.fields}


@pytest.fixture
def life(tmp_path: Path) -> Life:
    return Life(tmp_path)


@pytest.fixture(params=["live", "restart"])
def restart(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "restart")


def test_an_added_field_is_empty_and_can_be_filled(life: Life, restart: bool) -> None:
    life.becomes({"a": Text("a")})
    life.save(a="1")
    life.becomes({"new": Integer("n"), "a": Text("a")}, restart=restart)
    assert life.values() == {"new": None, "a": "1"}
    life.save(a="2", new=5)
    assert life.values(2) == {"new": 5, "a": "2"}


def test_a_field_that_vanishes_keeps_its_values_for_its_return(life: Life, restart: bool) -> None:
    life.becomes({"a": Text("a"), "b": Text("b")})
    life.save(a="1", b="typed")
    store = life.becomes({"a": Text("a")}, restart=restart)
    assert life.values() == {"a": "1"}
    assert store.find(life.entity, Query(search="typed")).total == 0
    store = life.becomes({"a": Text("a"), "b": Text("b")}, restart=restart)
    assert life.values() == {"a": "1", "b": "typed"}
    assert store.find(life.entity, Query(search="typed")).total == 1


def test_a_renamed_field_takes_its_values_along(life: Life, restart: bool) -> None:
    life.becomes({"a": Text("a"), "b": Text("b")})
    life.save(a="1", b="2")
    life.becomes({"c": Text("c", was=["a"]), "b": Text("b")}, restart=restart)
    assert life.values() == {"c": "1", "b": "2"}
    life.becomes({"d": Text("d", was=["c", "a"]), "b": Text("b")}, restart=restart)
    assert life.values() == {"d": "1", "b": "2"}
    life.becomes({"d": Text("d"), "b": Text("b"), "a": Text("a")}, restart=restart)
    assert life.values() == {"d": "1", "b": "2", "a": None}


def test_a_rename_that_is_told_late_brings_the_values_to_where_nothing_was_typed(
    life: Life, restart: bool
) -> None:
    life.becomes({"a": Text("a")})
    life.save(a="first")
    life.save(a="second")
    store = life.becomes({"b": Text("b")}, restart=restart)
    record = store.get(life.entity, 2)
    assert record
    record.values["b"] = "newer"
    store.save(record, who="窓口")
    store = life.becomes({"b": Text("b", was=["a"])}, restart=restart)
    assert life.values(1) == {"b": "first"}
    assert life.values(2) == {"b": "newer"}
    record = store.get(life.entity, 1)
    assert record
    record.values["b"] = None
    store.save(record, who="窓口")
    life.becomes({"b": Text("b", was=["a"])}, restart=True)
    assert life.values(1) == {"b": None}


def test_a_renamed_field_of_another_type_is_converted(life: Life, restart: bool) -> None:
    life.becomes({"a": Text("a")})
    life.save(a="12")
    life.becomes({"b": Integer("b", was=["a"])}, restart=restart)
    assert life.values() == {"b": 12}


@pytest.mark.parametrize(
    ("old", "value", "new", "expected"),
    [
        (Text("f"), "１，２３４円", Money("f"), 1234),
        (Text("f"), "令和8年4月1日", Date("f"), date(2026, 4, 1)),
        (Date("f"), date(2026, 4, 1), Text("f"), "2026-04-01"),
        (Integer("f", unit="人"), 12, Text("f"), "12"),
        (Integer("f"), 12, Decimal("f"), 12),
        (Boolean("f"), True, Choice("f", choices=("はい", "いいえ")), "はい"),
        (Choice("f", choices=("a", "b")), "a", MultiChoice("f", choices=("a", "b")), ("a",)),
        (MultiChoice("f", choices=("a", "b")), ("a", "b"), Text("f"), "a、b"),
        (Text("f"), "x", Choice("f", choices=("a", "b")), "x"),
        (Text("f"), "x", Multiline("f"), "x"),
        (Datetime("f"), Datetime.read("2026-04-01 9:30"), Text("f"), "2026-04-01 09:30"),
    ],
)
def test_a_changed_type_reads_the_old_values_anew(
    life: Life, restart: bool, old: Field[Any], value: Any, new: Field[Any], expected: Any
) -> None:
    life.becomes({"f": old})
    life.save(f=value)
    life.becomes({"f": new}, restart=restart)
    assert life.values() == {"f": expected}


def test_what_the_new_type_can_not_read_comes_back_with_the_old_one(
    life: Life, restart: bool
) -> None:
    life.becomes({"f": Text("f")})
    life.save(f="about ten")
    life.save(f="10")
    store = life.becomes({"f": Integer("f")}, restart=restart)
    assert [life.values(1), life.values(2)] == [{"f": None}, {"f": 10}]
    record = store.get(life.entity, 2)
    assert record
    record.values["f"] = 11
    store.save(record, who="窓口")
    life.becomes({"f": Text("f")}, restart=restart)
    assert [life.values(1), life.values(2)] == [{"f": "about ten"}, {"f": "11"}]


def test_a_number_too_large_for_the_new_type_is_not_lost(life: Life) -> None:
    life.becomes({"f": Text("f")})
    life.save(f="1e25")
    life.becomes({"f": Decimal("f")})
    assert life.values() == {"f": None}
    life.becomes({"f": Text("f")})
    assert life.values() == {"f": "1e25"}


def test_a_field_that_returns_with_another_type_is_converted(life: Life, restart: bool) -> None:
    life.becomes({"a": Text("a"), "f": Text("f")})
    life.save(f="7")
    life.becomes({"a": Text("a")}, restart=restart)
    life.becomes({"a": Text("a"), "f": Integer("f")}, restart=restart)
    assert life.values() == {"a": None, "f": 7}


def test_texts_become_references_by_the_label_and_references_texts(
    life: Life, restart: bool
) -> None:
    road = make("road", {"name": Text("名")})
    life.becomes({"f": Text("f")}, road)
    assert life.store
    life.store.save(road({"name": "国道"}), who="窓口")
    life.save(f="国道")
    life.becomes({"f": Reference("f", entity="road")}, road, restart=restart)
    assert life.values() == {"f": 1}
    life.becomes({"f": Text("f")}, road, restart=restart)
    assert life.values() == {"f": "国道"}


def test_a_reference_that_points_elsewhere_does_not_take_ids_along(life: Life) -> None:
    road, town = make("road", {"name": Text("名")}), make("town", {"name": Text("名")})
    life.becomes({"f": Reference("f", entity="road")}, road, town)
    assert life.store
    life.store.save(road({"name": "国道"}), who="窓口")
    life.store.save(town({"name": "会津若松市"}), who="窓口")
    life.save(f=1)
    life.becomes({"f": Reference("f", entity="town")}, road, town)
    assert life.values() == {"f": None}


def test_a_renamed_entity_keeps_records_history_and_numbers(life: Life, restart: bool) -> None:
    fields: dict[str, Field[Any]] = {"number": AutoNumber("番"), "a": Text("a")}
    other = make("o", {"to": Reference("r", entity="r")})
    life.becomes(fields, other)
    life.save(a="1")
    assert life.store
    life.store.save(other({"to": 1}), who="窓口")
    other = make("o", {"to": Reference("r", entity="renamed")})
    store = life.becomes(fields, other, key="renamed", was=["r"], restart=restart)
    assert life.values() == {"number": "0001", "a": "1"}
    record = store.get(life.entity, 1)
    assert record
    assert len(store.history(record)) == 1
    assert life.save(a="2").values["number"] == "0002"
    pointing = store.get(other, 1)
    assert pointing
    assert pointing.values["to"] == 1


def test_an_entity_whose_rename_is_told_late_finds_what_people_typed(
    life: Life, restart: bool
) -> None:
    life.becomes({"a": Text("a")}, samples=2)
    life.save(a="typed")
    store = life.becomes({"a": Text("a")}, key="renamed", samples=2, restart=restart)
    assert store.find(life.entity, Query(search="typed")).total == 0
    store = life.becomes({"a": Text("a")}, key="renamed", was=["r"], samples=2, restart=restart)
    assert store.find(life.entity, Query(search="typed")).total == 1
    assert store.count(life.entity) == 3


def test_an_entity_that_vanishes_keeps_its_records_for_its_return(life: Life) -> None:
    keep = make("keep", {"a": Text("a")})
    life.becomes({"a": Text("a")}, keep)
    life.save(a="typed")
    store = life.becomes({"a": Text("a")}, key="other")
    assert list(store.entities) == ["other"]
    life.becomes({"a": Text("a")}, keep)
    assert life.values() == {"a": "typed"}


def test_renamed_states_are_followed_and_old_records_get_a_first_state(
    life: Life, restart: bool
) -> None:
    life.becomes({"a": Text("a")})
    life.save(a="1")
    first = Flow(State("x"), State("y"), Transition("go", "進む", from_=["x"], to="y"))
    store = life.becomes({"a": Text("a")}, flow=first, restart=restart)
    record = store.get(life.entity, 1)
    assert record
    assert record.state == "x"
    store.take(record, "go", role=None, who="窓口")
    second = Flow(State("x"), State("z", "新しい名", was=["y"]))
    store = life.becomes({"a": Text("a")}, flow=second, restart=restart)
    record = store.get(life.entity, 1)
    assert record
    assert record.state == "z"
    assert store.find(life.entity, Query(search="新しい名")).total == 1
    life.becomes({"a": Text("a")}, restart=restart)
    record = store.get(life.entity, 1)
    assert record
    assert record.state == "z"


def test_labels_and_searches_follow_what_the_spec_says_now(life: Life, restart: bool) -> None:
    other = make("o", {"to": Reference("r", entity="r")}, label="→{to}")
    life.becomes({"a": Text("a"), "n": Integer("n", unit="人")}, other)
    life.save(a="名", n=5)
    assert life.store
    life.store.save(other({"to": 1}), who="窓口")
    store = life.becomes(
        {"a": Text("a"), "n": Integer("n", unit="頭")}, other, label="{n} {a}", restart=restart
    )
    assert store.label("r", 1) == "5頭 名"
    assert store.label("o", 1) == "→5頭 名"
    assert store.find(life.entity, Query(search="5人")).total == 0
    assert store.find(life.entity, Query(search="5頭")).total == 1


def test_computed_fields_come_to_records_that_were_there_before(life: Life, restart: bool) -> None:
    life.becomes({"n": Integer("n")})
    life.save(n=5)
    life.save(n=6)
    fields: dict[str, Field[Any]] = {
        "n": Integer("n"),
        "twice": Calculated("t", formula="{n} * 2"),
        "number": AutoNumber("番"),
    }
    life.becomes(fields, restart=restart)
    assert life.values(1) == {"n": 5, "twice": 10, "number": "0001"}
    assert life.values(2) == {"n": 6, "twice": 12, "number": "0002"}
    fields = fields | {"twice": Calculated("t", formula="{n} * 3")}
    life.becomes(fields, restart=restart)
    assert life.values(1)["twice"] == 15


def test_a_record_that_was_opened_before_a_change_can_still_be_saved(life: Life) -> None:
    store = life.becomes({"a": Text("a"), "b": Text("b")})
    opened = life.save(a="1", b="2")
    life.becomes({"c": Text("c", was=["a"])}, key="renamed", was=["r"])
    opened.values |= {"a": "typed in the old form", "b": "gone"}
    store.save(opened, who="窓口")
    assert life.values() == {"c": "typed in the old form"}


def test_a_change_that_fails_leaves_the_old_model_in_use(life: Life) -> None:
    class Broken(Text):
        def column(self) -> Any:
            raise RuntimeError

    store = life.becomes({"a": Text("a")})
    entity = life.entity
    life.save(a="1")
    with pytest.raises(RuntimeError):
        store.use([make("r", {"b": Text("b", was=["a"]), "c": Broken("c")})], PROJECT)
    life.entity = entity
    assert life.values() == {"a": "1"}
    life.save(a="2")
    life.becomes({"a": Text("a")}, restart=True)
    assert life.values(2) == {"a": "2"}


def test_a_hundred_changes_of_a_key_while_it_is_typed_lose_nothing(life: Life) -> None:
    life.becomes({"f": Text("f"), "keep": Text("k")})
    life.save(f="typed", keep="k")
    for number in range(100):
        life.becomes({f"f{number}": Text("f"), "keep": Text("k")})
    life.becomes({"f": Text("f"), "keep": Text("k")})
    assert life.values() == {"f": "typed", "keep": "k"}
