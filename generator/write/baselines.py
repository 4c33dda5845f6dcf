"""What the last build wrote: the baseline of every file, and what stood on disk then.

One SQLite file, ``.sawaru/baselines.db``: a build that changes one file of thousands reads and
writes a few rows, and a build that is killed leaves either the state before or the state after.
A second tree of files would double the writing and could be half old, half new.

Nothing is flushed to the device, as the prototype's own files are not either: if the power fails
and the file is torn, it is set aside and the build goes on without baselines, which overwrites
nothing (a file that differs from the new text is a conflict then).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from .folder import digest

_FORMAT = 1

_SCHEMA = """
CREATE TABLE content (digest BLOB PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE file (
    path TEXT PRIMARY KEY, baseline BLOB, disk BLOB, stamp TEXT,
    offered BLOB, beside TEXT, previous BLOB, unfinished INTEGER NOT NULL
) WITHOUT ROWID;
"""

_UNUSED = """
DELETE FROM content WHERE digest NOT IN (
    SELECT baseline FROM file WHERE baseline IS NOT NULL
    UNION ALL SELECT offered FROM file WHERE offered IS NOT NULL
    UNION ALL SELECT previous FROM file WHERE previous IS NOT NULL
)
"""


@dataclass(frozen=True)
class Record:
    """What is known about one file; contents are named by their digests.

    ``baseline`` is the last generated text, None for a file that was never ours. ``disk`` is what
    stood there after the build and ``stamp`` its stamp. While a conflict is open, ``offered`` is
    the text that lies in the file ``beside``. An ``unfinished`` record says what a build was about
    to do: if ``disk`` does not stand there, ``previous`` still is the baseline.
    """

    path: str
    baseline: bytes | None = None
    disk: bytes | None = None
    stamp: str = ""
    offered: bytes | None = None
    beside: str | None = None
    previous: bytes | None = None
    unfinished: bool = False


class Baselines:
    """The records of one prototype's folder."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def records(self) -> dict[str, Record]:
        """Return all records by their paths."""
        rows = self._connection.execute(
            "SELECT path, baseline, disk, stamp, offered, beside, previous, unfinished FROM file"
        )
        return {row[0]: Record(*row) for row in rows}

    def content(self, named: bytes | None) -> bytes | None:
        """Return the content with the digest ``named``; None when it is lost or damaged."""
        found = self._connection.execute("SELECT content FROM content WHERE digest = ?", (named,))
        row = found.fetchone()
        return row[0] if row and digest(row[0]) == named else None

    def save(
        self,
        records: Iterable[Record],
        *,
        contents: Iterable[tuple[bytes, bytes]] = (),
        forget: Iterable[str] = (),
        prune: bool = False,
    ) -> None:
        """Save ``records`` in one transaction.

        ``contents`` are digests with their contents, ``forget`` the paths whose records go;
        ``prune`` drops contents that no record names any more.
        """
        rows = [
            (r.path, r.baseline, r.disk, r.stamp, r.offered, r.beside, r.previous, r.unfinished)
            for r in records
        ]
        with self._connection as transaction:
            transaction.executemany("INSERT OR IGNORE INTO content VALUES (?, ?)", contents)
            transaction.executemany("REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
            paths = [(path,) for path in forget]
            transaction.executemany("DELETE FROM file WHERE path = ?", paths)
            if prune:
                transaction.execute(_UNUSED)


@contextmanager
def open_baselines(path: Path) -> Iterator[Baselines]:
    """Open the baselines in the file ``path``; the caller holds the folder's lock.

    A damaged file is renamed to ``<name>.damaged``, and there are no baselines then. Raises
    OSError when the file can't be used, or turns out to be damaged later.
    """
    try:
        connection = _connect(path)
    except sqlite3.DatabaseError as error:
        _set_aside(path, error)
        connection = _connect(path)
    with closing(connection):
        try:
            yield Baselines(connection)
        except sqlite3.DatabaseError as error:
            connection.close()
            _set_aside(path, error)
            raise OSError(f"{path} was damaged and is set aside: build again") from error


def _set_aside(path: Path, error: sqlite3.DatabaseError) -> None:
    """Rename a damaged file; a full disk or a missing permission is an OSError instead."""
    if isinstance(error, sqlite3.OperationalError):
        raise OSError(f"{path}: {error}") from error
    path.replace(path.with_name(f"{path.name}.damaged"))
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        if found == 0:
            connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_FORMAT}; COMMIT;")
        elif found != _FORMAT:
            raise sqlite3.DatabaseError(f"format {found}")
        connection.execute("SELECT path, unfinished FROM file LIMIT 1").fetchone()
        connection.execute("SELECT digest FROM content LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
