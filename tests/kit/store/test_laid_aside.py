"""A reset lays everything aside, and a press brings it back: nothing that was typed is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from blueprints.kit.fields.auto_number import AutoNumber
from blueprints.kit.fields.file import File
from blueprints.kit.fields.integer import Integer
from blueprints.kit.fields.text import Text
from blueprints.kit.model.attachment import Attachment
from blueprints.kit.model.entity import Entity
from blueprints.kit.store import Store
from blueprints.kit.store.attachments import hashes
from tests.kit.store.making import PROJECT, make, open_store

FIELDS = {
    "number": AutoNumber("番号", format="R{seq:03}"),
    "place": Text("場所"),
    "plan": File("図面"),
}


def entity(**more: Any) -> type[Entity]:
    return make("report", FIELDS | more, samples=3)


def places(store: Store, kind: type[Entity]) -> set[str]:
    return {str(record.values["place"]) for record in store.find(kind).records}


def test_a_reset_is_taken_back_with_history_drafts_and_numbers(tmp_path: Path) -> None:
    kind = entity()
    store = open_store(tmp_path, kind)
    samples = places(store, kind)
    typed = kind({"place": "城前"})
    store.save(typed, who="窓口")
    store.save(kind({"place": "駅前"}, id=typed.id, version=typed.version), who="係長")
    store.keep_draft("me", "form/", {"place": "途中"})
    assert store.laid_aside_at is None
    store.reset()
    assert places(store, kind) == samples
    assert store.draft("me", "form/") is None
    assert store.laid_aside_at is not None
    store.undo_reset()
    assert places(store, kind) == samples | {"駅前"}
    again = store.get(kind, typed.id or 0)
    assert again
    assert [change.who for change in store.history(again)] == ["係長", "窓口"]
    assert store.draft("me", "form/") == {"place": "途中"}
    fresh = kind({"place": "橋"})
    store.save(fresh, who="窓口")
    assert fresh.values["number"] != again.values["number"]
    store.close()


def test_what_was_typed_since_is_laid_aside_in_its_turn(tmp_path: Path) -> None:
    kind = entity()
    store = open_store(tmp_path, kind)
    store.save(kind({"place": "前"}), who="")
    store.reset()
    store.save(kind({"place": "後"}), who="")
    store.keep_draft("me", "form/", {"place": "新しい"})
    store.undo_reset()
    assert "前" in places(store, kind)
    assert "後" not in places(store, kind)
    assert store.draft("me", "form/") == {"place": "新しい"}
    store.undo_reset()
    assert "後" in places(store, kind)
    assert "前" not in places(store, kind)
    store.close()


def test_after_another_start_it_can_still_be_taken_back(tmp_path: Path) -> None:
    kind = entity()
    store = open_store(tmp_path, kind)
    store.save(kind({"place": "前"}), who="")
    store.reset()
    store.close()
    store = open_store(tmp_path, kind)
    assert store.laid_aside_at is not None
    store.undo_reset()
    assert "前" in places(store, kind)
    store.close()


def test_after_a_changed_spec_records_come_back_as_it_has_them_now(tmp_path: Path) -> None:
    kind = entity()
    store = open_store(tmp_path, kind)
    store.save(kind({"place": "前"}), who="")
    store.reset()
    changed = make(
        "report",
        {"number": FIELDS["number"], "where": Text("位置", was=["place"]), "width": Integer("幅")},
        samples=3,
        label="{where}です",
    )
    other = make("road", {"name": Text("名")}, samples=2)
    store.use([changed, other], PROJECT)
    store.save(other({"name": "新しい路線"}), who="")
    store.undo_reset()
    found = [record for record in store.find(changed).records if record.values["where"] == "前"]
    assert [store.label("report", record.id or 0) for record in found] == ["前です"]
    assert found[0].values["width"] is None
    assert store.find(other).total == 3, "what came since stays"
    store.close()


def test_files_of_what_was_laid_aside_are_kept(tmp_path: Path) -> None:
    kind = entity()
    store = open_store(tmp_path, kind)
    kept = store.files.keep(b"plan")
    store.save(kind({"place": "前", "plan": (Attachment("a.pdf", kept, 4),)}), who="")
    drafted = store.files.keep(b"drafted")
    store.keep_draft("me", "form/", {"plan": [Attachment("b.pdf", drafted, 7).to_json()]})
    store.reset()
    with store._database.reading() as connection:
        assert {kept, drafted} <= hashes(connection)
    store.reset()
    with store._database.reading() as connection:
        assert kept not in hashes(connection), "only the last reset can be taken back"
    store.close()
