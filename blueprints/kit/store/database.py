"""The connection to the database: opening it, transactions, and its failures in plain words."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DBAPIError,
    InterfaceError,
    InternalError,
    NoSuchModuleError,
    OperationalError,
    TimeoutError,
)

from ..texts import say
from .errors import Unavailable
from .patience import in_thread, others_can_go_on

T = TypeVar("T")

_WAIT_SECONDS = 5.0
"""How long a request waits for another one that is writing."""
_READ_SECONDS = 5.0
"""How long a read may take: whoever opens a page is then told why there is nothing to see."""
_LOOK_EVERY = 20_000
"""Steps of SQLite's machine, some milliseconds, after which a read looks at the clock."""
_PAUSE_SECONDS = 0.01

_FAILURES = {
    "interrupted": "store.slow",
    "statement timeout": "store.slow",
    "locked": "store.locked",
    "lock timeout": "store.locked",
    "busy": "store.locked",
    "full": "store.full",
    "no space": "store.full",
    "disk i/o error": "store.not_written",
    "readonly": "store.read_only",
    "read-only": "store.read_only",
    "permission denied": "store.read_only",
    "malformed": "store.broken",
    "not a database": "store.broken",
    "unable to open": "store.not_there",
    "could not connect": "store.not_there",
    "connection": "store.not_there",
}
_POSTGRESQL = ("postgresql", "postgres")
_READ_LIMITS = f"-c statement_timeout={_READ_SECONDS:.0f}s -c lock_timeout={_READ_SECONDS - 1:.0f}s"
"""Whoever has to wait for a lock is told that, not that reading takes long."""
_LOST_SECONDS = 5
"""When a server that no longer answers counts as lost, while something is under way and before."""
_ASK_THE_SERVER = {
    "connect_timeout": _LOST_SECONDS,
    "tcp_user_timeout": _LOST_SECONDS * 1000,
    "keepalives_idle": _LOST_SECONDS,
    "keepalives_interval": 1,
    "keepalives_count": 3,
}
"""Settings of PostgreSQL's own library: without them a cut network is noticed after minutes."""
_TURNS = """
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = {wait:.0f};
SELECT pg_advisory_xact_lock{shared}(5826119, hashtext(coalesce(current_schema(), '')))
"""
"""What every transaction that writes into PostgreSQL begins with: one lock of a schema, any number,
shared by those who write records and held alone by whoever changes tables or resets. Taken before
anything else, it can't end in two that wait for each other, and nobody's row is still under way
when all rows are thrown away."""


