"""What stands on a sheet: the questions by who must answer them, and what changed since the last.

A question keeps its number from sheet to sheet, so that people can speak of number 12.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.advice.model import Advice
from generator.advice.parts import answerer
from generator.messages import Language, text
from generator.spec.model import Spec


@dataclass(frozen=True)
class Entry:
    """A question with its number; ``is_new`` tells that the last sheet did not have it."""

    number: int
    advice: Advice
    is_new: bool


@dataclass(frozen=True)
class Group:
    """The questions that somebody has to answer, the most urgent first."""

    who: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Gone:
    """A question of an earlier sheet that need not be asked any more."""

    number: int
    question: str


@dataclass(frozen=True)
class Sheet:
    """A whole sheet; ``on`` is the day it was made."""

    title: str
    on: str
    language: Language
    groups: tuple[Group, ...]
    gone: tuple[Gone, ...]

    @property
    def entries(self) -> list[Entry]:
        """Every question by its number."""
        found = (entry for group in self.groups for entry in group.entries)
        return sorted(found, key=lambda entry: entry.number)

    @property
    def summary(self) -> str:
        """How many questions there are, and how many of them are new."""
        new = sum(entry.is_new for entry in self.entries)
        key = "advice.sheet.summary_new" if new else "advice.sheet.summary"
        return text(key, self.language, count=len(self.entries), new=new, on=self.on)


@dataclass(frozen=True)
class Memory:
    """What the sheets so far asked: the number and the text of each question, by its key.

    ``new`` are the keys that the last sheet marked, ``gone`` the questions that it struck out.
    """

    numbers: Mapping[str, int]
    questions: Mapping[str, str]
    new: frozenset[str] = frozenset()
    gone: tuple[Gone, ...] = ()
    next: int = 1

    @classmethod
    def of(cls, kept: bytes | None) -> Memory:
        """Return what was kept; nothing when there is nothing, or it can't be read."""
        try:
            found = json.loads(kept or b"{}")
            entries = found["asked"]
            return cls(
                numbers={key: int(item["number"]) for key, item in entries.items()},
                questions={key: str(item["said"]) for key, item in entries.items()},
                new=frozenset(key for key, item in entries.items() if item["new"]),
                gone=tuple(Gone(int(g["number"]), str(g["said"])) for g in found["gone"]),
                next=int(found["next"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return cls({}, {})

    def kept(self) -> bytes:
        """Return the content of the file; its keys stay as earlier releases wrote them."""
        entries = {
            key: {"number": number, "said": self.questions[key], "new": key in self.new}
            for key, number in sorted(self.numbers.items(), key=lambda item: item[1])
        }
        gone = [{"number": one.number, "said": one.question} for one in self.gone]
        found: dict[str, Any] = {"next": self.next, "asked": entries, "gone": gone}
        return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def remember(advice: Sequence[Advice], last: Memory, language: Language) -> Memory:
    """Return what to keep after a sheet with ``advice``, when ``last`` was kept before it.

    A sheet that is made again of the same questions has the same marks.
    """
    questions = {one.key: f"{one.title}: {one.question(language)}" for one in advice}
    if last.numbers and questions.keys() == last.numbers.keys():
        return Memory(last.numbers, questions, last.new, last.gone, last.next)
    added = [key for key in questions if key not in last.numbers]
    numbers = {key: last.numbers[key] for key in questions if key in last.numbers}
    numbers |= {key: number for number, key in enumerate(added, last.next)}
    gone = tuple(
        Gone(number, last.questions[key])
        for key, number in last.numbers.items()
        if key not in questions
    )
    new = frozenset(added) if last.numbers else frozenset()
    return Memory(numbers, questions, new, gone, last.next + len(added))


def make_sheet(
    spec: Spec, advice: Sequence[Advice], memory: Memory, on: str, language: Language
) -> Sheet:
    """Return the sheet of the day ``on`` with what ``memory`` remembers about each question."""
    team = text("advice.sheet.team", language, team=spec.project.team or "").strip()
    groups: dict[str, list[Entry]] = {key: [] for key in ["", *spec.roles]}
    for one in advice:
        entry = Entry(memory.numbers[one.key], one, one.key in memory.new)
        groups[answerer(spec, one.path)].append(entry)
    called = {key: _called(spec, key) for key in spec.roles} | {"": team}
    return Sheet(
        spec.project.title,
        on,
        language,
        tuple(Group(called[key], tuple(found)) for key, found in groups.items() if found),
        memory.gone,
    )


def _called(spec: Spec, role: str) -> str:
    found = spec.roles[role]
    return f"{found.title}({found.who})" if found.who else found.title
