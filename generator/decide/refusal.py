"""Why a change can't be made: as values, with the place in the spec and the text to paste there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from generator.messages import Language, text
from generator.spec.problems import Words, printable, shortened


class BrokenError(Exception):
    """The spec is no valid YAML at the moment; decisions have to wait."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)


@dataclass
class RefusedError(Exception):
    """The change can't be made safely at ``line`` and ``column`` (from 1); nothing was changed.

    ``paste`` is what a person would write there by hand.
    """

    code: str
    line: int
    column: int
    paste: str = ""

    def message(self, language: Language | None = None) -> str:
        """Return why the change can't be made, and what to do instead."""
        reason = text(f"decide.refused.{self.code}", language, line=self.line, column=self.column)
        if not self.paste:
            return reason
        return f"{reason}\n{text('decide.paste', language)}\n\n{self.paste}"

    def __str__(self) -> str:
        return self.message()


@dataclass
class UnknownError(Exception):
    """The spec has no feature, phase or question (``what``) called ``name``."""

    what: str
    name: str
    known: Collection[str]

    def message(self, language: Language | None = None) -> str:
        """Return what is missing, what there is, and the nearest of it."""
        words = Words(self.known, self.name)
        known = printable(str(words)) or text("decide.none", language)
        name = printable(shortened(self.name))
        sentences = [text(f"decide.unknown.{self.what}", language, name=name, known=known)]
        if words.nearest:
            near = printable(shortened(words.nearest))
            sentences.append(text("spec.did_you_mean", language, nearest=near))
        return " ".join(sentences)

    def __str__(self) -> str:
        return self.message()
