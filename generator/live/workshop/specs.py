"""The spec as it is on disk right now, for what people look up while they decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from generator.live.watch import stamp_of
from generator.messages import text
from generator.spec.blocks import Blocks
from generator.spec.load import load_spec
from generator.spec.model import OUT, UNDECIDED, Decision, Feature, Spec
from generator.spec.vocabulary import Vocabulary


class Specs:
    """Loads the spec again when it was saved; a broken one leaves the last good one in use."""

    def __init__(self, path: Path, vocabulary: Callable[[], Vocabulary]) -> None:
        self.path = path
        self._vocabulary = vocabulary
        self._blocks = Blocks()
        self._stamp: object = None
        self._spec: Spec | None = None
        self._written: object = None
        self._lock = Lock()

    @property
    def now(self) -> Spec | None:
        """The last spec without errors; None when there was none yet. Any thread may ask."""
        with self._lock:
            stamp = stamp_of(self.path)
            if stamp is not None and stamp != self._stamp:
                self._load(stamp)
            return self._spec

    def _load(self, stamp: object) -> None:
        try:
            loaded = load_spec(self.path, self._vocabulary(), self._blocks)
        except OSError:  # an editor is just renaming it: the next one who asks looks again
            return
        self._stamp = stamp
        if loaded.spec is not None:
            self._spec, self._written = loaded.spec, loaded.source.value

    @property
    def kinds(self) -> Collection[str]:
        """The kinds of screens that are built."""
        return self._vocabulary().screen_kinds

    def place_of(self, part: str) -> tuple[str, ...]:
        """Return where a part of the prototype is written in the spec; empty when it is not.

        What was derived, such as the screens of an entity without any, stands nowhere in the file.
        """
        entity, _, inner = part.partition(".")
        places = [
            ("screens", part),
            ("entities", entity, "fields", inner),
            ("entities", entity, "transitions", inner),
        ]
        return next((place for place in places if _is_there(self._written, place)), ())

    def can_ask_about(self, part: str) -> str:
        """Return what a question on ``part`` is about in the spec: the part, or what it is in.

        Empty when the spec knows neither, such as the column of the state.
        """
        spec = self.now
        entity, _, inner = part.partition(".")
        found = spec.entities.get(entity) if spec else None
        if spec is None or not part:
            return ""
        if found is None:
            return part if part in spec.screens else ""
        known = {*found.fields, *found.transitions, *found.states}
        return part if inner in known else entity


def _is_there(written: object, place: tuple[str, ...]) -> bool:
    for key in place:
        if not isinstance(written, dict) or key not in written:
            return False
        written = written[key]
    return True


def phase_titles(spec: Spec) -> dict[str, str]:
    """Return every phase that a feature can be in, as people call it, in order."""
    known = {key: phase.title for key, phase in spec.phases.items()}
    return known | {OUT: text("workshop.out"), UNDECIDED: text("workshop.undecided")}


def last_decision(feature: Feature) -> Decision | None:
    """Return the latest decision, which is the one in force."""
    return feature.decisions[-1] if feature.decisions else None


def needed_by(spec: Spec, key: str) -> list[str]:
    """Return the features that need the feature ``key``."""
    return [other for other, feature in spec.features.items() if key in feature.needs]


def open_questions(spec: Spec) -> Counter[str]:
    """Return how many questions without an answer there are about each part."""
    return Counter(
        question.about
        for question in spec.questions.values()
        if question.about and not question.answer
    )


def named(parts: Mapping[str, Any], keys: Sequence[str]) -> list[str]:
    """Return the titles of ``keys``, or the key itself where there is no such part."""
    return [str(parts[key].title) if key in parts else key for key in keys]
