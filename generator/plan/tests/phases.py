"""What a screen shows in each phase view: the parts of features that have come by then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.naming import identifier
from generator.plan.screens import ScreenPlan, UsePlan
from generator.spec.model import OUT, Condition, Spec

from .whole import NEEDS_RECORD, Whole

_CHOSEN = {"choose_few", "choose_one", "tick"}
"""Controls whose answer a form takes from its address as the spec writes it."""
_NO_ANSWERS = {"self", "address", "role", "phase"}
"""Keys that mean something else where a test reads a screen."""


@dataclass(frozen=True)
class PhaseView:
    """A phase up to which everything is shown: titles that stand on the screen then, and others.

    ``answers`` are what a form begins with, by the field's key, so that what depends on them is to
    be seen too.
    """

    key: str
    shown: tuple[str, ...]
    hidden: tuple[str, ...]
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Phases:
    """The phases in their order, how they are called, and in which of them each feature comes."""

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
        """Tell whether all ``features`` are there when phases up to ``view`` are shown.

        What is undecided is, as a ghost.
        """
        return all(self._has_come(feature, view) for feature in features)

    def _has_come(self, feature: str, view: str) -> bool:
        phase = self.of.get(feature, "")
        if phase in self.order:
            return self.order.index(phase) <= self.order.index(view)
        return phase != OUT


@dataclass(frozen=True)
class _Part:
    """A part of a screen: ``sure`` when its title is there whenever its features have come."""

    title: str
    features: tuple[str, ...]
    sure: bool = True


def phase_views(screen: ScreenPlan, whole: Whole, phases: Phases) -> Iterator[PhaseView]:
    """Yield each phase view in which a part of ``screen`` is hidden.

    A title that stands on the screen for something else too tells nothing.
    """
    answers = _answers(screen, whole)
    parts = list(_parts(screen, whole, answers))
    featured = [part for part in parts if part.features]
    if not featured:
        return
    words = [*(part.title for part in parts if not part.features), *phases.titles]
    others = set(map(_read, (*words, *_other_texts(screen, whole))))
    for view in phases.order:
        come = [part for part in featured if phases.have_come(part.features, view)]
        shown = {_read(part.title) for part in come}
        gone = {part.title for part in featured if _read(part.title) not in shown | others}
        sure = {part.title for part in come if part.sure and _read(part.title) not in others}
        if gone:
            yield PhaseView(view, tuple(sorted(sure)), tuple(sorted(gone)), answers)


def _read(text: str) -> str:
    """Return ``text`` as it is read: white space is a space, whatever it is in the spec."""
    return " ".join(text.split())


def _other_texts(screen: ScreenPlan, whole: Whole) -> Iterator[str]:
    """Yield what else may be read on ``screen``: its own words, and those that values are of."""
    yield from (whole.project_title, screen.title, screen.spec.help or "", *whole.titles.values())
    if screen.kind != "home":
        yield from (other.title for other in whole.screens)
    for step in screen.steps[1:]:  # the first that is left stands there when those before are not
        yield from map(whole.title, step.fields)
    for process in whole.processes.values():
        yield process.title
        yield from (step.title for step in process.steps.values())
    for entity in whole.entities.values():
        yield entity.spec.title
        yield from (state.title for state in entity.spec.states.values())
        for held in entity.fields:
            yield from (held.spec.help or "", *held.spec.choices)
        for row in entity.spec.rows:
            yield from (text for texts in row.values() for text in texts)


def _parts(screen: ScreenPlan, whole: Whole, answers: Mapping[str, str]) -> Iterator[_Part]:
    """Yield the parts of ``screen`` whose titles can be read on it."""
    match screen.kind:
        case "form":
            yield from _asked(screen.fields, whole, answers)
        case "detail":
            yield from _values(screen, whole)
        case "list" | "board" | "calendar" | "map":
            yield from _columns(screen, whole)
        case "dashboard":
            for tile in screen.tiles:
                yield _Part(tile.spec.title or "", _named(tile.spec.feature))
        case "wizard":
            yield from _steps(screen, whole, answers)
        case "home":
            yield from _screens(screen, whole)


def _answers(screen: ScreenPlan, whole: Whole) -> dict[str, str]:
    """Return the answers with which fields appear that depend on one, as far as they agree."""
    fields = screen.steps[0].fields if screen.kind == "wizard" else screen.fields
    if screen.kind not in ("form", "wizard") or not screen.entity:
        return {}
    entries = whole.entries(screen.entity)
    asked = {
        use.key
        for use in fields
        if not _conditions(use)
        and identifier(use.key) == use.key
        and use.key not in _NO_ANSWERS
        and entries[use.key].control in _CHOSEN
    }
    answers: dict[str, str] = {}
    for use in fields:
        for key, texts in _conditions(use).items():
            if key in asked:
                answers.setdefault(key, texts[0])
    return answers


def _asked(
    fields: Sequence[UsePlan],
    whole: Whole,
    answers: Mapping[str, str],
    features: tuple[str, ...] = (),
) -> Iterator[_Part]:
    """Yield what is asked for; what depends on another answer is not there in any phase."""
    of_field = {use.key: _features(use) for use in fields}
    for use in fields:
        conditions = _conditions(use)
        if all(answers.get(key) in texts for key, texts in conditions.items()):
            on_it = (feature for key in conditions for feature in of_field[key])
            yield _Part(whole.title(use), (*features, *of_field[use.key], *on_it))


def _values(detail: ScreenPlan, whole: Whole) -> Iterator[_Part]:
    """Yield the values of a record, and what can be done with it."""
    for use in detail.fields:
        yield _Part(whole.title(use), _features(use), sure=not _conditions(use))
    assert detail.entity
    for transition in detail.entity.spec.transitions.values():
        yield _Part(transition.title, _named(transition.feature), sure=False)


def _conditions(use: UsePlan) -> Condition:
    return use.field.spec.show_when if use.field else {}


def _columns(screen: ScreenPlan, whole: Whole) -> Iterator[_Part]:
    """Yield the columns, or what is told of each record, and the filters.

    A list names its columns where they can be chosen; what is empty has no line on a card.
    """
    yield from (_Part(whole.title(use), _features(use), sure=False) for use in screen.columns)
    yield from (_Part(whole.title(use), _features(use)) for use in screen.filters)


def _steps(wizard: ScreenPlan, whole: Whole, answers: Mapping[str, str]) -> Iterator[_Part]:
    """Yield the steps, which stand in a row, and what the first of them asks for."""
    features = [_named(step.feature) for step in wizard.spec.steps.values()]
    for step, of_step in zip(wizard.steps, features, strict=True):
        yield _Part(step.title, of_step, sure=False)  # one that asks for nothing is left out
    yield from _asked(wizard.steps[0].fields, whole, answers, features[0])


def _features(use: UsePlan) -> tuple[str, ...]:
    return _named(use.feature or (use.field.spec.feature if use.field else None))


def _named(feature: str | None) -> tuple[str, ...]:
    return (feature,) if feature else ()


def _screens(home: ScreenPlan, whole: Whole) -> Iterator[_Part]:
    """Yield the screens to which the home leads the first role."""
    role = next(iter(whole.may(home)), None)
    for screen in whole.screens:
        if screen is not home and screen.kind not in NEEDS_RECORD and whole.opens(screen, role):
            yield _Part(screen.title, _named(screen.spec.feature))
