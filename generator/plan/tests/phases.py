"""What a screen shows in each phase view: the parts whose features are delivered by then."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.plan.kind import KindPlanner
from generator.plan.screen import ScreenPlan, UsePlan
from generator.pycode import Row, Table
from generator.spec.model import OUT, Spec

from .context import ProjectContext
from .entries import Entry
from .parts import conditions_of, features_of

_CHOSEN = {"choose_few", "choose_one", "tick"}
"""Controls that a form prefills from its address with a text as the spec writes it."""
_NO_ANSWERS = {"role", "phase", "step", "confirm"}
"""Query parameters that mean something else in the address of a screen."""


@dataclass(frozen=True)
class PhaseView:
    """A phase view: everything up to the phase ``key``, with titles that are shown and hidden."""

    key: str
    shown: tuple[str, ...]
    hidden: tuple[str, ...]


@dataclass(frozen=True)
class PhaseTests:
    """The phase views in which something of a screen is hidden.

    ``answers`` are what its form begins with, by the field's key, so that what depends on them is
    to be seen too. With ``shows_lines`` what is hidden may be the title of a line of a record.
    """

    views: tuple[PhaseView, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    shows_lines: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """The views as tests write them: phase, shown titles, hidden titles."""
        return tuple(Row((view.key, view.shown, view.hidden)) for view in self.views)

    @property
    def given(self) -> Table | None:
        """The answers as tests write them."""
        return Table(self.answers) if self.answers else None


@dataclass(frozen=True)
class Phases:
    """The phases in their order, their titles, and the phase of each feature."""

    order: Sequence[str]
    titles: Sequence[str]
    of: Mapping[str, str]

    @classmethod
    def of_spec(cls, spec: Spec) -> Phases:
        """Return the phases of ``spec``."""
        return cls(
            order=tuple(spec.phases),
            titles=tuple(phase.title for phase in spec.phases.values()),
            of={key: item.phase for key, item in spec.features.items()},
        )

    def have_come(self, features: Iterable[str], view: str) -> bool:
        """Tell whether all ``features`` are shown in the phase view ``view``.

        Undecided ones are: as ghosts.
        """
        return all(self._has_come(feature, view) for feature in features)

    def _has_come(self, feature: str, view: str) -> bool:
        phase = self.of.get(feature, "")
        if phase in self.order:
            return self.order.index(phase) <= self.order.index(view)
        return phase != OUT


def phase_tests(
    screen: ScreenPlan, kind: KindPlanner, context: ProjectContext, phases: Phases
) -> PhaseTests:
    """Return the phase views in which a part of ``screen``, which is of ``kind``, is hidden.

    A title that also stands on the screen for something else is no evidence.
    """
    answers = _answers(screen, context)
    parts = list(kind.parts(screen, context, answers))
    featured = [part for part in parts if part.features and part.known]
    if not featured:
        return PhaseTests()
    words = [*(part.title for part in parts if part not in featured), *phases.titles]
    others = set(map(_read, (*words, *_other_texts(screen, kind, context))))
    lined = kind.shows_lines
    if lined:
        others |= _begun(others, context)
    views = []
    for view in phases.order:
        come = [part for part in featured if phases.have_come(part.features, view)]
        shown = {_read(part.title) for part in come}
        shown |= _begun(shown, context) if lined else set()
        gone = {part.title for part in featured if _read(part.title) not in shown | others}
        sure = {part.title for part in come if part.sure and _read(part.title) not in others}
        if gone:
            views.append(PhaseView(view, tuple(sorted(sure)), tuple(sorted(gone))))
    return PhaseTests(tuple(views), tuple(answers.items()), lined) if views else PhaseTests()


def _read(text: str) -> str:
    """Return ``text`` as a browser shows it: white space is collapsed."""
    return " ".join(text.split())


def _begun(texts: Iterable[str], context: ProjectContext) -> set[str]:
    """Return what stands before a value in each of ``texts``, as if that was a line of a record."""
    mark = context.kit.say("value.line", title="", text="")
    pieces = [text.split(mark) for text in texts]
    return {mark.join(words[:end]) for words in pieces for end in range(1, len(words))}


def _other_texts(screen: ScreenPlan, kind: KindPlanner, context: ProjectContext) -> Iterator[str]:
    """Yield what else may be read on ``screen``: its own words, and those that values are of."""
    yield from (
        context.project_title,
        screen.title,
        screen.spec.help or "",
        *context.titles.values(),
    )
    for subject in ("frame", *kind.texts):
        yield from context.kit.words(subject)
    yield from kind.other_words(screen, context)
    for step in screen.steps[1:]:  # the first that is left stands there when those before are not
        yield from map(context.title, step.fields)
    for process in context.processes.values():
        yield process.title
        yield from (step.title for step in process.steps.values())
    for entity in context.entities.values():
        yield from (entity.spec.title, entity.spec.label or "")
        yield from (state.title for state in entity.spec.states.values())
        for held in entity.fields:
            yield from (held.spec.help or "", *held.spec.choices)
        for row in entity.spec.rows:
            yield from (text for texts in row.values() for text in texts)


def _answers(screen: ScreenPlan, context: ProjectContext) -> dict[str, str]:
    """Return the answers with which fields appear that depend on one, as far as they agree.

    Where a question comes later, its field must not be there without it.
    """
    if not screen.spec.traits.enters or not screen.entity:
        return {}
    fields = screen.steps[0].fields if screen.steps else screen.fields
    entries = context.entries(screen.entity)
    asked = {
        use.key: use
        for use in fields
        if not conditions_of(use)
        and use.key not in _NO_ANSWERS
        and entries[use.key].control in _CHOSEN
    }
    answers: dict[str, str] = {}
    for use in sorted(fields, key=lambda use: not features_of(use)):
        for key, texts in conditions_of(use).items():
            answer = next(filter(None, texts), "")
            if not answer or key not in asked:
                continue
            if not features_of(asked[key]) or _needs(asked[key], entries[key], texts, context):
                answers.setdefault(key, answer)
    return answers


def _needs(use: UsePlan, entry: Entry, texts: Collection[str], context: ProjectContext) -> bool:
    """Tell whether only an explicit answer is one of ``texts``: no answer and no default is."""
    if entry.control == "tick" and use.field:  # a box that is not there is no
        return not entry.default and all(map(context.kit.types[use.field.type].read, texts))
    return not entry.default and "" not in texts
