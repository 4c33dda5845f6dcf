"""Entities and stores for the tests, made on the spot."""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from blueprints.kit.model.entity import About, Entity, Flow, State, Transition
from blueprints.kit.model.project import Project, Role
from blueprints.kit.store import Store
from blueprints.kit.store.files import DAY_SECONDS
from blueprints.kit.store.kept import CREATED_AT
from blueprints.kit.store.postgresql_schema import in_schema

PROJECT = Project(
    "town",
    title="町",
    roles=[Role("citizen", "住民"), Role("desk", "窓口"), Role("chief", "係長")],
)
NO_FLOW = Flow()


def make(key: str, fields: Mapping[str, Any], flow: Flow = NO_FLOW, **about: Any) -> type[Entity]:
    """Return an entity with ``fields`` by their keys, without samples unless they are asked for."""
    body: dict[str, Any] = {"about": About(key, title=key, **about), "flow": flow}
    for number, (field_key, field) in enumerate(fields.items()):
        field.key = field_key
        body[f"field_{number}"] = field
    return type("Made", (Entity,), body)


def open_store(folder: Path, *entities: type[Entity], project: Project = PROJECT) -> Store:
    """Open the database of ``folder``."""
    return Store.open(url_of(folder), entities, project, folder / "files")


def url_of(folder: Path) -> str:
    """Return the database of ``folder``: SQLite, or a schema where ``DATABASE_URL`` says so."""
    if server := os.environ.get("DATABASE_URL"):
        return in_schema(server, f"t{hashlib.blake2b(bytes(folder), digest_size=8).hexdigest()}")
    return f"sqlite:///{folder / 'records.db'}"


sqlite_only = pytest.mark.skipif(
    "DATABASE_URL" in os.environ, reason="about the file in which SQLite keeps everything"
)


def made_at(store: Store, entity: type[Entity], moment: datetime) -> None:
    """Let all records be made at ``moment``, past all rules."""
    table = store._model.of(entity).table
    with store._database.writing() as connection:
        connection.execute(update(table).values({CREATED_AT: moment}))


def grow_old(folder: Path) -> None:
    """Let all contents in ``folder`` be a little older than those that cleaning keeps."""
    past = time.time() - DAY_SECONDS - 60
    for path in folder.glob("??/*"):
        os.utime(path, (past, past))


def report_flow() -> Flow:
    """Return a flow with roles, a required field and a reason."""
    return Flow(
        State("new", "受付", initial=True),
        State("open", "確認中"),
        State("done", "完了", final=True),
        Transition("accept", "受け付ける", from_=["new"], to="open", by=["desk"]),
        Transition("finish", "完了する", from_=["open"], to="done", requires=["note"]),
        Transition("send_back", "差し戻す", from_=["open"], to="new", by=["chief"], reason=True),
    )


def at_once(work: Callable[[], object]) -> list[Exception]:
    """Do the same in several threads at one moment, and return what went wrong in them."""
    ready, errors = threading.Barrier(4), list[Exception]()

    def take_part() -> None:
        try:
            ready.wait(timeout=10)
            work()
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=take_part) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors
