"""The spec as read before a decision, and the decisions that are made on the state it shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from generator.messages import text
from generator.spec.load import load_bytes
from generator.spec.model import Spec
from generator.spec.vocabulary import Vocabulary

from . import log, outline
from .actions import Decide
from .document import Document
from .needs import Move, contradictions
from .refusal import BrokenError
from .undo import reversal


@dataclass(frozen=True)
class SpecSnapshot:
    """A spec at the moment when somebody read it.

    ``spec`` is None when it has errors, ``document`` too when it is no YAML at all.
    """

    spec: Spec | None
    document: Document | None

    @classmethod
    def open(cls, path: Path, vocabulary: Vocabulary) -> Self:
        """Read the file ``path``. Raises OSError."""
        content = path.read_bytes()
        spec = load_bytes(content, str(path), vocabulary).spec
        try:
            return cls(spec, Document.of(content))
        except BrokenError:
            return cls(spec, None)

    def phase_of(self, feature: str) -> str | None:
        """Return the phase of ``feature`` in the snapshot, None when it can't be read."""
        return outline.phase_of(self.document, feature) if self.document else None

    def title_of(self, feature: str) -> str:
        """Return the title of ``feature``, empty when it can't be read."""
        if self.document is None:
            return ""
        return outline.text_of(self.document, "features", feature, "title")

    def phase_title(self, phase: str) -> str:
        """Return the title of ``phase``."""
        if self.document is None or not phase:
            return phase
        return log.phase_title(outline.phase_titles(self.document), phase)

    def decision(
        self, feature: str, phase: str, *, by: str, reason: str, revisit: str | None = None
    ) -> Decide:
        """Return the decision to put ``feature`` into ``phase``, made on this state."""
        seen = self.phase_of(feature)
        return Decide(
            feature=feature, phase=phase, by=by, reason=reason, revisit=revisit, seen=seen
        )

    def reversal(self, feature: str, *, by: str, reason: str | None = None) -> Decide | None:
        """Return the decision that takes the last one on ``feature`` back, None without one."""
        records = outline.decisions_on(self.document, feature) if self.document else []
        return reversal(feature, records, by=by, reason=reason or text("decide.undo.reason"))

    def moves(self, decision: Decide) -> tuple[Move, ...]:
        """Return what would have to move with ``decision``; nothing when the spec has errors."""
        if self.spec is None or decision.feature not in self.spec.features:
            return ()
        return contradictions(self.spec, decision.feature, decision.phase)

    def along(self, decision: Decide, moves: tuple[Move, ...]) -> list[Decide]:
        """Return ``decision`` with those that make it consistent, to be carried out as one."""
        reason = text("decide.needs.reason", reason=decision.reason, feature=decision.feature)
        others = (
            self.decision(move.feature, decision.phase, by=decision.by, reason=reason)
            for move in moves
        )
        return [decision, *others]
