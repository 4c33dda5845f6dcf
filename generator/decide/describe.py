"""Actions in words: who did what, as others read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from generator.messages import text
from generator.spec.model import Spec

from . import outline
from .actions import Action, Answer, Ask, Decide, MakeFeature
from .document import Document
from .log import phase_title


@dataclass(frozen=True)
class Titles:
    """The titles of features and phases by id; an unknown one is called by its id."""

    features: Mapping[str, str] = field(default_factory=dict)
    phases: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_document(cls, document: Document) -> Self:
        """Return the titles in the text of a spec."""
        names = outline.names(document, "features")
        features = {name: outline.text_of(document, "features", name, "title") for name in names}
        return cls(features, outline.phase_titles(document))

    @classmethod
    def of_spec(cls, spec: Spec) -> Self:
        """Return the titles in ``spec``."""
        return cls(
            {key: feature.title for key, feature in spec.features.items()},
            {key: phase.title for key, phase in spec.phases.items()},
        )


def in_words(action: Action, titles: Titles) -> str:
    """Return who did what, and when."""
    at = action.at[:16].replace("T", " ")
    return text("decide.action", by=action.by, at=at, message=_message(action, titles))


def _message(action: Action, titles: Titles) -> str:
    match action:
        case Decide(feature=feature, phase=phase, reason=reason):
            title = titles.features.get(feature, feature)
            phase = phase_title(titles.phases, phase)
            return text("decide.action.decision", title=title, phase=phase, reason=reason)
        case MakeFeature(title=title):
            return text("decide.action.feature", title=title)
        case Ask(text=words) | Answer(answer=words):
            return words
    return action.id
