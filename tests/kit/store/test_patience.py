"""Reads have their time, and whoever waits for one keeps nobody else waiting."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from blueprints.kit.store import Unavailable, database, patiently
from blueprints.kit.store.database import Database

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


@pytest.fixture
def records(tmp_path: Path) -> Database:
    return Database(f"sqlite:///{tmp_path / 'records.db'}")


def in_a_loop(coroutine: Coroutine[Any, Any, Any]) -> Any:
    with ThreadPoolExecutor(1) as thread:  # in this one, a browser may have its own loop
        return thread.submit(asyncio.run, coroutine).result()


def endless(connection: Connection) -> object:
    return connection.execute(text(ENDLESS)).scalar()


def waits_for(event: threading.Event) -> Callable[[Connection], str]:
    def look(_: Connection) -> str:
        assert event.wait(30)
        return threading.current_thread().name

    return look


def test_a_read_that_does_not_end_is_ended_and_told(
    records: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_READ_SECONDS", 0.1)
    with pytest.raises(Unavailable, match="時間がかかりすぎています"):
        records.read(endless)
    assert records.read(lambda connection: connection.execute(text("SELECT 1")).scalar()) == 1


def test_a_write_has_the_time_that_it_needs(
    records: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_READ_SECONDS", 0.0)
    with pytest.raises(Unavailable):
        records.read(endless)
    bounded = ENDLESS.replace("FROM n)", "FROM n WHERE i < 300000)")
    with records.writing() as connection:
        assert connection.execute(text(bounded)).scalar() == 300_000


def test_others_go_on_while_one_waits(records: Database) -> None:
    may_end = threading.Event()
    seen: list[str] = []

    def build() -> str:
        return records.read(waits_for(may_end))

    async def two() -> str:
        waiting = asyncio.create_task(patiently(build))
        while not seen:
            await asyncio.sleep(0)
            seen.append("another one is served")
            assert not waiting.done()
            may_end.set()
        return await waiting

    assert in_a_loop(two()).startswith("reading")


def test_what_a_read_raises_comes_where_it_was_asked_for(records: Database) -> None:
    def fail(_: Connection) -> None:
        raise ValueError("of the read")

    def build() -> str:
        with pytest.raises(ValueError, match="of the read"):
            records.read(fail)
        return "went on"

    assert in_a_loop(patiently(build)) == "went on"


def test_without_patience_it_waits_where_it_is(records: Database) -> None:
    done = threading.Event()
    done.set()
    assert records.read(waits_for(done)) == threading.current_thread().name


def test_records_in_memory_are_read_where_they_are() -> None:
    memory = Database("sqlite://")
    with memory.reading() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
        nested = in_a_loop(patiently(lambda: 2))
        assert nested == 2
    done = threading.Event()
    done.set()
    assert not in_a_loop(patiently(memory.read, waits_for(done))).startswith("reading")
