"""Uploaded spreadsheets that are read a moment later, when their dialog asks for it.

They may tell of people: none is kept longer than that takes, and none outlives the server.
"""

from __future__ import annotations

import secrets
import time
from threading import Lock
from typing import IO

MOST_WAITING = 30
SECONDS = 120.0
"""After which nobody comes for it any more."""


class Waiting:
    """Open files that have no name on the disk, by words that nobody can guess."""

    def __init__(self, most: int = MOST_WAITING, seconds: float = SECONDS) -> None:
        self._most = most
        self._seconds = seconds
        self._sheets: dict[str, tuple[float, IO[bytes]]] = {}
        self._lock = Lock()

    def put(self, sheet: IO[bytes]) -> str:
        """Keep a sheet and return by what it is found again; the oldest gives way to it."""
        word = secrets.token_urlsafe(16)
        with self._lock:
            for old in list(self._sheets)[: 1 - self._most]:
                self._drop(old)
            self._sheets[word] = (time.monotonic(), sheet)
        return word

    def take(self, word: str) -> IO[bytes] | None:
        """Return a sheet, which is closed by who takes it; None when it is there no more."""
        with self._lock:
            _, sheet = self._sheets.pop(word, (0.0, None))
        return sheet

    def tidy(self) -> None:
        """Drop what nobody came for."""
        before = time.monotonic() - self._seconds
        with self._lock:
            for word in [word for word, (since, _) in self._sheets.items() if since <= before]:
                self._drop(word)

    def _drop(self, word: str) -> None:
        _, sheet = self._sheets.pop(word)
        sheet.close()
