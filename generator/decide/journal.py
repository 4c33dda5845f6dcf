"""The journal beside the spec: every decision that was accepted, and what became of it.

It is only ever appended to, a line of JSON at a time. A decision is in it, on the disk, before the
spec is touched; so whatever happens then, the next one who opens the spec can finish the work.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from .actions import Action, as_json, from_json
from .document import Document


class State(StrEnum):
    """The state of a batch.

    WAITING for a spec that can be read, WRITTEN into it, UNRESOLVED when it can't be written after
    waiting, DROPPED when a save took it out again (both need a person), or LET_GO.
    """

    WAITING = "waiting"
    WRITTEN = "written"
    UNRESOLVED = "unresolved"
    DROPPED = "dropped"
    LET_GO = "let_go"


@dataclass(frozen=True)
class Batch:
    """Actions that are written all or none; ``time`` is when ``state`` began, in epoch seconds.

    ``names`` are the ids of what the actions are about, once they are written.
    """

    actions: tuple[Action, ...]
    state: State
    time: float
    names: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name of the batch."""
        return self.actions[0].id

    def missing(self, document: Document) -> list[Action]:
        """Return the actions of which ``document`` has no trace."""
        names = self.names if len(self.names) == len(self.actions) else [""] * len(self.actions)
        pairs = zip(self.actions, names, strict=True)
        return [action for action, name in pairs if not action.left_its_trace(document, name)]


class Journal:
    """The file ``path``, which need not exist."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def accept(self, batches: Sequence[Sequence[Action]]) -> None:
        """Keep ``batches``, on the disk when this returns. Raises OSError."""
        moment = time.time()
        lines = [
            {"state": State.WAITING, "time": moment, "actions": [as_json(a) for a in actions]}
            for actions in batches
        ]
        self._append(lines, durable=True)

    def mark(
        self, ids: Iterable[str], state: State, names: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """Note that the batches ``ids`` are in ``state`` now, with ``names``. Raises OSError."""
        moment = time.time()
        lines = [
            {"state": state, "time": moment, "id": batch, "names": (names or {}).get(batch, ())}
            for batch in ids
        ]
        self._append(lines, durable=state is State.LET_GO)

    def _append(self, lines: Sequence[dict[str, Any]], *, durable: bool) -> None:
        if not lines:
            return
        words = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
        new = not self._path.exists()
        with self._path.open("ab+") as file:
            if not self._ends_whole(file.fileno()):
                words = "\n" + words
            file.write(words.encode())
            file.flush()
            if durable:
                os.fsync(file.fileno())
        if new:
            sync_folder(self._path.parent)

    @staticmethod
    def _ends_whole(handle: int) -> bool:
        """Tell whether the last line has its end: one who was killed may have left half a line."""
        size = os.lseek(handle, 0, os.SEEK_END)
        if size == 0:
            return True
        os.lseek(handle, size - 1, os.SEEK_SET)
        return os.read(handle, 1) == b"\n"

    @property
    def size(self) -> int:
        """The length in bytes."""
        return self._path.stat().st_size if self._path.exists() else 0

    def read(self, since: int = 0) -> dict[str, Batch]:
        """Return the batches that the journal has from byte ``since`` on.

        Of a batch without its beginning behind ``since`` nothing is returned.
        """
        try:
            with self._path.open("rb") as file:
                if since > os.fstat(file.fileno()).st_size:  # it is another file now
                    since = 0
                file.seek(since)
                content = file.read()
        except FileNotFoundError:
            return {}
        batches: dict[str, Batch] = {}
        for line in content.split(b"\n"):
            _note(batches, line)
        return batches


def _note(batches: dict[str, Batch], line: bytes) -> None:
    """Apply the entry in ``line`` to ``batches``; half a line is ignored."""
    try:
        entry = json.loads(line)
        state, moment = State(entry["state"]), float(entry["time"])
        if "actions" in entry:
            batch = Batch(tuple(map(from_json, entry["actions"])), state, moment)
            batches.pop(batch.id, None)  # what is accepted anew comes last
            batches[batch.id] = batch
        elif entry["id"] in batches:
            names = tuple(map(str, entry.get("names", ())))
            batch = batches[entry["id"]]
            batches[batch.id] = replace(batch, state=state, time=moment, names=names)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return


def sync_folder(folder: Path) -> None:
    """Put the names in ``folder`` on the disk, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