class Database:
    """A database by its URL. ``reading`` and ``writing`` are the only ways in.

    Raises Unavailable when it can't be opened.
    """

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        shared = isinstance(self.engine.pool, StaticPool)
        self._turn: Any = threading.RLock() if shared else nullcontext()

    def read(self, look: Callable[[Connection], T]) -> T:
        """Return what ``look`` finds in a transaction that sees one state of the records.

        It has a limit of time, and others can go on meanwhile (see :mod:`.patience`).
        """

        def reading() -> T:
            with self.reading() as connection:
                return look(connection)

        alone = isinstance(self.engine.pool, StaticPool) or not others_can_go_on()
        return reading() if alone else in_thread(reading)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the records, for who reads it bit by bit."""
        with self._turn, _in_plain_words(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is kept whole or not at all.

        In SQLite it waits for the write lock at once: whoever reads and then writes can't be
        overtaken.
        """
        with self._transaction(writes=True) as connection:
            yield connection

    @contextmanager
    def writing_alone(self, wait: float | None = None) -> Iterator[Connection]:
        """Open a transaction beside which nobody writes, in no other process either.

        It waits for the others ``wait`` seconds; without it, in PostgreSQL until they are done.
        """
        with self._transaction(writes=True, alone=True, wait=wait) as connection:
            yield connection

    @contextmanager
    def _transaction(self, **options: Any) -> Iterator[Connection]:
        with (
            self._turn,
            _in_plain_words(),
            self.engine.connect().execution_options(**options) as connection,
            connection.begin(),
        ):
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def _engine(url: str) -> Engine:
    try:
        parsed = with_driver(make_url(url))
        if parsed.get_backend_name() == "sqlite":
            return _sqlite(parsed)
        if parsed.get_backend_name() == "postgresql":
            return _postgresql(parsed)
        return create_engine(parsed, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise Unavailable(say("store.bad_url")) from error
    except ImportError as error:
        raise Unavailable(say("store.no_driver", name=error.name or "")) from error


def _postgresql(url: URL) -> Engine:
    given = url.query.get("options", "")
    options = f"{given if isinstance(given, str) else ' '.join(given)} {_READ_LIMITS}"
    settings = {key: value for key, value in _ASK_THE_SERVER.items() if key not in url.query}
    limited = url.update_query_dict({"options": options.strip()})
    engine = create_engine(
        limited, pool_pre_ping=True, pool_timeout=_READ_SECONDS, connect_args=settings
    )
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def with_driver(url: URL) -> URL:
    """Return the address with the driver that this project names, unless it has one itself."""
    return url.set(drivername="postgresql+psycopg") if url.drivername in _POSTGRESQL else url


def _sqlite(url: URL) -> Engine:
    if url.database in (None, "", ":memory:"):
        settings: dict[str, Any] = {
            "poolclass": StaticPool,
            "connect_args": {"check_same_thread": False},
        }
    else:
        if not str(url.database).startswith("file:"):
            _make_folder(Path(str(url.database)).parent)
        settings = {"connect_args": {} if "timeout" in url.query else {"timeout": _WAIT_SECONDS}}
    engine = create_engine(url, **settings)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _limit)
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(say("store.not_there", reason=str(error))) from error


def _prepare(connection: Any, _: object) -> None:
    # The driver must not begin transactions by itself: _begin does, of the kind that is needed.
    connection.isolation_level = None
    cursor = connection.cursor()
    _let_readers_go_on(cursor)
    cursor.execute("PRAGMA foreign_keys = OFF")
    cursor.close()


def _limit(connection: Connection, *_: object) -> None:
    """Give what is about to be read its time; writes have the time that they need."""
    driver = connection.connection.driver_connection
    assert driver is not None
    if connection.get_execution_options().get("writes"):
        driver.set_progress_handler(None, 0)
        return
    until = time.monotonic() + _READ_SECONDS
    driver.set_progress_handler(lambda: time.monotonic() > until, _LOOK_EVERY)


def _let_readers_go_on(cursor: Any) -> None:
    """Let people read while somebody writes, by SQLite's write-ahead log.

    It does not wait for others that switch the same new file over just now, so this tries again.
    """
    until = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
        time.sleep(_PAUSE_SECONDS)


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("writes"):
        connection.exec_driver_sql("BEGIN")
    elif (wait := options.get("wait")) is None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        usual = connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {wait * 1000:.0f}")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {usual}")


def _begin_postgresql(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("writes"):
        return
    seconds = options.get("wait", _WAIT_SECONDS) or 0  # for PostgreSQL 0 is without an end
    shared = "" if options.get("alone") else "_shared"
    connection.exec_driver_sql(_TURNS.format(wait=seconds * 1000, shared=shared))


@contextmanager
def _in_plain_words() -> Iterator[None]:
    """Turn failures of the database, not mistakes of ours, into Unavailable."""
    try:
        yield
    except DBAPIError as error:
        exact = type(error) is DatabaseError
        if not (exact or isinstance(error, OperationalError | InterfaceError | InternalError)):
            raise
        raise _plain(str(error.orig)) from error
    except TimeoutError as error:
        raise Unavailable(say("store.locked")) from error


def _plain(reason: str) -> Unavailable:
    reason = reason.casefold()
    key = next((text for word, text in _FAILURES.items() if word in reason), "store.failed")
    return Unavailable(say(key), away=key == "store.not_there")
