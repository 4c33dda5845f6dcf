"""Problems in a spec as values: all are collected before any is shown.

A :class:`Finding` names the place by its path in the spec; :meth:`Finding.at` turns it into a
:class:`Problem` that knows line and column. Texts come from the catalogue (``spec.<code>`` and
``spec.<code>.hint``) only when a problem is shown.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple, Protocol

from generator.messages import Language, text

_MOST_WORDS = 20
_LONGEST_WORD = 60
_LINE_AROUND = 80
_MOST_COMPARED = 2_000

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the spec to the place."""


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Span(NamedTuple):
    """A place in a file: lines and columns count from 1, columns in characters, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    def moved(self, lines: int) -> Span:
        """Return the place ``lines`` further down."""
        return Span(self.line + lines, self.column, self.end_line + lines, self.end_column)


class Places(Protocol):
    """Where the parts of a file stand, such as those of a spec's source."""

    name: str

    def span(self, path: Path) -> Span:
        """Return the place of the value at ``path``."""

    def key_span(self, path: Path) -> Span:
        """Return the place of the key at ``path``."""

    def line(self, number: int) -> str:
        """Return a line by its number, which counts from 1."""


class Words:
    """The words that could stand in the place of ``misspelt``; long lists are cut when shown."""

    def __init__(self, known: Collection[str], misspelt: str = "") -> None:
        self.known = known
        self.misspelt = misspelt

    def __str__(self) -> str:
        shown = ", ".join(shortened(word) for word in islice(self.known, _MOST_WORDS))
        more = len(self.known) - _MOST_WORDS
        return f"{shown}, … (+{more})" if more > 0 else shown

    @cached_property
    def nearest(self) -> str | None:
        """The known word that was most likely meant, None when none is near."""
        return nearest(self.misspelt, self.known) if self.misspelt else None


@dataclass(frozen=True)
class Finding:
    """Something wrong at ``path``.

    ``at_key`` points at the key instead of its value, ``at_text`` at that text within the value,
    ``at_part`` at what stands between two positions of the text that it names first.
    ``depends_on`` are the parts of the spec by which this was judged: when one was left out because
    it is wrong itself, this finding is only its echo and is not reported.
    """

    code: str
    path: Path
    values: dict[str, Any] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    at_key: bool = False
    at_text: str = ""
    at_part: tuple[str, int, int] | None = None
    depends_on: tuple[Path, ...] = ()

    def at(self, source: Places) -> Problem:
        """Return this finding with its place in ``source``."""
        span = source.key_span(self.path) if self.at_key else source.span(self.path)
        line = source.line(span.line)
        if self.at_text:
            span = _narrowed(span, line, self.at_text)
        if self.at_part:
            span = _at_part(span, line, *self.at_part)
        return Problem(self.code, self.severity, source.name, span, line, self.path, self.values)


def unknown(
    what: str, path: Path, name: str, known: Collection[str], *wanted: Path, at_text: str = ""
) -> Finding:
    """Say that ``name`` at ``path`` is no ``known`` part; it would stand at ``wanted``."""
    values = {"name": name, "known": Words(known, name)}
    return Finding(f"unknown_{what}", path, values, at_text=at_text, depends_on=wanted)


def _narrowed(span: Span, line: str, wanted: str) -> Span:
    """Return where ``wanted`` stands within ``span``, or ``span`` when it can't be seen there."""
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    found = line.find(wanted, span.column - 1, end)
    if found < 0:
        return span
    return span._replace(column=found + 1, end_line=span.line, end_column=found + len(wanted) + 1)


def _at_part(span: Span, line: str, value: str, start: int, end: int) -> Span:
    """Return where a part of ``value`` stands within ``span``, or ``span`` if it can't be seen."""
    last = span.end_column - 1 if span.end_line == span.line else len(line)
    for written in _QUOTINGS:
        found = line.find(written(value), span.column - 1, last)
        if found >= 0:
            first = found + len(written(value[:start])) + 1
            behind = max(found + len(written(value[:end])) + 1, first + 1)
            return span._replace(column=first, end_line=span.line, end_column=behind)
    return span


