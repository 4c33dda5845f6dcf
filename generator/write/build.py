"""One build into one folder: look at every file, decide, say what will be done, do it, note it.

The order makes a killed build harmless. What is about to be done is saved before any file is
touched, each file is replaced at once, and what was done is saved after. The next build finds
the records that were not finished and sees from the file itself on which side it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from .baselines import Baselines, Record
from .folder import Folder, Seen, digest, known_digest
from .reconcile import Sides, Verdict, can_be_merged, reconcile
from .results import FileResult, FileState


@dataclass(frozen=True)
class Change:
    """A change to one file, with its records ``before`` and ``after``."""

    before: Record
    after: Record
    seen: Seen | None
    verdict: Verdict
    offer: bytes | None

    @property
    def path(self) -> str:
        """The path of the file."""
        return self.after.path

    @property
    def result(self) -> FileResult:
        """The result to report."""
        return FileResult(self.path, self.verdict.state, self.after.beside)


class Build:
    """A build of ``files`` into ``folder``; the caller holds the folder's lock.

    Earlier files that are not among them are removed, but for those that begin with ``spare``.
    """

    def __init__(
        self, folder: Folder, baselines: Baselines, files: Mapping[str, bytes], spare: str = ""
    ) -> None:
        self._folder = folder
        self._baselines = baselines
        self._files = files
        self._spare = spare
        self._digests = {path: known_digest(content) for path, content in files.items()}

    def run(self) -> Iterator[tuple[str, FileResult]]:
        """Go over all files once and yield the result for each.

        A file that somebody saved between the look at it and the writing is left alone and not
        yielded: running again decides anew.
        """
        records = self._baselines.records()
        self._folder.check([*self._files, *records])
        records = self._finished(records)
        yield from self._remove(records[path] for path in self._left_over(records))
        changes = [self._change(records.get(path) or Record(path), path) for path in self._files]
        yield from ((c.path, c.result) for c in changes if _is_done(c))
        yield from self._apply([change for change in changes if not _is_done(change)])

    def _left_over(self, records: Mapping[str, Record]) -> Iterator[str]:
        for path in records.keys() - self._files.keys():
            if not (self._spare and path.startswith(self._spare)):
                yield path

    def _finished(self, records: dict[str, Record]) -> dict[str, Record]:
        """Return the records with those of a killed build settled by what stands on disk."""
        found = dict(records)
        for path, record in records.items():
            if record.unfinished:
                self._folder.clear_temporary(path)
                found[path] = self._settled(record)
        return found

    def _settled(self, record: Record) -> Record:
        written = self._disk(replace(record, stamp=""), self._folder.look(record.path))
        lost = record.beside is not None and self._folder.look(record.beside) is None
        return replace(
            record,
            baseline=record.baseline if written == record.disk else record.previous,
            disk=written,
            stamp="",
            offered=None if lost else record.offered,
            beside=None if lost else record.beside,
            previous=None,
            unfinished=False,
        )

    def _disk(self, record: Record, seen: Seen | None) -> bytes | None:
        """Return the digest of what stands there; nothing is read when the stamp is known."""
        if seen is None:
            return None
        if not seen.regular:
            return b""
        if seen.stamp and seen.stamp == record.stamp:
            return record.disk
        return digest(self._folder.read(record.path))

    def _change(self, before: Record, path: str) -> Change:
        folder, content = self._folder, self._files[path]
        seen = folder.look(path)
        known = self._resolved(before)
        disk, new = self._disk(before, seen), self._digests[path]
        verdict = reconcile(
            Sides(
                path,
                known.baseline,
                disk,
                new,
                lambda: self._baselines.content(known.baseline),
                lambda: folder.read(path),
                content,
            )
        )
        stamp = seen.stamp if seen else ""
        if verdict.state is FileState.CONFLICT:
            return self._conflict(before, replace(known, disk=disk, stamp=stamp), seen, verdict)
        if verdict.content is not None:
            disk = new if verdict.content is content else digest(verdict.content)
        after = Record(path, baseline=new, disk=disk, stamp=stamp)
        return Change(before, after, seen, verdict, None)

    def _resolved(self, record: Record) -> Record:
        """Treat a conflict as resolved when the file that was offered beside is gone."""
        if record.beside is None or self._folder.look(record.beside) is not None:
            return record
        return replace(record, baseline=record.offered, offered=None, beside=None)

    def _conflict(
        self, before: Record, known: Record, seen: Seen | None, verdict: Verdict
    ) -> Change:
        content, new = self._files[known.path], self._digests[known.path]
        if known.offered == new:
            return Change(before, known, seen, verdict, None)
        beside = known.beside
        if beside is None or not self._holds(beside, known.offered):
            beside = self._folder.free_name(known.path, "new")
        return Change(before, replace(known, offered=new, beside=beside), seen, verdict, content)

    def _holds(self, path: str, named: bytes | None) -> bool:
        seen = self._folder.look(path)
        return seen is not None and self._disk(Record(path), seen) == named

    def _remove(self, records: Iterable[Record]) -> Iterator[tuple[str, FileResult]]:
        gone = sorted(records, key=lambda record: record.path)
        for record in gone:
            self._withdraw(record)
            seen = self._folder.look(record.path)
            if seen is None:
                continue
            if self._disk(record, seen) == record.baseline:
                self._folder.remove(record.path)
                yield record.path, FileResult(record.path, FileState.REMOVED)
            else:
                aside = self._folder.free_name(record.path, "aside")
                self._folder.rename(record.path, aside)
                yield record.path, FileResult(record.path, FileState.SET_ASIDE, aside)
        if gone:
            self._baselines.save([], forget=[record.path for record in gone], prune=True)

    def _withdraw(self, record: Record) -> None:
        """Remove the text that was offered beside, unless somebody worked on it."""
        if record.beside is not None and self._holds(record.beside, record.offered):
            self._folder.remove(record.beside)

    def _apply(self, changes: list[Change]) -> Iterator[tuple[str, FileResult]]:
        if not changes:
            return
        self._baselines.save(
            [_intended(change) for change in changes],
            contents=[
                (self._digests[c.path], self._files[c.path])
                for c in changes
                if can_be_merged(self._files[c.path])
            ],
        )
        done = {change.path: self._carried_out(change) for change in changes}
        prune = any(change.before.baseline for change in changes)
        self._baselines.save([record for record in done.values() if record], prune=prune)
        yield from ((change.path, change.result) for change in changes if done[change.path])

    def _carried_out(self, change: Change) -> Record | None:
        """Do what is to be done; None when somebody saved the file in this moment."""
        path, content, after = change.path, change.verdict.content, change.after
        if content is not None:
            if self._folder.look(path) != change.seen:
                return None
            after = replace(after, stamp=self._folder.put(path, content, change.seen))
        if change.offer is not None and after.beside is not None:
            self._folder.put(after.beside, change.offer, None)
        if after.beside is None:
            self._withdraw(change.before)
        return after


def _is_done(change: Change) -> bool:
    return change.before == change.after and change.verdict.content is None


def _intended(change: Change) -> Record:
    """Return the record that stands while the change is under way."""
    before, after = change.before, change.after
    return replace(
        after,
        stamp="",
        offered=after.offered or before.offered,
        beside=after.beside or before.beside,
        previous=before.baseline,
        unfinished=True,
    )
