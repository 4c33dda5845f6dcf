from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import URL

from blueprints.kit.fields.datetime import Datetime
from blueprints.kit.fields.multiline import Multiline
from blueprints.kit.fields.reference import Reference
from blueprints.kit.fields.text import Text
from blueprints.kit.store import Query, Unavailable, store
from tests.kit.conftest import ROOT
from tests.kit.store.making import PROJECT, make, open_store, report_flow


def test_records_are_shown_as_people_read_them(tmp_path: Path) -> None:
    road = make("road", {"name": Text("名")}, label="路線{name}")
    entity = make(
        "r",
        {"name": Text("名"), "road": Reference("路線", entity="road"), "at": Datetime("日時")},
        report_flow(),
        label="{name}({state}、{road})",
    )
    store = open_store(tmp_path, road, entity)
    target = road({"name": "国道"})
    store.save(target, who="窓口")
    record = entity({"name": "<b>", "road": 1, "at": Datetime.read("2026-04-01 9:30")})
    store.save(record, who="窓口")
    store.save(entity(), who="窓口")
    (second, first) = store.shown(entity, store.find(entity).records)
    assert first.label == first["label"] == "<b>(受付、路線国道)"
    assert first["road"] == "路線国道"
    assert first["at"] == "2026年4月1日 09:30"
    assert first["state"] == "受付"
    assert record.created_at
    assert first["created_at"].endswith(f"{record.created_at:%H:%M}")
    assert (second["name"], second["road"]) == ("", "")
    assert store.label("r", 1) == "<b>(受付、路線国道)"


def test_a_field_called_label_is_shown_beside_the_label_of_the_record(tmp_path: Path) -> None:
    entity = make("r", {"name": Text("名"), "label": Text("札")})
    store = open_store(tmp_path, entity)
    store.save(entity({"name": "a", "label": "b"}), who="窓口")
    (shown,) = store.shown(entity, store.find(entity).records)
    assert (shown["label"], shown.label) == ("b", "a")


def test_a_record_without_a_label_is_called_by_its_number(tmp_path: Path) -> None:
    entity, bare = make("r", {"name": Text("名")}), make("bare", {})
    store = open_store(tmp_path, entity, bare)
    store.save(entity(), who="窓口")
    store.save(bare(), who="窓口")
    assert store.options("r") == [(1, "#1")]
    assert store.options("bare") == [(1, "#1")]


def test_a_label_within_a_label_follows_it_also_in_a_circle(tmp_path: Path) -> None:
    one = make("one", {"name": Text("n"), "two": Reference("2", entity="two")}, label="{name}{two}")
    two = make("two", {"name": Text("n"), "one": Reference("1", entity="one")}, label="{name}{one}")
    third = make("third", {"two": Reference("2", entity="two")}, label="→{two}")
    store = open_store(tmp_path, one, two, third)
    first = one({"name": "a"})
    store.save(first, who="窓口")
    store.save(two({"name": "b", "one": 1}), who="窓口")
    store.save(third({"two": 1}), who="窓口")
    assert store.label("third", 1) == "→ba"
    first.values |= {"name": "c", "two": 1}
    store.save(first, who="窓口")
    assert store.label("two", 1).startswith("bc")
    assert store.label("third", 1) == f"→{store.label('two', 1)}"


def test_a_draft_is_kept_for_its_visitor_and_place_until_it_is_dropped(tmp_path: Path) -> None:
    entity = make("r", {"name": Text("名")})
    store = open_store(tmp_path, entity)
    typed = {"name": "半分", "tags": ["a"], "yes": True, "none": None, "n": 3}
    assert store.draft("me", "form/") is None
    store.keep_draft("me", "form/", {"name": "older"})
    store.keep_draft("me", "form/", typed)
    store.keep_draft("you", "form/", {"name": "other"})
    store.close()
    store = open_store(tmp_path, entity)
    assert store.draft("me", "form/") == typed
    assert store.draft("me", "form/5") is None
    store.drop_draft("me", "form/")
    assert store.draft("me", "form/") is None
    assert store.draft("you", "form/") == {"name": "other"}


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(typed=st.dictionaries(st.text(), st.text() | st.none() | st.booleans() | st.integers()))
def test_whatever_is_half_typed_is_kept(
    tmp_path_factory: pytest.TempPathFactory, typed: dict[str, object]
) -> None:
    store = open_store(tmp_path_factory.mktemp("draft"))
    store.keep_draft("me", "place", typed)
    assert store.draft("me", "place") == typed
    store.close()


def test_reset_brings_back_the_sample_data_and_only_that(tmp_path: Path) -> None:
    entity = make("r", {"name": Text("氏名"), "note": Multiline("内容")}, report_flow(), samples=5)
    store = open_store(tmp_path, entity)
    before = [(record.id, record.values) for record in store.find(entity).records]
    store.save(entity({"name": "typed"}), who="窓口")
    store.keep_draft("me", "form", {"name": "half"})
    store.reset()
    assert [(record.id, record.values) for record in store.find(entity).records] == before
    assert store.draft("me", "form") is None
    new = entity({"name": "next"})
    store.save(new, who="窓口")
    assert new.id == 6
    assert len(store.history(new)) == 1


def test_a_copy_has_sample_data_only_and_a_life_of_its_own(tmp_path: Path) -> None:
    entity = make("r", {"name": Text("氏名")}, samples=3)
    store = open_store(tmp_path, entity)
    store.save(entity({"name": "typed"}), who="窓口")
    place = URL.create("sqlite", database=str(tmp_path / "it's a copy?.db"))
    copy = store.copy(place.render_as_string())
    assert copy.count(entity) == 3
    copy.save(entity({"name": "there"}), who="窓口")
    assert store.find(entity, Query(search="there")).total == 0
    copy.close()


def test_an_entity_that_is_not_in_use_is_said_to_be_gone(tmp_path: Path) -> None:
    store = open_store(tmp_path, make("r", {"name": Text("名")}))
    gone = make("gone", {"name": Text("名")})
    for ask in (
        lambda: store.get(gone, 1),
        lambda: store.find(gone),
        lambda: store.save(gone({"name": "a"}), who="窓口"),
        lambda: store.options("gone"),
    ):
        with pytest.raises(Unavailable, match="今の試作品にはありません"):
            ask()


def test_entities_are_those_in_use_by_key(tmp_path: Path) -> None:
    first, second = make("a", {"n": Text("n")}), make("b", {"n": Text("n")})
    store = open_store(tmp_path, first)
    assert dict(store.entities) == {"a": first}
    store.use([first, second], PROJECT)
    assert dict(store.entities) == {"a": first, "b": second}


def test_every_public_method_tells_what_it_does() -> None:
    methods = inspect.getmembers(store.Store, callable)
    assert all(method.__doc__ for name, method in methods if not name.startswith("_"))


def test_the_store_needs_no_web_server() -> None:
    program = (
        "import sys; import blueprints.kit.store, blueprints.kit.store.samples; "
        "sys.exit('nicegui' in sys.modules or 'faker' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
