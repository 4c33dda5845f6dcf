"""An attempt to apply actions to a document, and its possible outcomes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from .actions import Action, Clash
from .document import Document
from .refusal import RefusedError, UnknownError


@dataclass(frozen=True)
class Done:
    """The actions are in the spec; ``names`` are the ids of what they are about."""

    actions: tuple[Action, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Waits:
    """The spec is broken at the moment; the actions are kept and written when it is mended."""

    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Failed:
    """Nothing was written, and nothing is kept."""

    actions: tuple[Action, ...]
    error: RefusedError | UnknownError


Outcome = Done | Waits | Clash | Failed


@dataclass
class Attempt:
    """One try to put batches into a document.

    With ``anew`` each action is taken as if the person had seen the document as it is then.
    """

    document: Document
    anew: bool = False
    outcomes: dict[str, Outcome] = field(default_factory=dict)

    def of(self, actions: tuple[Action, ...]) -> Outcome:
        """Return the outcome of ``actions``."""
        return self.outcomes[actions[0].id]

    def take(self, actions: tuple[Action, ...]) -> None:
        """Put ``actions`` into the document, all or none, and note the outcome."""
        self.outcomes[actions[0].id] = outcome = self._outcome(actions)
        if isinstance(outcome, Done):
            names = tuple(action.name_in(self.document) for action in actions)
            self.outcomes[actions[0].id] = replace(outcome, names=names)

    def _outcome(self, actions: tuple[Action, ...]) -> Outcome:
        document = self.document
        try:
            for action in actions:
                if action.is_in(document):
                    continue
                taken = action.seeing(document) if self.anew else action
                clash = taken.clash(document)
                if clash:
                    return clash
                document = taken.applied(document)
        except (RefusedError, UnknownError) as error:
            return Failed(actions, error)
        self.document = document
        return Done(actions, ())
