"""What people do to a spec from the prototype: decide, make a feature, ask, answer.

An action is a value with an id. It can be kept (:func:`as_json`), tried again at any time, and
applied to whatever the spec's text has become: it detects when it is in there already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Self

from generator.spec.model import Decision

from . import outline, record
from .document import Document
from .record import Token, cleaned
from .refusal import UnknownError
from .splice import Appended, Fields, add_entry, set_fields


@dataclass(frozen=True)
class Clash:
    """Somebody else was faster: ``action`` was meant for ``seen``, but ``current`` is there.

    ``other`` is what the other one recorded, as far as it is written.
    """

    action: Action
    seen: str
    current: str
    other: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Action:
    """Something that somebody (``by``) did at a time (``at``, ISO 8601 with offset)."""

    by: str
    id: str = field(default_factory=record.new_id)
    at: str = field(default_factory=record.now)

    def cleaned(self) -> Self:
        """Return the action without spaces around its texts and without what no file can hold."""
        texts = {
            key: cleaned(value) for key, value in asdict(self).items() if isinstance(value, str)
        }
        return type(self)(**(asdict(self) | texts))

    def is_in(self, document: Document) -> bool:
        """Tell whether ``document`` has this already."""
        raise NotImplementedError

    def left_its_trace(self, document: Document, name: str) -> bool:  # noqa: ARG002
        """Tell whether what this added as ``name`` is still there, however it is worded now."""
        return self.is_in(document)

    def clash(self, document: Document) -> Clash | None:
        """Return what somebody else did to ``document`` meanwhile, None when nothing."""
        raise NotImplementedError

    def seeing(self, document: Document) -> Self:  # noqa: ARG002
        """Return the action as somebody takes it who sees ``document``."""
        return self

    def applied(self, document: Document) -> Document:
        """Return ``document`` with this. Raises RefusedError and UnknownError."""
        raise NotImplementedError

    def name_in(self, document: Document) -> str:
        """Return the id of the feature or the question that this is about."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Decide(Action):
    """Put ``feature`` into ``phase``.

    ``seen`` is the phase that the person saw; None when nobody could see one.
    """

    feature: str
    phase: str
    reason: str
    revisit: str | None = None
    seen: str | None = None

    def is_in(self, document: Document) -> bool:
        """Tell whether the record is there, by its id."""
        return self.id in outline.decision_ids(document)

    def clash(self, document: Document) -> Clash | None:
        """Compare the phase that the person saw with the one that is there."""
        current = outline.phase_of(document, self.feature)
        exists = self.feature in outline.names(document, "features")
        if self.seen is None or self.seen == current or not exists:
            return None
        last = outline.decisions_on(document, self.feature)[-1:]
        return Clash(self, self.seen, current, last[0] if last else {})

    def seeing(self, document: Document) -> Self:
        """Return the decision for somebody who sees the phase in ``document``."""
        exists = self.feature in outline.names(document, "features")
        return replace(self, seen=outline.phase_of(document, self.feature) if exists else None)

    def applied(self, document: Document) -> Document:
        """Return ``document`` with the new phase and the record below it."""
        phases = outline.phases(document)
        if self.phase not in phases:
            raise UnknownError("phases", self.phase, phases)
        decision = Decision.model_validate(
            {
                "id": self.id,
                "at": self.at,
                "from": outline.phase_of(document, self.feature),
                "phase": self.phase,
                "by": self.by,
                "reason": self.reason,
                "revisit": self.revisit,
            }
        )
        changes: Fields = {
            "phase": Token(self.phase),
            "decisions": Appended(record.fields(decision)),
        }
        return set_fields(document, ("features", self.feature), changes)

    def name_in(self, document: Document) -> str:  # noqa: ARG002
        """Return the feature's id."""
        return self.feature


@dataclass(frozen=True, kw_only=True)
class MakeFeature(Action):
    """Add a feature; the part of the spec at ``element``, where one is named, belongs to it."""

    title: str
    detail: str | None = None
    goal: str | None = None
    step: str | None = None
    element: tuple[str, ...] = ()

    def is_in(self, document: Document) -> bool:
        """Tell whether there is a feature of this title, and the element belongs to it."""
        name = self._found(document)
        if name is None or not self.element:
            return name is not None
        return outline.fields(document, *self.element).get("feature") == name

    def left_its_trace(self, document: Document, name: str) -> bool:
        """Tell whether the feature is there; its title may have been changed."""
        return name in outline.names(document, "features") or self.is_in(document)

    def clash(self, document: Document) -> None:
        """Two who make a feature do not disturb each other."""

    def applied(self, document: Document) -> Document:
        """Return ``document`` with the feature, still undecided unless it was there before."""
        changed = document if self._found(document) else self._with_feature(document)
        name = self._found(changed)
        if self.element and name:
            changed = set_fields(changed, self.element, {"feature": Token(name)})
        return changed

    def _with_feature(self, document: Document) -> Document:
        name = _next("F", outline.names(document, "features"))
        values = {
            "title": self.title,
            "goal": Token(self.goal) if self.goal else None,
            "step": Token(self.step) if self.step else None,
            "phase": Token("undecided"),
            "detail": self.detail or None,
        }
        return add_entry(document, "features", name, _given(values))

    def name_in(self, document: Document) -> str:
        """Return the id that the feature was given."""
        return self._found(document) or ""

    def _found(self, document: Document) -> str | None:
        for name in outline.names(document, "features"):
            if outline.text_of(document, "features", name, "title") == self.title:
                return name
        return None


