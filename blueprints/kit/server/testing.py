"""What only tests need: records of their own for each test, and the errors of the server.

It is there only when the environment says ``PROTOTYPE_TEST=1``. A browser with a cookie
``namespace`` has a database of its own, filled with the sample data: tests don't disturb each other
and can run side by side and twice.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import Any

from fastapi import HTTPException, Request
from nicegui import app
from sqlalchemy import URL, Column, func, make_url, select, update

from ..model.entity import Entity
from ..model.field import Condition
from ..store import Query, Store, StoreError
from ..store.kept import ID, STATE, Kept
from ..store.postgresql_schema import copy_schema, drop_schemas, in_schema

COOKIE = "namespace"

MOST_OPEN = 16
"""Namespaces whose databases are held open; tests that run side by side are fewer."""

_LOOKED_AT = 50
_SCHEMA = f"test_{os.getpid()}_"
_numbers = count()

_stores: dict[str, Store] = {}
_errors: list[str] = []


@dataclass(frozen=True)
class Found:
    """A record that a test may work with, and how it is called; ``made`` when it was made so."""

    id: int
    label: str
    made: bool = False


@dataclass(frozen=True)
class Wanted:
    """What a test asks for: a record of the entity ``key`` that fulfils ``where``.

    The first in the order ``sort`` is taken; ``kept`` are the ids of those that must stay as they
    are because the test has them already.
    """

    key: str
    where: Condition
    sort: str
    kept: Collection[int]


def active() -> bool:
    """Tell whether the prototype was started for tests."""
    return os.environ.get("PROTOTYPE_TEST") == "1"


def serve_hooks(store: Store) -> None:
    """Let the tests ask what went wrong on the server, and for a record to work with."""

    def remember(error: Exception) -> None:
        # A page that was left does not answer any more; a script that fails tells the browser.
        left = isinstance(error, TimeoutError) and "JavaScript did not respond" in str(error)
        if not left:
            _errors.append(f"{type(error).__name__}: {error}")

    app.on_exception(remember)

    @app.get("/_test/errors")
    def errors() -> Sequence[str]:
        """Return what went wrong since the last call."""
        errors_seen = list(_errors)
        _errors.clear()
        return errors_seen

    @app.get("/_test/record")
    def record(
        request: Request, entity: str, where: str, sort: str, kept: str
    ) -> Mapping[str, object]:
        """Return a record of ``entity`` that fulfils ``where``; that and ``kept`` (ids) are JSON."""
        wanted = Wanted(entity, json.loads(where), sort, set(json.loads(kept)))
        return asdict(_record(store_of(store, request), wanted))

    @app.get("/_test/matching")
    def matching(
        request: Request, entity: str, where: str, of: str = "", filled: str = ""
    ) -> Mapping[str, object]:
        """Return how many records of ``entity`` fulfil ``where`` (JSON), or what ``of`` comes to.

        Only those count that have a value in ``filled``.
        """
        return _matching(store_of(store, request), entity, of, filled, json.loads(where))

    @app.get("/_test/value")
    def value(request: Request, entity: str, id: int, field: str) -> str:
        """Return the value of ``field`` in a record of ``entity``, as people type it."""
        own = store_of(store, request)
        record = own.get(own.entities[entity], id)
        if record is None:
            raise HTTPException(404, f"there is no {entity} {id}")
        held = own.entities[entity].fields[field]
        return str(held.typed(record.values[field]))

    @app.get("/_test/latest")
    def latest(request: Request, entity: str) -> Mapping[str, object]:
        """Return the record of ``entity`` that was added last."""
        own = store_of(store, request)
        table = own._model.of(own.entities[entity]).table
        with own._database.reading() as connection:
            id = connection.execute(select(func.max(table.c[ID]))).scalar_one()
        return asdict(Found(id, own.label(entity, id)))

    @app.get("/_test/count")
    def count(request: Request, entity: str, where: str = "{}") -> int:
        """Return how many records of ``entity`` fulfil ``where``, which is JSON."""
        own = store_of(store, request)
        return own.count(own.entities[entity], json.loads(where))

    @app.get("/_test/take")
    def take(request: Request, entity: str, id: int, action: str, role: str) -> str:
        """Take a transition past every screen, with nothing filled in; return what came of it."""
        own = store_of(store, request)
        return _attempt(own, own.get(own.entities[entity], id), action, role or None)


def _matching(
    store: Store, key: str, of: str, filled: str, where: Condition
) -> Mapping[str, object]:
    """Add the records up one by one: the store has another way, and tests compare the two."""
    entity = store.entities[key]
    records = store.find(entity, Query(where=where)).records
    records = [record for record in records if not filled or record.values[filled] is not None]
    if not of:
        return {"count": len(records)}
    field = entity.fields[of]
    values = [record.values[of] for record in records]
    return {"total": field.show(sum(filter(None, values), start=field.read("0")))}


def _attempt(store: Store, record: Entity | None, action: str, role: str | None) -> str:
    """Return "" when ``action`` was taken, else the name of the error."""
    assert record is not None
    transition = type(record).flow.transitions[action]
    nothing = dict.fromkeys(transition.requires)
    try:
        store.take(record, action, role=role, who="", reason="", values=nothing)
    except StoreError as error:
        return type(error).__name__
    return ""


def store_of(store: Store, request: Request) -> Store:
    """Return the records of the browser's namespace, ``store`` itself when it has none."""
    namespace = request.cookies.get(COOKIE, "")
    if not namespace:
        return store
    if namespace not in _stores:
        for oldest in list(_stores)[: 1 - MOST_OPEN]:
            _stores.pop(oldest).close()
        _stores[namespace] = _copy(store)
    return _stores[namespace]


