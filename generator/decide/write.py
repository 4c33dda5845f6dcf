"""The one way into the spec: what people decide is journalled, spliced, proved and put in place.

lock → what still waits → read → compare → splice and prove → journal → replace → mark
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from .actions import Action, Clash, Decide
from .document import Document
from .journal import Batch, Journal, State
from .lock import locked
from .refusal import BrokenError, RefusedError, UnknownError
from .spec_file import SpecFile, beside

YOUNG_SECONDS = 10.0
"""What was written so shortly before somebody else's save is put back when that save drops it."""

_MOST_TRIES = 50


@dataclass(frozen=True)
class Done:
    """The actions are in the spec; ``names`` are the ids of what they are about."""

    actions: tuple[Action, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Waits:
    """The spec is broken at the moment; the actions are kept and written when it is mended."""

    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Failed:
    """Nothing was written, and nothing is kept."""

    actions: tuple[Action, ...]
    error: RefusedError | UnknownError


Outcome = Done | Waits | Clash | Failed


@dataclass(frozen=True)
class Written:
    """What came of the batches, in their order, and what happened besides.

    ``caught_up`` had waited or been dropped and are in the spec now; ``unresolved`` had waited and
    need a person; ``set_aside`` are files with what an editor saved in the same instant.
    """

    outcomes: tuple[Outcome, ...] = ()
    caught_up: tuple[Action, ...] = ()
    unresolved: tuple[Outcome, ...] = ()
    set_aside: tuple[Path, ...] = ()


def carry_out(spec: Path, *batches: Sequence[Action]) -> Written:
    """Write each batch of actions into the file ``spec``, all of a batch or none.

    When this returns, what is Done or Waits is on the disk. Trying again does no harm. Raises
    OSError when the file or its folder can't be read or written; then nothing was taken.
    """
    with _opened(spec) as writer:
        return writer.carry_out([tuple(action.cleaned() for action in batch) for batch in batches])


def apply_waiting(spec: Path) -> Written:
    """Write what still waits, and put back what somebody's save has just dropped."""
    return carry_out(spec)


def waiting(spec: Path) -> list[Action]:
    """Return what was accepted and is not in the spec yet, the oldest first."""
    return [a for batch in _batches(spec, State.WAITING) for a in batch.actions]


def unresolved(spec: Path) -> list[Action]:
    """Return what had to wait, can't be written as it is and needs a person.

    Carry it out anew (with ``seen`` as it is now), or :func:`let_go` of it.
    """
    return [a for batch in _batches(spec, State.UNRESOLVED) for a in batch.actions]


def dropped(spec: Path) -> list[Action]:
    """Return what was written and is no longer in the spec. Raises BrokenError, OSError.

    Carry it out anew to restore it, or :func:`let_go` of it.
    """
    document = Document.of(spec.read_bytes())
    return [a for batch in _batches(spec, State.WRITTEN) for a in batch.missing(document)]


def let_go(spec: Path, actions: Sequence[Action]) -> None:
    """Forget about what is dropped or unresolved: it stays in the journal and is told no more."""
    with _opened(spec) as writer:
        writer.let_go({action.id for action in actions})


def journal_path(spec: Path) -> Path:
    """Return where the journal of ``spec`` is."""
    return beside(spec.resolve(), "decisions.jsonl")


def _batches(spec: Path, state: State) -> Iterator[Batch]:
    batches = Journal(journal_path(spec)).read()
    return (batch for batch in batches.values() if batch.state is state)


@contextmanager
def _opened(spec: Path) -> Iterator[_Writer]:
    path = spec.resolve(strict=True)
    with locked(beside(path, "lock")) as note:
        file = SpecFile(path, note)
        try:
            file.recover()
            yield _Writer(file, Journal(beside(path, "decisions.jsonl")))
        finally:
            file.close()


@dataclass
class _Attempt:
    """One try to put batches into a document."""

    document: Document
    outcomes: dict[str, Outcome] = field(default_factory=dict)

    def of(self, actions: tuple[Action, ...]) -> Outcome:
        """Return what came of ``actions``."""
        return self.outcomes[actions[0].id]

    def take(self, actions: tuple[Action, ...]) -> None:
        """Put ``actions`` into the document, all or none, and note the outcome."""
        self.outcomes[actions[0].id] = outcome = self._outcome(actions)
        if isinstance(outcome, Done):
            names = tuple(action.name_in(self.document) for action in actions)
            self.outcomes[actions[0].id] = replace(outcome, names=names)

    def _outcome(self, actions: tuple[Action, ...]) -> Outcome:
        document = self.document
        try:
            for action in actions:
                if action.is_in(document):
                    continue
                clash = action.clash(document)
                if clash:
                    return clash
                document = action.applied(document)
        except (RefusedError, UnknownError) as error:
            return Failed(actions, error)
        self.document = document
        return Done(actions, ())


class _Writer:
    def __init__(self, file: SpecFile, journal: Journal) -> None:
        self._file = file
        self._journal = journal
        self._accepted: set[str] = set()
        self._late: dict[str, Batch] = {}

    def carry_out(self, batches: Sequence[tuple[Action, ...]]) -> Written:
        """Try until nobody saves in the same instant."""
        try:
            for _ in range(_MOST_TRIES):
                written = self._try(batches)
                if written is not None:
                    return written
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), str(self._file.path))
        except OSError:
            with contextlib.suppress(OSError):
                self._journal.mark(sorted(self._accepted), State.LET_GO)
            raise

    def let_go(self, ids: set[str]) -> None:
        """Mark the batches that the actions ``ids`` are in."""
        batches = self._journal.read()
        actions = {name: {a.id for a in batch.actions} for name, batch in batches.items()}
        self._journal.mark([name for name in batches if ids & actions[name]], State.LET_GO)

    def _try(self, batches: Sequence[tuple[Action, ...]]) -> Written | None:
        """Return None when somebody saved meanwhile."""
        content = self._file.read()
        kept = self._journal.read(0 if self._file.is_foreign else self._file.settled)
        try:
            document = Document.of(content)
        except BrokenError:
            return Written(tuple(self._keep(batches, kept)))
        self._late |= {batch.id: batch for batch in self._missing(document, kept)}
        attempt = _Attempt(document)
        for actions in [*(batch.actions for batch in self._late.values()), *batches]:
            attempt.take(actions)
        result = attempt.document.content
        if result != content:
            self._accept([a for a in batches if isinstance(attempt.of(a), Done)])
            if not self._file.replace(result):
                return None
        self._mark(attempt)
        return None if self._file.was_saved_late() else self._told(attempt, batches)

    def _missing(self, document: Document, kept: dict[str, Batch]) -> Iterator[Batch]:
        """Yield what has to be written before anything new: what waits, and what was dropped."""
        foreign, young = self._file.is_foreign, self._file.saved_at - YOUNG_SECONDS
        for batch in kept.values():
            dropped = foreign and batch.state is State.WRITTEN and batch.time >= young
            if batch.state is State.WAITING or (dropped and batch.missing(document)):
                yield batch

    def _accept(self, batches: Iterable[tuple[Action, ...]]) -> None:
        """Journal what is not journalled yet."""
        new = [a for a in batches if a[0].id not in self._accepted and a[0].id not in self._late]
        self._journal.accept(new)
        self._accepted |= {actions[0].id for actions in new}

    def _keep(
        self, batches: Sequence[tuple[Action, ...]], kept: dict[str, Batch]
    ) -> Iterator[Outcome]:
        """Let the batches wait, unless one contradicts what waits already."""
        waiting = {
            a.feature: a
            for batch in kept.values()
            if batch.state is State.WAITING
            for a in batch.actions
            if isinstance(a, Decide)
        }
        for actions in batches:
            there = kept.get(actions[0].id)
            if there and there.state is State.WAITING:
                yield Waits(actions)
                continue
            clash = next(filter(None, (_clash_of_waiting(a, waiting) for a in actions)), None)
            if clash:
                yield clash
                continue
            self._accept([actions])
            waiting |= {a.feature: a for a in actions if isinstance(a, Decide)}
            yield Waits(actions)

    def _mark(self, attempt: _Attempt) -> None:
        """Note in the journal what became of everything, and that nothing waits."""
        outcomes = attempt.outcomes.items()
        done = {name: outcome.names for name, outcome in outcomes if isinstance(outcome, Done)}
        waited = {batch.id for batch in self._late.values() if batch.state is State.WAITING}
        written = done.keys() & (self._accepted | waited)
        self._journal.mark(sorted(written), State.WRITTEN, done)
        self._journal.mark(sorted(self._accepted - done.keys()), State.LET_GO)
        self._journal.mark(sorted(waited - done.keys() - self._accepted), State.UNRESOLVED)
        self._file.settle(self._journal.size)

    def _told(self, attempt: _Attempt, batches: Sequence[tuple[Action, ...]]) -> Written:
        own = {actions[0].id for actions in batches}
        late = [batch for name, batch in self._late.items() if name not in own]
        came = [(batch, attempt.of(batch.actions)) for batch in late]
        return Written(
            tuple(attempt.of(actions) for actions in batches),
            tuple(a for batch, o in came if isinstance(o, Done) for a in batch.actions),
            tuple(
                outcome
                for batch, outcome in came
                if batch.state is State.WAITING and not isinstance(outcome, Done)
            ),
            tuple(self._file.set_aside),
        )


def _clash_of_waiting(action: Action, waiting: dict[str, Decide]) -> Clash | None:
    if not isinstance(action, Decide) or action.seen is None or action.feature not in waiting:
        return None
    other = waiting[action.feature]
    if other.phase == action.seen:
        return None
    told = {"by": other.by, "at": other.at, "phase": other.phase, "reason": other.reason}
    return Clash(action, action.seen, other.phase, told)
