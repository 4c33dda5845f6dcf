"""Contents beside the database: kept once, dropped when nothing uses them, never by their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprints.kit.fields.file import File
from blueprints.kit.fields.photo import Photo
from blueprints.kit.fields.text import Text
from blueprints.kit.model.attachment import Attachment, clean_name
from blueprints.kit.store import Unavailable
from blueprints.kit.store.files import Files
from tests.kit.store.making import grow_old, make, open_store


def test_the_same_content_is_kept_once_and_nothing_half_written_is_left(tmp_path: Path) -> None:
    files = Files(tmp_path)
    first, second = files.keep(b"plan"), files.keep(b"plan")
    assert first == second
    assert [path.name for path in tmp_path.glob("*/*")] == [first]
    found = files.path(first)
    assert found
    assert found.read_bytes() == b"plan"


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "0" * 63, "A" * 64, "0" * 64])
def test_what_is_no_hash_of_a_content_leads_nowhere(tmp_path: Path, digest: str) -> None:
    assert Files(tmp_path).path(digest) is None


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../a.pdf", "a.pdf"),
        ("C:\\temp\\図面.pdf", "図面.pdf"),
        ("a\x00\u202efdp.exe", "afdp.exe"),
        ("\n", "file"),
        ("あ" * 300 + ".jpg", "あ" * 117 + ".jpg"),
    ],
)
def test_a_name_keeps_no_folder_and_nothing_unseen(name: str, kept: str) -> None:
    assert clean_name(name) == kept


def test_a_signature_is_of_just_these_words(tmp_path: Path) -> None:
    signature = Files(tmp_path).sign("show", "report", "1")
    again = Files(tmp_path)
    assert again.signed(signature, "show", "report", "1")
    assert not again.signed(signature, "show", "report1", "")
    assert not again.signed("ü", "show", "report", "1")


def test_a_folder_that_can_not_be_written_to_says_so(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("not a folder")
    with pytest.raises(Unavailable):
        Files(tmp_path / "files").keep(b"plan")


def test_a_file_that_nothing_uses_goes_after_a_day_and_others_stay(tmp_path: Path) -> None:
    entity = make("report", {"plan": File("図面")})
    store = open_store(tmp_path, entity)
    saved, drafted, unused = (store.files.keep(name) for name in (b"a", b"b", b"c"))
    store.save(entity({"plan": (Attachment("a.pdf", saved, 1),)}), who="")
    store.keep_draft("me", "form/", {"plan": [Attachment("b.pdf", drafted, 1).to_json()]})
    assert store.drop_unused_files() == 0
    grow_old(store.files.folder)
    young = store.files.keep(b"d")
    assert store.drop_unused_files() == 1
    there = {digest for digest in (saved, drafted, unused, young) if store.files.path(digest)}
    assert there == {saved, drafted, young}


def test_files_stay_when_their_field_becomes_one_of_pictures_or_goes(tmp_path: Path) -> None:
    entity = make("report", {"plan": File("図面")})
    store = open_store(tmp_path, entity)
    digest = store.files.keep(b"a")
    record = entity({"plan": (Attachment("a.jpg", digest, 1, "image/jpeg"),)})
    store.save(record, who="")
    changed = make("report", {"plan": Photo("写真")})
    store.use([changed], store._model.project)
    found = store.get(changed, record.id or 0)
    assert found
    assert found.values["plan"] == record.values["plan"]
    store.use([make("report", {"place": Text("場所")})], store._model.project)
    grow_old(store.files.folder)
    assert store.drop_unused_files() == 0


def test_samples_have_pictures_that_are_there_and_the_same_each_time(tmp_path: Path) -> None:
    fields = {
        "photos": Photo("写真", required=True, many=True),
        "plan": File("図面", accept=["pdf"]),
    }
    entity = make("report", fields, samples=9)
    stores = [open_store(tmp_path / name, entity) for name in ("a", "b")]
    values = [[record.values for record in store.find(entity).records] for store in stores]
    assert values[0] == values[1]
    pictures = [item for record in values[0] for item in record["photos"]]
    assert all(stores[0].files.path(item.hash) for item in pictures)
    assert all(stores[0].files.small(item.hash) for item in pictures)
    assert "現場写真2.jpg" in {item.name for item in pictures}
