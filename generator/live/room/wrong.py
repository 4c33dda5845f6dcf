"""What is wrong with the spec and the code: in full for the terminal, in short for the bar."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Hashable
from pathlib import Path

from generator.messages import text

_MOST = 3
"""Problems that the screens say; the terminal says all."""


class Wrong:
    """Collects errors by where they showed; ``tell`` gets each in full, with its traceback.

    ``spec`` is a sentence about what is wrong with the spec, empty when it is fine.
    """

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        self._folder = folder
        self._tell = tell
        self.spec = ""
        self._said: dict[Hashable, str] = {}

    def note(self, where: Hashable, error: Exception) -> None:
        """Take note of what went wrong at ``where``."""
        said = where_and_what(error, self._folder)
        if said not in self._said.values():
            self._tell("".join(traceback.format_exception(error)))
        self._said[where] = said

    def mended(self, where: Hashable) -> None:
        """Forget what was wrong at ``where``."""
        self._said.pop(where, None)

    def clear(self) -> None:
        """Forget all of the code: what is still wrong will show again."""
        self._said.clear()

    def attempt(self, step: Callable[[], object]) -> bool:
        """Do a step that must not keep others from theirs; tell whether it went well.

        What goes wrong in it is for the terminal alone.
        """
        try:
            step()
        except Exception:
            self._tell(traceback.format_exc())
            return False
        return True

    def __str__(self) -> str:
        """Return what is wrong now, in a few lines; empty when nothing is."""
        return "\n".join(filter(None, [self.spec, *self.lines]))

    @property
    def lines(self) -> list[str]:
        """What the screens say, a line for each problem, of many the first ones."""
        said = list(dict.fromkeys(self._said.values()))
        more = len(said) - _MOST
        return [*said[:_MOST], text("live.more_problems", count=more)] if more > 0 else said


def where_and_what(error: Exception, folder: Path) -> str:
    """Return file, line and message of an error in the code below ``folder``."""
    return text("room.wrong", place=_place(error, folder), what=f"{type(error).__name__}: {error}")


def _place(error: Exception, folder: Path) -> str:
    """Return where the error is to be mended: the innermost line of code below ``folder``."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{Path(error.filename).name}:{error.lineno}:{error.offset}"
    own = [
        f"{Path(frame.filename).name}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(folder)
    ]
    return own[-1] if own else "-"