_QUOTINGS: tuple[Callable[[str], str], ...] = (
    lambda value: value,
    lambda value: value.replace("'", "''"),
    lambda value: value.replace("\\", r"\\").replace('"', r"\""),
)
"""How YAML writes a text: as it is, in single quotes, in double quotes."""


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
        sentence = text(f"spec.{self.code}", language, **self._shown_values(language))
        others = self.values.get("others")
        return sentence + text("spec.others", language, number=others) if others else sentence

    def hint(self, language: Language | None = None) -> str:
        """Return what to write instead, with the nearest known word where there is one."""
        sentences = [text(f"spec.{self.code}.hint", language, **self._shown_values(language))]
        words = self.values.get("known")
        if isinstance(words, Words) and words.nearest:
            near = printable(shortened(words.nearest))
            sentences.insert(0, text("spec.did_you_mean", language, nearest=near))
        return " ".join(part for part in sentences if part)

    def _shown_values(self, language: Language | None) -> dict[str, str]:
        """Return the values as they may stand in a sentence: short, and nothing invisible."""
        shown = {}
        for name, value in self.values.items():
            if isinstance(value, Words):
                shown[name] = printable(str(value)) or text("spec.none", language)
            else:
                shown[name] = printable(shortened(str(value)))
        return shown

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
        place = f"{printable(self.file)}:{self.span.line}:{self.span.column}"
        shown = [f"{place}: {word}: {self.message(language)}"]
        if self.source_line.strip():
            shown += [f"  | {part}" for part in self._marked_line()]
        hint = self.hint(language)
        return "\n".join([*shown, *([f"  → {hint}"] if hint else [])])

    def _marked_line(self) -> tuple[str, str]:
        """Return the source line, cut round the place when it is long, and carets below it."""
        start = self.span.column - 1
        same_line = self.span.end_line == self.span.line
        end = max(self.span.end_column - 1 if same_line else len(self.source_line), start + 1)
        first = max(0, start - _LINE_AROUND) if len(self.source_line) > 2 * _LINE_AROUND else 0
        last = min(len(self.source_line), first + 2 * _LINE_AROUND)
        before = ("…" if first else "") + printable(self.source_line[first:start])
        marked = printable(self.source_line[start : min(end, last)])
        after = printable(self.source_line[min(end, last) : last])
        more = "…" if last < len(self.source_line) else ""
        carets = "^" * max(1, columns(marked))
        return before + marked + after + more, " " * columns(before) + carets


def shortened(word: str) -> str:
    """Return ``word`` cut to a length that a sentence can hold."""
    return word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…"


def printable(line: str) -> str:
    """Return ``line`` without what could play tricks on a terminal."""
    if line.isprintable():
        return line
    return "".join(
        c if c.isprintable() or c == "\u3000" else " " if c in "\t\n\r" else "\ufffd" for c in line
    )


def columns(shown: str) -> int:
    """Return how many terminal columns ``shown`` takes: East Asian wide characters take two."""
    if shown.isascii():
        return len(shown)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in shown
    )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most likely meant by ``word``, None when none is near.

    Full-width letters count as their usual forms, upper case as lower case.
    """
    longest = min(2 * len(word) + 2, _LONGEST_WORD)
    similar = [name for name in known if len(word) // 3 <= len(name) <= longest]
    if len(similar) > _MOST_COMPARED:
        return None
    forms = {_form(name): name for name in similar}
    form = _form(word[: 2 * _LONGEST_WORD])
    # One of two letters says much in Japanese, little in ids such as G1 and G2.
    cutoff = 0.6 if form.isascii() else 0.5
    found = difflib.get_close_matches(form, forms, n=1, cutoff=cutoff)
    return forms[found[0]] if found else None


def _form(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().strip()
