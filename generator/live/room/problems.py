"""Problems of the spec and the code: tracebacks for the terminal, short lines for the bar."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Hashable
from pathlib import Path

from generator.messages import text

_MOST = 3
"""Problems that the bar shows; the terminal gets all of them."""


class Problems:
    """Collects problems by where they occurred; ``log`` gets each with its traceback.

    ``spec`` is a sentence about the first error in the spec, empty when it has none.
    """

    def __init__(self, folder: Path, log: Callable[[str], None]) -> None:
        self._folder = folder
        self._log = log
        self.spec = ""
        self._sentences: dict[Hashable, str] = {}

    def note(self, where: Hashable, error: Exception) -> None:
        """Record the ``error`` that occurred at ``where``."""
        sentence = where_and_what(error, self._folder)
        if sentence not in self._sentences.values():
            self._log("".join(traceback.format_exception(error)))
        self._sentences[where] = sentence

    def resolve(self, where: Hashable) -> None:
        """Forget the problem at ``where``: it no longer occurs."""
        self._sentences.pop(where, None)

    def clear(self) -> None:
        """Forget all problems of the code; those that persist will occur again."""
        self._sentences.clear()

    def attempt(self, step: Callable[[], object]) -> bool:
        """Run a step whose failure must not stop what comes after it; return whether it succeeded.

        Its error goes to the terminal only.
        """
        try:
            step()
        except Exception:
            self._log(traceback.format_exc())
            return False
        return True

    def __str__(self) -> str:
        """Return the current problems in a few lines; empty when there are none."""
        return "\n".join(filter(None, [self.spec, *self.lines]))

    @property
    def lines(self) -> list[str]:
        """The lines for the bar, one a problem; of many only the first ones, and how many more."""
        sentences = list(dict.fromkeys(self._sentences.values()))
        more = len(sentences) - _MOST
        return (
            [*sentences[:_MOST], text("live.more_problems", count=more)] if more > 0 else sentences
        )


def where_and_what(error: Exception, folder: Path) -> str:
    """Return file, line and message of an error in the code below ``folder``."""
    return text("room.wrong", place=_place(error, folder), what=f"{type(error).__name__}: {error}")


def _place(error: Exception, folder: Path) -> str:
    """Return where to fix the error: the innermost line of code below ``folder``."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{Path(error.filename).name}:{error.lineno}:{error.offset}"
    own = [
        f"{Path(frame.filename).name}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(folder)
    ]
    return own[-1] if own else "-"
