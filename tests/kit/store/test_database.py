"""A database that can't be used says so in plain words, and never with a traceback."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

import pytest

from blueprints.kit.fields.auto_number import AutoNumber
from blueprints.kit.fields.text import Text
from blueprints.kit.store import Store, Unavailable
from blueprints.kit.store.database import Database
from tests.kit.store.making import PROJECT, at_once, make, open_store, sqlite_only, url_of

ENTITY = make("r", {"number": AutoNumber("番"), "name": Text("名")})


def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 'a' / 'b' / 'x.db'}", [ENTITY], PROJECT)
    store.save(ENTITY({"name": "a"}), who="窓口")
    assert (tmp_path / "a" / "b" / "x.db").is_file()


@sqlite_only
def test_readers_are_not_kept_waiting_by_a_writer(tmp_path: Path) -> None:
    store = open_store(tmp_path, ENTITY)
    store.save(ENTITY({"name": "a"}), who="窓口")
    other = sqlite3.connect(tmp_path / "records.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE r SET name = 'b'")
    found = store.get(ENTITY, 1)
    other.rollback()
    other.close()
    assert found
    assert found.values["name"] == "a"


@sqlite_only
def test_a_locked_database_is_said_to_be_in_use_and_works_afterwards(tmp_path: Path) -> None:
    store = Store.open(f"{url_of(tmp_path)}?timeout=0.1", [ENTITY], PROJECT)
    other = sqlite3.connect(tmp_path / "records.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable, match="少し待って"):
        store.save(ENTITY({"name": "a"}), who="窓口")
    other.rollback()
    other.close()
    store.save(ENTITY({"name": "a"}), who="窓口")
    assert store.count(ENTITY) == 1


@sqlite_only
def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    store = open_store(tmp_path, ENTITY)
    with store._database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Unavailable, match="いっぱい"):
        store.save(ENTITY({"name": "long" * 100_000}), who="窓口")
    assert store.count(ENTITY) == 0


@sqlite_only
def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "records.db").write_text("this is a diary, " * 500)
    with pytest.raises(Unavailable, match="壊れている"):
        open_store(tmp_path, ENTITY)


@sqlite_only
def test_a_broken_file_is_told(tmp_path: Path) -> None:
    open_store(tmp_path, ENTITY).close()
    file = tmp_path / "records.db"
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    with pytest.raises(Unavailable, match="壊れている"):
        open_store(tmp_path, ENTITY)


@sqlite_only
def test_a_file_that_can_only_be_read_is_told(tmp_path: Path) -> None:
    open_store(tmp_path, ENTITY).close()
    url = f"sqlite:///file:{tmp_path / 'records.db'}?mode=ro&uri=true"
    store = Store.open(url, [ENTITY], PROJECT)
    assert store.count(ENTITY) == 0
    with pytest.raises(Unavailable, match="書き込めない"):
        store.save(ENTITY({"name": "a"}), who="窓口")


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(Unavailable, match="開けません"):
        Store.open(f"sqlite:///{tmp_path / 'file' / 'x.db'}", [ENTITY], PROJECT)
    with pytest.raises(Unavailable, match="開けません"):
        Store.open(f"sqlite:///{tmp_path}", [ENTITY], PROJECT)


@pytest.mark.parametrize("url", ["", "nonsense", "nosuch://x/y", "sqlite:///x?timeout=soon"])
def test_an_address_of_no_database_is_told(url: str) -> None:
    with pytest.raises(Unavailable):
        Store.open(url, [ENTITY], PROJECT)


def test_a_missing_driver_is_named() -> None:
    with pytest.raises(Unavailable, match="oracledb"):
        Store.open("oracle+oracledb://user:secret@host/db", [ENTITY], PROJECT)


def test_a_database_in_memory_works_from_several_threads() -> None:
    store = Store.open("sqlite://", [ENTITY], PROJECT)

    def work() -> None:
        for _ in range(10):
            store.save(ENTITY({"name": "a"}), who="窓口")
            store.find(ENTITY)

    assert at_once(work) == []
    assert store.count(ENTITY) == 40


@sqlite_only
def test_a_new_file_is_opened_by_several_at_once_as_often_as_you_like(tmp_path: Path) -> None:
    def look(url: str) -> None:
        database = Database(url)
        with database.reading():
            pass
        database.close()

    for number in range(100):  # one in thirty failed before it was tried again
        assert at_once(partial(look, url_of(tmp_path / str(number)))) == []


def test_several_that_open_a_new_database_at_once_all_can(tmp_path: Path) -> None:
    entity = make("r", {"name": Text("氏名")}, samples=5)
    assert at_once(lambda: open_store(tmp_path, entity).close()) == []
    assert open_store(tmp_path, entity).count(entity) == 5
