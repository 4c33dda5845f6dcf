"""The decision log: who decided, asked and answered what, when and why, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from generator.messages import Language, text
from generator.spec.model import OUT, UNDECIDED, Feature, Question, Spec

from .titles import part_title


class Kind(StrEnum):
    """The kind of a row."""

    DECISION = "decision"
    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True)
class Row:
    """A decision, a question or an answer; ``id`` and ``title`` are those of its subject."""

    at: str
    kind: Kind
    id: str
    title: str
    text: str
    by: str
    from_phase: str = ""
    to_phase: str = ""
    revisit: str = ""


COLUMNS = ("at", "kind", "id", "title", "from", "to", "text", "by", "revisit")


def rows(spec: Spec, language: Language | None = None) -> list[Row]:
    """Return all decisions, questions and answers, the oldest first; phases by their titles."""
    found = [
        row
        for key, feature in spec.features.items()
        for row in _decisions(spec, key, feature, language)
    ]
    for key, question in spec.questions.items():
        found += _question(spec, key, question)
    return sorted(found, key=lambda row: _moment(row.at))


def _decisions(spec: Spec, key: str, feature: Feature, language: Language | None) -> Iterator[Row]:
    titles = {name: phase.title for name, phase in spec.phases.items()}
    for decision in feature.decisions:
        yield Row(
            at=decision.at,
            kind=Kind.DECISION,
            id=key,
            title=feature.title,
            text=decision.reason,
            by=decision.by,
            from_phase=phase_title(titles, decision.from_ or UNDECIDED, language),
            to_phase=phase_title(titles, decision.phase, language),
            revisit=decision.revisit or "",
        )


def _question(spec: Spec, key: str, question: Question) -> Iterator[Row]:
    about = question.about or ""
    feature = spec.features.get(about)
    title = f"{about} {feature.title}" if feature else part_title(spec, about)
    asker = question.by or ""
    yield Row(question.asked or "", Kind.QUESTION, key, title, question.text, asker)
    if question.answer:
        at, by = question.answered or "", question.answered_by or ""
        yield Row(at, Kind.ANSWER, key, title, question.answer, by)


def phase_title(titles: Mapping[str, str], phase: str, language: Language | None = None) -> str:
    """Return what people call ``phase``; ``titles`` are those of the declared phases."""
    if phase in titles:
        return titles[phase]
    if phase in (OUT, UNDECIDED):
        return text(f"decide.phase.{phase}", language)
    return phase


def _moment(at: str) -> tuple[datetime, str]:
    """Return the sort key; what is no valid time comes first."""
    try:
        moment = datetime.fromisoformat(at).astimezone(UTC)
    except (ValueError, OverflowError):
        moment = datetime.min.replace(tzinfo=UTC)
    return moment, at


def cells(row: Row, language: Language | None = None) -> tuple[str, ...]:
    """Return ``row`` as texts in the order of :data:`COLUMNS`."""
    return (
        row.at[:16].replace("T", " "),
        text(f"decide.kind.{row.kind}", language),
        row.id,
        row.title,
        row.from_phase,
        row.to_phase,
        row.text,
        row.by,
        row.revisit,
    )


def headings(language: Language | None = None) -> tuple[str, ...]:
    """Return the headings of the columns."""
    return tuple(text(f"decide.column.{name}", language) for name in COLUMNS)
