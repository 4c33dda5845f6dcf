"""The one way into the spec: what people decide is journalled, spliced, proved and put in place.

lock → what still waits → read → compare → splice and prove → journal → replace → mark
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .actions import Action, Clash, Decide
from .attempt import Attempt, Done, Outcome, Waits
from .document import Document
from .journal import Batch, Journal, State
from .refusal import BrokenError
from .spec_file import SpecFile, beside
from .spec_lock import locked

YOUNG_SECONDS = 10.0
"""What was written so shortly before somebody else's save is put back when that save drops it.

Whoever saved can't have seen it, so the rest of what this save dropped is put back with it. What
was put back is young again.
"""

_MOST_TRIES = 50


@dataclass(frozen=True)
class Written:
    """The outcomes of the batches, in their order, and what else happened.

    ``caught_up`` had waited or been dropped and are in the spec now; ``put_back`` are those of them
    that a save had dropped. ``unresolved`` had waited and need a person; ``set_aside`` are files
    with what an editor saved in the same instant. What is left to be answered,
    :func:`needing_attention` tells.
    """

    outcomes: tuple[Outcome, ...] = ()
    caught_up: tuple[Action, ...] = ()
    put_back: tuple[Action, ...] = ()
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

    :func:`restore` it or :func:`let_go` of it.
    """
    return [a for batch in _batches(spec, State.UNRESOLVED) for a in batch.actions]


def dropped(spec: Path) -> list[Action]:
    """Return what was written and is no longer in the spec. Raises BrokenError, OSError.

    :func:`restore` it or :func:`let_go` of it.
    """
    document = Document.of(spec.read_bytes())
    written = _batches(spec, State.WRITTEN, State.DROPPED)
    return [a for batch in written for a in batch.missing(document)]


def needing_attention(spec: Path) -> list[Batch]:
    """Return the batches that need a person, the oldest first: recorded, but not in the spec.

    They had to wait and can't be written as they are, or a save dropped them. While the spec is
    broken, only those found before are returned. Raises OSError.
    """
    batches = list(_batches(spec, State.UNRESOLVED, State.DROPPED))
    try:
        document = Document.of(spec.read_bytes())
    except BrokenError:
        return batches
    return [b for b in batches if b.state is State.UNRESOLVED or b.missing(document)]


def restore(spec: Path, batches: Sequence[Batch]) -> Written:
    """Write again what :func:`needing_attention` returned, as if decided on the spec as it is now.

    Each batch comes back whole, as it was taken. Raises OSError.
    """
    with _opened(spec, anew=True) as writer:
        return writer.carry_out([batch.actions for batch in batches])


def let_go(spec: Path, actions: Sequence[Action]) -> None:
    """Forget about what is dropped or unresolved: it stays in the journal, but is not reported."""
    with _opened(spec) as writer:
        writer.let_go({action.id for action in actions})


def journal_path(spec: Path) -> Path:
    """Return where the journal of ``spec`` is."""
    return beside(spec.resolve(), "decisions.jsonl")


def _batches(spec: Path, *states: State) -> Iterator[Batch]:
    batches = Journal(journal_path(spec)).read()
    return (batch for batch in batches.values() if batch.state in states)


@contextmanager
def _opened(spec: Path, *, anew: bool = False) -> Iterator[_Writer]:
    path = spec.resolve(strict=True)
    with locked(beside(path, "lock")) as note:
        file = SpecFile(path, note)
        try:
            file.recover()
            yield _Writer(file, Journal(beside(path, "decisions.jsonl")), anew=anew)
        finally:
            file.close()


