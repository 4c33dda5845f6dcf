"""Drafts on their way into the database: who types never waits for others who are writing.

Until a draft is written it is found here, and what can't be written now is tried again.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from . import drafts
from .attachments import hashes_in
from .database import Database
from .errors import Unavailable
from .files import Files

_AGAIN_SECONDS = 2.0
"""How long a database that could not be written to is left alone."""

Place = tuple[str, str]
"""Who typed, and where."""


class DraftWriter:
    """Writes drafts in a thread of its own, the latest of each place; None drops one.

    The files of which a waiting draft speaks are touched: what cleans files may be another process,
    which does not know of it.
    """

    def __init__(self, database: Database, files: Files) -> None:
        self._database = database
        self._files = files
        self._waiting: dict[Place, str | None] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def put(self, visitor: str, place: str, typed: Mapping[str, Any] | None) -> None:
        """Keep ``typed`` for a while, then in the database."""
        text = None if typed is None else json.dumps(dict(typed), default=str)
        self._files.touch(hashes_in([text]))
        with self._lock:
            self._waiting[visitor, place] = text
        self._begin()

    def get(self, visitor: str, place: str) -> dict[str, Any] | None:
        """Return the draft. Raises KeyError when the database has the latest."""
        with self._lock:
            text = self._waiting[visitor, place]
        typed: dict[str, Any] | None = None if text is None else json.loads(text)
        return typed

    def hashes(self) -> set[str]:
        """Return the hashes of the files of which what is not written yet speaks."""
        with self._lock:
            return hashes_in(self._waiting.values())

    def write_into(self, connection: Connection) -> None:
        """Write what waits in a transaction of somebody else, who wants all that was typed."""
        with self._lock:
            batch = dict(self._waiting)
        for (visitor, place), text in batch.items():
            drafts.write_draft(connection, visitor, place, text)

    @contextmanager
    def forgetting(self) -> Iterator[Callable[[], None]]:
        """Yield what forgets all that is not written yet; on an error it waits again."""
        forgotten: dict[Place, str | None] = {}

        def forget() -> None:
            with self._lock:
                forgotten.update(self._waiting)
                self._waiting.clear()

        try:
            yield forget
        except BaseException:
            with self._lock:
                self._waiting = forgotten | self._waiting
            self._begin()
            raise

    def close(self) -> None:
        """Write what there is, if that is possible at all; later on nothing is tried again."""
        self._closed = True
        self._begin()
        if thread := self._thread:
            thread.join()

    def _begin(self) -> None:
        with self._lock:
            if self._thread or not self._waiting:
                return
            # Not a daemon: the process must not end before it is written.
            self._thread = threading.Thread(target=self._write, name="drafts")
            self._thread.start()

    def _write(self) -> None:
        try:
            while self._goes_on():
                self._write_those_waiting()
        except Exception as error:
            self._thread = None
            if not isinstance(error, Unavailable):
                raise
            if not self._closed:
                again = threading.Timer(_AGAIN_SECONDS, self._begin)
                again.daemon = True
                again.start()

    def _goes_on(self) -> bool:
        """Tell whether anything is waiting; the thread ends when nothing is."""
        with self._lock:
            if not self._waiting:
                self._thread = None
            return bool(self._waiting)

    def _write_those_waiting(self) -> None:
        self._files.touch(self.hashes())
        with self._database.writing() as connection:
            with self._lock:  # only now: whoever wrote before us may have made it forget them
                batch = dict(self._waiting)
            for (visitor, place), text in batch.items():
                drafts.write_draft(connection, visitor, place, text)
        with self._lock:
            for key, text in batch.items():
                if self._waiting.get(key, "") is text:
                    del self._waiting[key]
