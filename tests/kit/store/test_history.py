from __future__ import annotations

from pathlib import Path

from blueprints.kit.fields.calculated import Calculated
from blueprints.kit.fields.integer import Integer
from blueprints.kit.fields.reference import Reference
from blueprints.kit.fields.text import Text
from blueprints.kit.store.clock import now
from blueprints.kit.texts import speak
from tests.kit.store.making import make, open_store, report_flow


def test_everything_that_happens_is_remembered_newest_first(tmp_path: Path) -> None:
    road = make("road", {"name": Text("名")})
    fields = {
        "road": Reference("路線", entity="road"),
        "count": Integer("数", unit="件"),
        "twice": Calculated("倍", formula="{count} * 2"),
        "note": Text("内容"),
    }
    entity = make("r", fields, report_flow())
    store = open_store(tmp_path, road, entity)
    target = road({"name": "国道"})
    store.save(target, who="窓口")
    record = entity({"count": 1})
    start = now()
    store.save(record, who="住民")
    record.values |= {"count": 2, "road": target.id}
    store.save(record, who="窓口")
    taken = store.take(record, "accept", role="desk", who="係", values={"note": "<b>"})
    newest, changed, created = store.history(taken)
    assert (created.who, created.action) == ("住民", "登録")
    assert list(created.changes) == [("状態", "", "受付"), ("数", "", "1件"), ("倍", "", "2")]
    assert (changed.who, changed.action, changed.reason) == ("窓口", "変更", "")
    assert list(changed.changes) == [
        ("路線", "", "国道"),
        ("数", "1件", "2件"),
        ("倍", "2", "4"),
    ]
    assert (newest.who, newest.action) == ("係", "受け付ける")
    assert list(newest.changes) == [("状態", "受付", "確認中"), ("内容", "", "<b>")]
    assert start <= created.at <= changed.at <= newest.at <= now()
    assert newest.at.utcoffset() == now().utcoffset()


def test_the_history_keeps_what_was_said_then_and_speaks_the_present_language(
    tmp_path: Path,
) -> None:
    entity = make("r", {"note": Text("旧題")})
    store = open_store(tmp_path, entity)
    record = entity({"note": "a"})
    store.save(record, who="窓口")
    store.use([make("r", {"note": Text("新題")})], store._model.project)
    speak("en")
    (created,) = store.history(record)
    assert created.action == "Added"
    assert list(created.changes) == [("旧題", "", "a")]


def test_a_name_that_can_not_be_kept_does_not_stop_a_save(tmp_path: Path) -> None:
    entity = make("r", {"note": Text("n")})
    store = open_store(tmp_path, entity)
    record = entity({"note": "a"})
    store.save(record, who="\ud800")
    assert store.history(record)[0].who == "?"
