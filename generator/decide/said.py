"""What people did, in the words in which others read it."""

from __future__ import annotations

from generator.messages import text

from . import contents, log
from .actions import Action, Answer, Ask, Decide, MakeFeature
from .document import Document


def in_words(action: Action, document: Document | None) -> str:
    """Return who did what, and when; ``document`` is None when the spec can't be read."""
    at = action.at[:16].replace("T", " ")
    return text("decide.said", by=action.by, at=at, said=_said(action, document))


def _said(action: Action, document: Document | None) -> str:
    match action:
        case Decide(feature=feature, phase=phase, reason=reason):
            if document is not None:
                feature = contents.text_of(document, "features", feature, "title")
                phase = log.phase_title(contents.phase_titles(document), phase)
            return text("decide.said.decision", title=feature, phase=phase, reason=reason)
        case MakeFeature(title=title):
            return text("decide.said.feature", title=title)
        case Ask(text=said) | Answer(answer=said):
            return said
    return action.id
