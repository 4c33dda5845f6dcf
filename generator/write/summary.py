"""What a build did, in lines for people."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from generator.messages import Language, text

from .results import FileResult, FileState

EVENTFUL = frozenset(FileState) - {FileState.UNCHANGED}
"""The states of files with which something was done, or deliberately not done."""

MANY = 20
"""Files of one folder that are named one by one; of more, only the number is shown."""

BY_HAND = frozenset({FileState.KEPT, FileState.MERGED, FileState.CONFLICT, FileState.SET_ASIDE})
"""The states of files that somebody edited."""


def file_lines(
    results: Iterable[FileResult],
    language: Language | None = None,
    states: Collection[FileState] = EVENTFUL,
) -> Iterator[str]:
    """Yield a line for each file in one of ``states``, and how to resolve conflicts.

    Many files that were created in one folder are one line.
    """
    shown = [result for result in results if result.state in states]
    crowds = Counter(map(_folder_of, shown))
    for folder, number in crowds.items():
        if folder and number > MANY:
            count = text("write.files", language, count=number)
            yield f"{text('write.created', language)}: {folder}/ ({count})"
    for result in shown:
        if crowds[_folder_of(result)] > MANY and _folder_of(result):
            continue
        word = text(f"write.{result.state.value}", language)
        beside = f" → {result.beside}" if result.beside else ""
        yield f"{word}: {result.path}{beside}"
    if any(result.state is FileState.CONFLICT for result in shown):
        yield text("write.resolve", language)
        if shutil.which("git") is None:
            yield text("write.no_git", language)


def kit_line(before: str, now: str, language: Language | None = None) -> str:
    """Return the line about another version of the kit; empty when it is the same."""
    if not before or before == now:
        return ""
    return text("write.kit_changed", language, before=before, now=now)


def _folder_of(result: FileResult) -> str:
    """Return the folder of a file that was created, empty for others: each of them is named."""
    return str(PurePosixPath(result.path).parent) if result.state is FileState.CREATED else ""


def summary(results: Iterable[FileResult], language: Language | None = None) -> str:
    """Return how many files are in which state."""
    counted = Counter(result.state for result in results)
    parts = [
        text("write.count", language, state=text(f"write.{state.value}", language), count=number)
        for state in FileState
        if (number := counted[state])
    ]
    return text("write.between", language).join(parts)
