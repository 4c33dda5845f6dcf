"""The same records in PostgreSQL: a real server is started where one is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, inspect, make_url, text

from blueprints.kit.fields.auto_number import AutoNumber
from blueprints.kit.fields.multi_choice import MultiChoice
from blueprints.kit.fields.text import Text
from blueprints.kit.store import Query, Store, Unavailable
from blueprints.kit.store.database import with_driver
from blueprints.kit.store.drafts import write_draft
from blueprints.kit.store.postgresql_schema import copy_schema, drop_schemas, in_schema
from blueprints.kit.store.saving import save
from tests import postgresql
from tests.kit.store.making import PROJECT, at_once, make

pytest.importorskip("psycopg")

FIELDS = {
    "number": AutoNumber("番号", format="R{seq:03}"),
    "place": Text("場所"),
    "tags": MultiChoice("特徴", choices=["橋", "坂_%"]),
}
ENTITY = make("report", FIELDS, samples=7)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of a server of its own."""
    found = postgresql.programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed")
    with postgresql.server(found) as address:
        yield address


def schemas(url: str) -> set[str]:
    engine = create_engine(with_driver(make_url(url)))
    names = set(inspect(engine).get_schema_names())
    engine.dispose()
    return names


def test_records_are_found_and_outlive_a_changed_spec(url: str, tmp_path: Path) -> None:
    store = Store.open(in_schema(url, "a"), [ENTITY], PROJECT, tmp_path)
    record = ENTITY({"place": "ﾊｼ\\_%の上", "tags": ("坂_%",)})
    store.save(record, who="窓口")
    assert record.values["number"] == "R008"
    assert store.find(ENTITY, Query(search="ハシ\\_%")).total == 1
    tagged = store.find(ENTITY, Query(where={"tags": ["坂_%"]})).records
    assert record.id in [found.id for found in tagged]
    renamed = make("report", {"number": FIELDS["number"], "spot": Text("地点", was=["place"])})
    store.use([renamed], PROJECT)
    found = store.get(renamed, record.id or 0)
    assert found
    assert found.values["spot"] == "ﾊｼ\\_%の上"
    store.close()


def test_several_may_ask_for_a_new_schema_at_once(url: str) -> None:
    for number in range(30):
        assert at_once(partial(in_schema, url, f"at_once_{number}")) == []
    drop_schemas(url, "at_once_")


def test_a_copy_of_a_schema_goes_its_own_way_and_all_of_a_name_are_dropped(
    url: str, tmp_path: Path
) -> None:
    first = Store.open(in_schema(url, "b_1"), [ENTITY], PROJECT, tmp_path)
    second = first.copy(copy_schema(url, "b_1", "b_2"))
    second.save(ENTITY({"place": "x"}), who="")
    assert (first.count(ENTITY), second.count(ENTITY)) == (7, 8)
    first.close()
    second.close()
    assert {"b_1", "b_2"} <= schemas(url)
    drop_schemas(url, "b_")
    assert not {"b_1", "b_2"} & schemas(url)


def a_draft(connection: Connection, _: Store) -> None:
    write_draft(connection, "me", "form", "{}")


def a_record(connection: Connection, store: Store) -> None:
    save(connection, store._model, ENTITY({"place": "x"}), "窓口", None)


@pytest.mark.parametrize("write", [a_draft, a_record])
def test_a_reset_waits_for_what_is_being_written_and_throws_that_away_too(
    url: str, tmp_path: Path, write: Callable[[Connection, Store], None]
) -> None:
    store = Store.open(in_schema(url, write.__name__), [ENTITY], PROJECT, tmp_path)
    reset = threading.Thread(target=store.reset)
    with store._database.writing() as connection:
        write(connection, store)
        reset.start()
        while reset.is_alive() and not someone_waits(url):
            pass
    reset.join()
    assert store.draft("me", "form") is None
    assert {record.id for record in store.find(ENTITY).records} == {1, 2, 3, 4, 5, 6, 7}
    store.close()


def someone_waits(url: str) -> bool:
    engine = create_engine(with_driver(make_url(url)))
    with engine.connect() as connection:
        waiting = connection.execute(text("SELECT count(*) FROM pg_locks WHERE NOT granted"))
        found = bool(waiting.scalar_one())
    engine.dispose()
    return found


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(Unavailable, match="開けません"):
        Store.open("postgresql://nobody@127.0.0.1:1/none", [ENTITY], PROJECT)


@pytest.mark.slow
def test_all_that_is_expected_of_the_records_is_true_there_too(url: str) -> None:
    this, others = Path(__file__).name, str(Path(__file__).parent)
    command = [sys.executable, "-m", "pytest", "-q", others, f"--ignore-glob=*{this}"]
    done = subprocess.run(
        command, env=os.environ | {"DATABASE_URL": url}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
