"""What is wrong with a spec, as values: all of it is collected before anything is said.

A :class:`Finding` names the place by its path in the spec; :meth:`Finding.at` turns it into a
:class:`Problem` that knows line and column. Texts come from the catalogue (``spec.<code>`` and
``spec.<code>.hint``) only when a problem is shown.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from generator.messages import Language, text

if TYPE_CHECKING:
    from .source import Source

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the spec to the place."""


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Span:
    """A place in a file: lines and columns count from 1, columns in characters, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Finding:
    """Something wrong at ``path``; ``at_key`` points at the key instead of its value."""

    code: str
    path: Path
    values: dict[str, Any] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    at_key: bool = False

    def at(self, source: Source) -> Problem:
        """Return this finding with its place in ``source``."""
        span = source.key_span(self.path) if self.at_key else source.span(self.path)
        line = source.lines[span.line - 1] if span.line <= len(source.lines) else ""
        return Problem(self.code, self.severity, source.name, span, line, self.path, self.values)


@dataclass(frozen=True)
class Problem:
    """Something wrong at a known place of a file."""

    code: str
    severity: Severity
    file: str
    span: Span
    source_line: str
    path: Path = ()
    values: dict[str, Any] = field(default_factory=dict)

    def message(self, language: Language | None = None) -> str:
        """Return what is wrong, in one sentence."""
        return text(f"spec.{self.code}", language, **self.values)

    def hint(self, language: Language | None = None) -> str:
        """Return what to write instead, with the nearest known word where there is one."""
        said = [text(f"spec.{self.code}.hint", language, **self.values)]
        nearest = self.values.get("nearest")
        if nearest:
            said.append(text("spec.did_you_mean", language, nearest=nearest))
        return " ".join(part for part in said if part)

    def as_json(self, language: Language | None = None) -> dict[str, Any]:
        """Return the problem for machines."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "file": self.file,
            "line": self.span.line,
            "column": self.span.column,
            "end_line": self.span.end_line,
            "end_column": self.span.end_column,
            "path": [str(part) for part in self.path],
            "message": self.message(language),
            "hint": self.hint(language),
        }

    def as_text(self, language: Language | None = None) -> str:
        """Return the problem for a terminal: place, sentence, source line with a caret, hint."""
        word = text(f"spec.severity.{self.severity.value}", language)
        place = f"{self.file}:{self.span.line}:{self.span.column}"
        shown = [f"{place}: {word}: {self.message(language)}"]
        if self.source_line.strip():
            shown += [f"  | {printable(self.source_line)}", f"  | {self._caret()}"]
        hint = self.hint(language)
        return "\n".join([*shown, *([f"  → {hint}"] if hint else [])])

    def _caret(self) -> str:
        start = self.span.column - 1
        same_line = self.span.end_line == self.span.line
        end = self.span.end_column - 1 if same_line else len(self.source_line)
        before = columns(self.source_line[:start])
        return " " * before + "^" * max(1, columns(self.source_line[start:end]))


def printable(line: str) -> str:
    """Return ``line`` without what could play tricks on a terminal."""
    return "".join(c if c.isprintable() else " " if c == "\t" else "�" for c in line)


def columns(shown: str) -> int:
    """Return how many terminal columns ``shown`` takes: East Asian wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" and ord(c) > 255 else 1 for c in shown)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that ``word`` most likely stands for, None when none is near.

    Full-width letters count as their usual forms, upper case as lower case.
    """
    forms = {unicodedata.normalize("NFKC", name).casefold(): name for name in known}
    form = unicodedata.normalize("NFKC", word).casefold()
    found = difflib.get_close_matches(form, forms, n=1, cutoff=0.6)
    return forms[found[0]] if found else None