def own_database(url: str) -> str:
    """Return where the tests keep their records: never among those of the database at ``url``."""
    if make_url(url).get_backend_name() != "postgresql":
        return url
    app.on_shutdown(lambda: drop_schemas(url, _SCHEMA))
    return in_schema(url, f"{_SCHEMA}records")


def _copy(store: Store) -> Store:
    """Return a store with a copy of the sample data, which is drawn only once."""
    if make_url(store.url).get_backend_name() == "postgresql":
        return _copy_schema(store)
    folder = _folder()
    seed, own = folder / "seed.db", folder / f"{len(os.listdir(folder))}.db"
    if not seed.exists():
        store.copy(_url(seed)).close()
    with closing(sqlite3.connect(seed)) as source, closing(sqlite3.connect(own)) as target:
        source.backup(target)
    return store.copy(_url(own))


def _copy_schema(store: Store) -> Store:
    seed, own = f"{_SCHEMA}seed", f"{_SCHEMA}{next(_numbers)}"
    if own.endswith("_0"):
        store.copy(in_schema(store.url, seed)).close()
    return store.copy(copy_schema(store.url, seed, own))


def _url(path: Path) -> str:
    return URL.create("sqlite", database=str(path)).render_as_string()


def _record(store: Store, wanted: Wanted) -> Found:
    """Return the first record that is wanted; when there is none, one is made to be it."""
    entity = store.entities[wanted.key]
    query = Query(where=wanted.where, sort=wanted.sort, limit=1)
    there = store.find(entity, query).records
    if not there:
        _make_one(store, entity, wanted)
    found = there or store.find(entity, query).records
    if not found:
        raise HTTPException(404, f"there is no {wanted}")
    id = found[0].id or 0
    return Found(id, store.label(wanted.key, id), made=not there)


def _make_one(store: Store, entity: type[Entity], wanted: Wanted) -> None:
    """Let a record, the last that is not kept, fulfil what is wanted, past all rules."""
    records = store.find(entity, Query(sort=wanted.sort, limit=_LOOKED_AT)).records
    free = [record.id for record in records if record.id not in wanted.kept]
    kept = store._model.of(entity)
    changes = {
        _column(kept, key): _stored(kept, key, texts[0]) for key, texts in wanted.where.items()
    }
    for id in free[-1:]:
        with store._database.writing() as connection:
            connection.execute(update(kept.table).where(kept.table.c[ID] == id).values(changes))


def _column(kept: Kept, key: str) -> Column[Any]:
    return kept.table.c[STATE] if key == "state" else kept.columns[key]


def _stored(kept: Kept, key: str, text: str) -> Any:
    field = kept.entity.fields.get(key)
    return field.to_column(field.read(text)) if field else text


def _folder() -> Path:
    folder = Path(tempfile.gettempdir(), f"prototype-tests-{os.getpid()}")
    if not folder.exists():
        folder.mkdir(mode=0o700)
        app.on_shutdown(lambda: shutil.rmtree(folder, ignore_errors=True))
    return folder
