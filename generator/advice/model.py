"""One piece of advice: a question to ask the people in the room, and what makes it necessary."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.messages import Language, text
from generator.spec.places import written
from generator.spec.problems import Finding, Path, Span, printable, shortened
from generator.spec.source import Source

from .rules import Blocks

_LONGEST_SIDE = 60


@dataclass(frozen=True)
class Advice:
    """A question that the rule ``rule`` asks about the part of the spec at ``path``.

    ``quote`` are the words that it asks about; they stand ``at`` a place of ``sentence``. All are
    empty where something is missing. ``name`` is the title of the part, ``title`` the same with its
    kind. ``asked`` is the id of the question in the spec that puts it to somebody and has no answer
    yet. ``other`` tells it from another question of the rule about the same part.
    """

    rule: str
    path: Path
    blocks: Blocks
    name: str = ""
    title: str = ""
    quote: str = ""
    sentence: str = ""
    variant: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    asked: str = ""
    at: int = 0
    other: str = ""

    def heading(self, language: Language | None = None) -> str:
        """Return what the rule is about, in two or three words."""
        return text(f"advice.{self.rule}", language)

    def question(self, language: Language | None = None) -> str:
        """Return the question to ask."""
        key = f"{self.rule}.{self.variant}.ask" if self.variant else f"{self.rule}.ask"
        return text(f"advice.{key}", language, **self._shown)

    def why(self, language: Language | None = None) -> str:
        """Return why two readers would differ."""
        return text(f"advice.{self.rule}.why", language, **self._shown)

    def better(self, language: Language | None = None) -> str:
        """Return an example of how it can be written instead."""
        return text(f"advice.{self.rule}.better", language, **self._shown)

    @cached_property
    def place(self) -> str:
        """The path with dots, as ``advice: ignore:`` takes it."""
        return written(self.path)

    @property
    def key(self) -> str:
        """An id that stays while the same is asked, to find out which questions are new."""
        return "\x1f".join((self.rule, self.place, self.variant, self.quote, self.other))

    @property
    def marked(self) -> tuple[str, str, str]:
        """The sentence before, in and behind the words asked about, cut when it is long."""
        before = " ".join(self.sentence[: self.at].split())
        behind = " ".join(self.sentence[self.at + len(self.quote) :].split())
        if len(before) > _LONGEST_SIDE:
            before = f"…{before[-_LONGEST_SIDE:]}"
        if len(behind) > _LONGEST_SIDE:
            behind = f"{behind[:_LONGEST_SIDE]}…"
        return self._spaced(before, -1), self.quote, self._spaced(behind, 0)

    def _spaced(self, side: str, edge: int) -> str:
        """Give ``side`` the space back that stood between it and the words."""
        end = self.at - 1 if edge else self.at + len(self.quote)
        if not side or not 0 <= end < len(self.sentence) or not self.sentence[end].isspace():
            return side
        return f"{side} " if edge else f" {side}"

    @property
    def quoted(self) -> str:
        """The sentence in one line, cut when it is long."""
        return "".join(self.marked)

    @property
    def _shown(self) -> dict[str, str]:
        values = {"quote": self.quote, "title": self.name} | self.values
        return {name: printable(shortened(str(value))) for name, value in values.items()}

    def span(self, source: Source) -> Span:
        """Return where the words stand, or what something is missing in."""
        if not self.quote:
            return source.key_span(self.path)
        return self._on_lines(source) or Finding(self.rule, self.path).at(source).span

    def _on_lines(self, source: Source) -> Span | None:
        """Return where the words stand in the lines of the text: in their sentence if it is seen.

        One that the file breaks over lines is not; its words are then the first of their kind.
        """
        whole = source.whole_span(self.path)
        opening = self.sentence.strip()[:20]
        inside = self.at - (len(self.sentence) - len(self.sentence.lstrip()))
        near = None
        for number in range(whole.line, whole.end_line + 1):
            line = source.line(number)
            begin = line.find(opening, whole.column - 1 if number == whole.line else 0)
            if begin >= 0 and line.startswith(self.quote, begin + inside):
                return self._span(number, begin + inside)
            found = line.find(self.quote, whole.column - 1 if number == whole.line else 0)
            near = near or (self._span(number, found) if found >= 0 else None)
        return near

    def _span(self, line: int, begin: int) -> Span:
        return Span(line, begin + 1, line, begin + len(self.quote) + 1)

    def as_json(self, source: Source, language: Language | None = None) -> dict[str, Any]:
        """Return the advice for machines."""
        span = self.span(source)
        return {
            "rule": self.rule,
            "heading": self.heading(language),
            "blocks": self.blocks.name.lower(),
            "file": source.name,
            "line": span.line,
            "column": span.column,
            "path": [str(part) for part in self.path],
            "place": self.place,
            "about": self.title,
            "quote": self.quote,
            "sentence": self.sentence.strip(),
            "question": self.question(language),
            "why": self.why(language),
            "better": self.better(language),
            "asked": self.asked,
        }

    def as_line(self, source: Source, language: Language | None = None) -> str:
        """Return the place and the question in one line for a terminal."""
        span = self.span(source)
        where = f"{printable(source.name)}:{span.line}:{span.column}"
        return f"{where}: {self.rule} {printable(self.title)}: {self.question(language)}"

    def as_text(self, source: Source, language: Language | None = None) -> str:
        """Return the advice for a terminal: place, question, words, reason, example."""
        lines = [self.as_line(source, language)]
        if self.quote:
            lines.append(f"  | {printable(self.quoted)}")
        lines.append(f"  {self.why(language)}")
        lines.append(f"  → {self.better(language)}")
        return "\n".join(lines)