class _Writer:
    def __init__(self, file: SpecFile, journal: Journal, *, anew: bool = False) -> None:
        self._file = file
        self._journal = journal
        self._anew = anew
        self._accepted: set[str] = set()
        self._late: dict[str, Batch] = {}
        self._dropped: list[Batch] = []
        self._found: list[Batch] = []

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
                self._journal.mark(sorted(self._accepted), self._refused)
            raise

    @property
    def _refused(self) -> State:
        """The state of what was accepted and can't be written in the end.

        The person who took it gets an error. What was only restored keeps needing attention.
        """
        return State.UNRESOLVED if self._anew else State.LET_GO

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
        self._look_for_late(document, kept)
        attempt = Attempt(document)
        for batch in self._late.values():
            attempt.take(batch.actions)
        attempt.anew = self._anew
        for actions in batches:
            attempt.take(actions)
        result = attempt.document.content
        if result != content:
            self._accept([a for a in batches if isinstance(attempt.of(a), Done)])
            if not self._file.replace(result):
                return None
        self._mark(attempt)
        return None if self._file.was_saved_late() else self._summary(attempt, batches)

    def _look_for_late(self, document: Document, kept: dict[str, Batch]) -> None:
        """Find what has to be written before anything new, and what the last save dropped.

        What waits is written, and all that a save dropped of which some was too young to be seen.
        """
        dropped = list(self._dropped_by_the_last_save(document, kept))
        unseen = any(b.time >= self._file.saved_at - YOUNG_SECONDS for b in dropped)
        put_back = {batch.id for batch in dropped} if unseen else set()
        for batch in kept.values():
            if batch.state is State.WAITING or batch.id in put_back:
                self._late[batch.id] = batch
        self._dropped = [batch for batch in dropped if batch.id not in self._late]
        dropped_before = (batch for batch in kept.values() if batch.state is State.DROPPED)
        self._found = [batch for batch in dropped_before if not batch.missing(document)]

    def _dropped_by_the_last_save(
        self, document: Document, kept: dict[str, Batch]
    ) -> Iterator[Batch]:
        if self._file.is_foreign:
            for batch in kept.values():
                if batch.state is State.WRITTEN and batch.missing(document):
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

    def _mark(self, attempt: Attempt) -> None:
        """Note in the journal what became of everything, and that nothing waits."""
        outcomes = attempt.outcomes.items()
        done = {name: outcome.names for name, outcome in outcomes if isinstance(outcome, Done)}
        waited = {batch.id for batch in self._late.values() if batch.state is State.WAITING}
        put_back = self._late.keys() - waited
        mark = self._journal.mark
        mark(sorted(done.keys() & (self._accepted | self._late.keys())), State.WRITTEN, done)
        mark(sorted(self._accepted - done.keys()), self._refused)
        mark(sorted(waited - done.keys() - self._accepted), State.UNRESOLVED)
        gone = {batch.id for batch in self._dropped} | put_back
        mark(sorted(gone - done.keys()), State.DROPPED)
        names = {batch.id: batch.names for batch in self._found}
        mark(sorted(names.keys() - done.keys()), State.WRITTEN, names)
        self._file.settle(self._journal.size)

    def _summary(self, attempt: Attempt, batches: Sequence[tuple[Action, ...]]) -> Written:
        own = {actions[0].id for actions in batches}
        late = [batch for name, batch in self._late.items() if name not in own]
        came = [(batch, attempt.of(batch.actions)) for batch in late]
        return Written(
            tuple(attempt.of(actions) for actions in batches),
            _written(came),
            _written([(batch, o) for batch, o in came if batch.state is State.WRITTEN]),
            tuple(
                outcome
                for batch, outcome in came
                if batch.state is State.WAITING and not isinstance(outcome, Done)
            ),
            tuple(self._file.set_aside),
        )


def _written(came: Iterable[tuple[Batch, Outcome]]) -> tuple[Action, ...]:
    return tuple(a for batch, outcome in came if isinstance(outcome, Done) for a in batch.actions)


def _clash_of_waiting(action: Action, waiting: dict[str, Decide]) -> Clash | None:
    if not isinstance(action, Decide) or action.seen is None or action.feature not in waiting:
        return None
    other = waiting[action.feature]
    if other.phase == action.seen:
        return None
    recorded = {"by": other.by, "at": other.at, "phase": other.phase, "reason": other.reason}
    return Clash(action, action.seen, other.phase, recorded)
