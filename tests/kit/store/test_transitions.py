from __future__ import annotations

from pathlib import Path

import pytest

from blueprints.kit.fields.boolean import Boolean
from blueprints.kit.fields.calculated import Calculated
from blueprints.kit.fields.integer import Integer
from blueprints.kit.fields.multiline import Multiline
from blueprints.kit.fields.text import Text
from blueprints.kit.model.entity import Entity
from blueprints.kit.store import REASON, Conflict, NotValid, Refused, Store
from tests.kit.store.making import make, open_store, report_flow


@pytest.fixture
def entity() -> type[Entity]:
    fields = {"note": Multiline("対応内容", max_length=5), "reason": Text("理由欄")}
    return make("r", fields, report_flow())


@pytest.fixture
def store(tmp_path: Path, entity: type[Entity]) -> Store:
    return open_store(tmp_path, entity)


@pytest.fixture
def record(store: Store, entity: type[Entity]) -> Entity:
    record = entity({"note": None})
    store.save(record, who="住民")
    return record


def test_a_transition_leads_to_its_state(store: Store, record: Entity) -> None:
    taken = store.take(record, "accept", role="desk", who="窓口")
    assert (taken.state, taken.version) == ("open", 2)
    assert (record.state, record.version) == ("new", 1)


def test_another_role_is_refused(store: Store, record: Entity) -> None:
    with pytest.raises(Refused) as caught:
        store.take(record, "accept", role="citizen", who="住民")
    assert "受け付ける" in caught.value.message
    kept = store.get(type(record), 1)
    assert kept is not None
    assert kept.state == "new"


def test_without_roles_everybody_may(store: Store, record: Entity) -> None:
    assert store.take(record, "accept", role=None, who="").state == "open"


def test_a_state_that_it_does_not_lead_from_is_refused(store: Store, record: Entity) -> None:
    with pytest.raises(Refused) as caught:
        store.take(record, "finish", role="desk", who="窓口")
    assert "受付" in caught.value.message
    with pytest.raises(Refused):
        store.take(record, "no such transition", role="desk", who="窓口")


def test_a_record_that_somebody_took_on_is_a_conflict(store: Store, record: Entity) -> None:
    store.take(record, "accept", role="desk", who="窓口")
    with pytest.raises(Conflict) as caught:
        store.take(record, "accept", role="desk", who="窓口")
    assert caught.value.record_now is not None
    assert caught.value.record_now.state == "open"


def test_required_fields_are_asked_for_and_kept_with_the_state(
    store: Store, record: Entity
) -> None:
    opened = store.take(record, "accept", role="desk", who="窓口")
    with pytest.raises(NotValid) as caught:
        store.take(opened, "finish", role="desk", who="窓口")
    assert list(caught.value.problems) == ["note"]
    with pytest.raises(NotValid):
        store.take(opened, "finish", role="desk", who="窓口", values={"note": "長すぎる内容です"})
    done = store.take(opened, "finish", role="desk", who="窓口", values={"note": "済"})
    assert (done.state, done.values["note"]) == ("done", "済")


def test_a_missing_reason_is_told_apart_from_a_field_of_that_name(
    store: Store, record: Entity
) -> None:
    opened = store.take(record, "accept", role="desk", who="窓口")
    with pytest.raises(NotValid) as caught:
        store.take(opened, "send_back", role="chief", who="係長", reason=" ")
    assert list(caught.value.problems) == [REASON]
    back = store.take(opened, "send_back", role="chief", who="係長", reason=" 書類不足 ")
    assert store.history(back)[0].reason == "書類不足"


def test_only_the_given_values_are_written(store: Store, record: Entity) -> None:
    other = store.get(type(record), 1)
    assert other is not None
    other.values["reason"] = "typed by somebody else"
    store.save(other, who="住民")
    taken = store.take(record, "accept", role="desk", who="窓口", values={"note": "a"})
    assert taken.values["reason"] == "typed by somebody else"
    assert taken.values["note"] == "a"


def test_a_value_that_somebody_changed_meanwhile_is_a_conflict(
    store: Store, record: Entity
) -> None:
    other = store.get(type(record), 1)
    assert other is not None
    other.values["note"] = "x"
    store.save(other, who="住民")
    with pytest.raises(Conflict):
        store.take(record, "accept", role="desk", who="窓口", values={"note": "a"})


def test_a_required_box_must_be_ticked_and_computed_fields_are_not_asked(tmp_path: Path) -> None:
    flow = report_flow()
    flow.transitions["accept"].__dict__["requires"] = ["seen", "total"]
    fields = {
        "seen": Boolean("確認"),
        "count": Integer("数"),
        "total": Calculated("計", formula="{count} * 2"),
    }
    entity = make("r", fields, flow)
    store = open_store(tmp_path, entity)
    record = entity({"seen": False})
    store.save(record, who="住民")
    with pytest.raises(NotValid) as caught:
        store.take(record, "accept", role="desk", who="窓口")
    assert list(caught.value.problems) == ["seen"]
    store.take(record, "accept", role="desk", who="窓口", values={"seen": True})


def test_a_state_that_is_gone_is_shown_as_it_is_and_leads_nowhere(tmp_path: Path) -> None:
    entity = make("r", {"note": Text("n")}, report_flow())
    store = open_store(tmp_path, entity)
    record = entity({"note": "a"})
    store.save(record, who="住民")
    store.take(record, "accept", role="desk", who="窓口")
    flow = report_flow()
    del flow.states["open"]
    changed = make("r", {"note": Text("n")}, flow)
    store.use([changed], store._model.project)
    kept = store.get(changed, 1)
    assert kept is not None
    assert kept.state == "open"
    assert store.shown(changed, [kept])[0]["state"] == "open"
    assert store.find(changed).total == 1
