"""Cleaning files while others speak of them: in every order those stay, or are refused in words."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from blueprints.kit.fields.file import File
from blueprints.kit.fields.photo import Photo
from blueprints.kit.model.attachment import Attachment, written
from blueprints.kit.model.entity import Entity
from blueprints.kit.server.attachments import accepted
from blueprints.kit.store import NotValid, Query, Store, Unavailable
from blueprints.kit.store.files import Files
from tests.kit.store.making import PROJECT, grow_old, make, open_store, report_flow, url_of
from tests.kit.store.pausing import Aside, Held, holding

CONTENT = b"plan"
PLACE = ("me", "form/")
LOOKED = "os.rename"
"""Where the one that cleans has found that nothing uses a content, and that it is old."""
DROPS = "os.remove"
"""Where it has taken the content away, and drops it."""
CLEANER, WRITER = "cleaner", "drafts"
CLEAN_APART = """
import sys
from pathlib import Path
from blueprints.kit.model.project import Project
from blueprints.kit.store import Store
from blueprints.kit.store.database import Database
from blueprints.kit.store.files import Files
from blueprints.kit.store.kept import Model
url, folder = sys.argv[1:]
store = Store(Database(url), Model({}, Project("town", title="")), Files(Path(folder)))
print(store.drop_unused_files())
"""


def entity_with_a_plan() -> type[Entity]:
    return make("report", {"plan": File("図面"), "note": File("覚え")}, flow=report_flow())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path, entity_with_a_plan())
    yield store
    store.close()


@pytest.fixture
def item(store: Store) -> Attachment:
    """Return a file that came more than a day ago and that nothing uses."""
    digest = store.files.keep(CONTENT)
    grow_old(store.files.folder)
    return Attachment("plan.pdf", digest, len(CONTENT))


def where(store: Store, item: Attachment) -> Path:
    path = store.files.path(item.hash)
    assert path
    return path


def keep_draft(store: Store, item: Attachment) -> None:
    store.keep_draft(*PLACE, {"plan": [item.to_json()]})


def speak_in_a_draft(store: Store, item: Attachment) -> None:
    keep_draft(store, item)
    assert store.draft(*PLACE) == {"plan": [item.to_json()]}


def speak_in_a_record(store: Store, item: Attachment) -> None:
    store.save(store.entities["report"]({"plan": (item,)}), who="")


def speak_on_the_way(store: Store, item: Attachment) -> None:
    entity = store.entities["report"]
    record = entity({})
    store.save(record, who="")
    store.take(record, "accept", role="desk", who="", values={"plan": (item,)})


def speak_by_sending_it_again(store: Store, item: Attachment) -> None:
    assert store.files.keep(CONTENT) == item.hash


def speak_by_taking_what_was_sent(store: Store, item: Attachment) -> None:
    assert accepted(store, plan(store), sent(store, item)) == item


def sent(store: Store, item: Attachment) -> dict[str, object]:
    signature = store.files.sign("keep", plan(store).part, written([item]))
    return item.to_json() | {"signature": signature}


def plan(store: Store) -> File:
    field = store.entities["report"].fields["plan"]
    assert isinstance(field, File)
    return field


Speak = Callable[[Store, Attachment], None]
WAYS = [
    speak_in_a_draft,
    speak_in_a_record,
    speak_on_the_way,
    speak_by_sending_it_again,
    speak_by_taking_what_was_sent,
]


@contextmanager
def cleaning_held_at(event: str, store: Store, item: Attachment) -> Iterator[Held]:
    """Clean in a thread that is held in the middle; at the end it has dropped nothing."""
    path = where(store, item)
    held_at = path if event == LOOKED else path.with_name(path.name + ".going")
    with holding(event, held_at, thread=CLEANER) as held:
        cleaner = Aside(CLEANER, store.drop_unused_files)
        held.is_there()
        yield held
        held.go_on()
        assert cleaner.result() == 0


@pytest.mark.parametrize("event", [LOOKED, DROPS])
@pytest.mark.parametrize("speak", WAYS)
def test_what_somebody_speaks_of_while_files_are_cleaned_stays(
    store: Store, item: Attachment, event: str, speak: Speak
) -> None:
    with cleaning_held_at(event, store, item):
        speak(store, item)
    assert where(store, item).read_bytes() == CONTENT
    assert store.drop_unused_files() == 0


def test_what_waits_to_be_written_counts_as_used(store: Store, item: Attachment) -> None:
    with holding("os.utime", where(store, item), thread=WRITER) as held:
        keep_draft(store, item)
        held.is_there()
        grow_old(store.files.folder)
        assert store.drop_unused_files() == 0
    assert store.draft(*PLACE) == {"plan": [item.to_json()]}
    assert where(store, item)


def test_what_waits_here_is_not_dropped_by_another_process(
    store: Store, item: Attachment, tmp_path: Path
) -> None:
    with holding("os.utime", where(store, item), thread=WRITER) as held:
        keep_draft(store, item)
        held.is_there()
        folder = str(store.files.folder)
        command = [sys.executable, "-c", CLEAN_APART, url_of(tmp_path), folder]
        kit = Path(sys.modules["blueprints.kit"].__file__ or "").parents[2]
        done = subprocess.run(command, cwd=kit, capture_output=True, text=True)
        assert done.stdout == "0\n", done.stderr
    assert where(store, item)


def test_a_record_is_not_saved_with_a_file_that_is_gone(store: Store, item: Attachment) -> None:
    assert store.drop_unused_files() == 1
    entity = store.entities["report"]
    with pytest.raises(NotValid) as refused:
        store.save(entity({"plan": (item,)}), who="")
    problems = {"plan": "「plan.pdf」はもう残っていません。消してから、もう一度選んでください"}
    assert refused.value.problems == problems
    assert store.count(entity) == 0
    with pytest.raises(NotValid) as refused:
        speak_on_the_way(store, item)
    assert refused.value.problems == problems
    assert store.find(entity, Query()).records[0].state == "new"


def test_a_record_without_its_file_may_be_changed_otherwise(store: Store, item: Attachment) -> None:
    entity = store.entities["report"]
    record = entity({"plan": (item,)})
    store.save(record, who="")
    where(store, item).unlink()
    note = Attachment("note.txt", store.files.keep(b"note"), 4)
    store.save(entity({"plan": (item,), "note": (note,)}, id=record.id, version=1), who="")
    found = store.get(entity, record.id or 0)
    assert found
    assert found.values["note"] == (note,)


def test_a_file_that_is_gone_is_not_taken_from_a_browser(store: Store, item: Attachment) -> None:
    data = sent(store, item)
    assert store.drop_unused_files() == 1
    assert accepted(store, plan(store), data) is None


def test_what_a_process_left_half_dropped_is_found_again(store: Store, item: Attachment) -> None:
    path = where(store, item)
    path.rename(path.with_name(path.name + ".going"))
    assert store.drop_unused_files() == 0
    assert where(store, item).read_bytes() == CONTENT
    grow_old(store.files.folder)
    assert store.drop_unused_files() == 1
    assert list(store.files.folder.glob("??/*")) == []


def test_a_reset_that_fails_leaves_what_waits_to_be_written(tmp_path: Path) -> None:
    store = open_store(tmp_path, make("report", {"photo": Photo("写真", required=True)}, samples=2))
    digest = store.files.keep(CONTENT)
    item = Attachment("plan.jpg", digest, len(CONTENT))
    folder, aside = store.files.folder, tmp_path / "aside"
    with holding("os.utime", where(store, item), thread=WRITER) as held:
        keep_draft(store, item)
        held.is_there()
        folder.rename(aside)
        folder.write_text("no folder: samples can't keep their pictures")
        with pytest.raises(Unavailable):
            store.reset()
        folder.unlink()
        aside.rename(folder)
    assert store.draft(*PLACE) == {"plan": [item.to_json()]}
    store.close()
    again = Files(folder)
    assert again.path(digest)


def test_a_reset_forgets_what_waits_to_be_written(store: Store, item: Attachment) -> None:
    with holding("os.utime", where(store, item), thread=WRITER) as held:
        keep_draft(store, item)
        held.is_there()
        store.reset()
        assert store.draft(*PLACE) is None
    store.close()
    assert store.draft(*PLACE) is None


def test_files_stay_where_another_database_has_some_too(
    store: Store, item: Attachment, tmp_path: Path
) -> None:
    speak_in_a_record(store, item)
    grow_old(store.files.folder)
    other = Store.open(
        f"sqlite:///{tmp_path / 'other.db'}", [entity_with_a_plan()], PROJECT, store.files.folder
    )
    assert other.drop_unused_files() == 0
    assert where(store, item)
    other.close()