@dataclass(frozen=True, kw_only=True)
class Ask(Action):
    """Leave a question or a remark, on a part of the spec where ``about`` names one.

    ``rule`` is the rule of the advice that the question comes from.
    """

    text: str
    about: str | None = None
    to: str | None = None
    rule: str | None = None

    def is_in(self, document: Document) -> bool:
        """Tell whether the same person has asked the same."""
        return self._found(document) is not None

    def left_its_trace(self, document: Document, name: str) -> bool:
        """Tell whether the question is there; its text may have been changed."""
        return name in outline.names(document, "questions") or self.is_in(document)

    def clash(self, document: Document) -> None:
        """Two who ask do not disturb each other."""

    def applied(self, document: Document) -> Document:
        """Return ``document`` with the question behind the others."""
        name = _next("Q", outline.names(document, "questions"))
        values = {
            "about": Token(self.about) if self.about else None,
            "rule": Token(self.rule) if self.rule else None,
            "text": self.text,
            "to": self.to or None,
            "by": self.by,
            "asked": Token(self.at[:10]),
        }
        return add_entry(document, "questions", name, _given(values))

    def name_in(self, document: Document) -> str:
        """Return the id that the question was given."""
        return self._found(document) or ""

    def _found(self, document: Document) -> str | None:
        wanted = (self.text, self.by, self.about or None)
        for name in outline.names(document, "questions"):
            found = outline.fields(document, "questions", name)
            if (found.get("text"), found.get("by"), found.get("about")) == wanted:
                return name
        return None


@dataclass(frozen=True, kw_only=True)
class Answer(Action):
    """Answer a question; ``seen`` is the answer that was there before, empty for none."""

    question: str
    answer: str
    seen: str = ""

    def is_in(self, document: Document) -> bool:
        """Tell whether the same person has given this answer."""
        found = outline.fields(document, "questions", self.question)
        return (found.get("answer"), found.get("answered_by")) == (self.answer, self.by)

    def left_its_trace(self, document: Document, name: str) -> bool:  # noqa: ARG002
        """Tell whether the question is answered; the answer may have been changed."""
        return "answer" in outline.fields(document, "questions", self.question)

    def clash(self, document: Document) -> Clash | None:
        """Compare the answer that the person saw with the one that is there."""
        found = outline.fields(document, "questions", self.question)
        current = found.get("answer", "")
        exists = self.question in outline.names(document, "questions")
        same = current == self.seen or not exists
        return None if same else Clash(self, self.seen, current, found)

    def seeing(self, document: Document) -> Self:
        """Return the answer for somebody who sees the one in ``document``."""
        found = outline.fields(document, "questions", self.question)
        return replace(self, seen=found.get("answer", ""))

    def applied(self, document: Document) -> Document:
        """Return ``document`` with the answer in the question."""
        changes = {
            "answer": self.answer,
            "answered": Token(self.at[:10]),
            "answered_by": self.by,
        }
        return set_fields(document, ("questions", self.question), changes, short="text", behind="")

    def name_in(self, document: Document) -> str:  # noqa: ARG002
        """Return the question's id."""
        return self.question


_KINDS: dict[str, Callable[..., Action]] = {
    kind.__name__: kind for kind in (Decide, MakeFeature, Ask, Answer)
}


def as_json(action: Action) -> dict[str, Any]:
    """Return ``action`` for keeping."""
    return {"kind": type(action).__name__, **asdict(action)}


def from_json(kept: Mapping[str, Any]) -> Action:
    """Return the action that was kept. Raises KeyError, TypeError for what is none."""
    values = {key: tuple(v) if isinstance(v, list) else v for key, v in kept.items()}
    return _KINDS[str(values.pop("kind"))](**values)


def _given(values: Mapping[str, str | None]) -> dict[str, str]:
    return {key: value for key, value in values.items() if value is not None}


def _next(letter: str, taken: list[str]) -> str:
    """Return the first free id: one more than the highest number behind ``letter``."""
    found = (re.fullmatch(f"{letter}([0-9]{{1,9}})", name) for name in taken)
    numbers = [int(number[1]) for number in found if number]
    return f"{letter}{max(numbers, default=0) + 1}"
