"""What a screen shows in each phase view: the parts of features that have come by then."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.plan.screens import ScreenPlan, UsePlan
from generator.pycode import Row, Table
from generator.spec.model import OUT, Condition, Spec

from .entries import Entry
from .whole import NEEDS_RECORD, Whole

_ENTERING = {"form", "wizard"}
_WITH_LINES = {"board", "map"}
"""Kinds that tell values of a record as lines: title and value."""
_SUBJECTS = {"list": ("records",), "wizard": ("form", "wizard")}
"""What the kit says on a screen of a kind, beside what stands round each; else as the kind."""
_CHOSEN = {"choose_few", "choose_one", "tick"}
"""Controls whose answer a form takes from its address as the spec writes it."""
_NO_ANSWERS = {"role", "phase", "step", "confirm"}
"""What means something else in the address of a screen."""


@dataclass(frozen=True)
class PhaseView:
    """A phase up to which everything is shown: titles that stand on the screen then, and others."""

    key: str
    shown: tuple[str, ...]
    hidden: tuple[str, ...]


@dataclass(frozen=True)
class PhaseTests:
    """The phase views in which something of a screen is hidden.

    ``answers`` are what its form begins with, by the field's key, so that what depends on them is
    to be seen too. With ``tells_lines`` what is hidden may be the title of a line of a record.
    """

    views: tuple[PhaseView, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    tells_lines: bool = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """The views as they are written down: phase, titles that are there, and others."""
        return tuple(Row((view.key, view.shown, view.hidden)) for view in self.views)

    @property
    def given(self) -> Table | None:
        """The answers as they are written down."""
        return Table(self.answers) if self.answers else None


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
    """A part of a screen: ``sure`` when its title is there whenever its features have come.

    What is not ``known`` may be there in any view, or in none.
    """

    title: str
    features: tuple[str, ...]
    sure: bool = True
    known: bool = True


def phase_tests(screen: ScreenPlan, whole: Whole, phases: Phases) -> PhaseTests:
    """Return the phase views in which a part of ``screen`` is hidden.

    A title that stands on the screen for something else too tells nothing.
    """
    answers = _answers(screen, whole)
    parts = list(_parts(screen, whole, answers))
    featured = [part for part in parts if part.features and part.known]
    if not featured:
        return PhaseTests()
    words = [*(part.title for part in parts if part not in featured), *phases.titles]
    others = set(map(_read, (*words, *_other_texts(screen, whole))))
    lined = screen.kind in _WITH_LINES
    if lined:
        others |= _begun(others, whole)
    views = []
    for view in phases.order:
        come = [part for part in featured if phases.have_come(part.features, view)]
        shown = {_read(part.title) for part in come}
        shown |= _begun(shown, whole) if lined else set()
        gone = {part.title for part in featured if _read(part.title) not in shown | others}
        sure = {part.title for part in come if part.sure and _read(part.title) not in others}
        if gone:
            views.append(PhaseView(view, tuple(sorted(sure)), tuple(sorted(gone))))
    return PhaseTests(tuple(views), tuple(answers.items()), lined) if views else PhaseTests()


def _read(text: str) -> str:
    """Return ``text`` as it is read: white space is a space, whatever it is in the spec."""
    return " ".join(text.split())


def _begun(texts: Iterable[str], whole: Whole) -> set[str]:
    """Return what stands before a value in each of ``texts``, as if that was a line of a record."""
    mark = whole.kit.say("value.line", title="", text="")
    pieces = [text.split(mark) for text in texts]
    return {mark.join(words[:end]) for words in pieces for end in range(1, len(words))}


def _other_texts(screen: ScreenPlan, whole: Whole) -> Iterator[str]:
    """Yield what else may be read on ``screen``: its own words, and those that values are of."""
    yield from (whole.project_title, screen.title, screen.spec.help or "", *whole.titles.values())
    for subject in ("frame", *_SUBJECTS.get(screen.kind, (screen.kind,))):
        yield from whole.kit.words(subject)
    if screen.kind == "calendar":
        days = whole.kit.say("calendar.weekdays")
        size = len(days) // 7
        yield from (days[n : n + size] for n in range(0, len(days), size))
    if screen.kind != "home":
        yield from (other.title for other in whole.screens)
    for step in screen.steps[1:]:  # the first that is left stands there when those before are not
        yield from map(whole.title, step.fields)
    for process in whole.processes.values():
        yield process.title
        yield from (step.title for step in process.steps.values())
    for entity in whole.entities.values():
        yield from (entity.spec.title, entity.spec.label or "")
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
        case "wizard":
            yield from _steps(screen, whole, answers)
        case "detail":
            yield from _values(screen, whole)
        case "list" | "board" | "calendar" | "map":
            yield from _columns(screen, whole)
        case "dashboard":
            for tile in screen.tiles:
                yield _Part(tile.spec.title or "", _named(tile.spec.feature))
        case "home":
            yield from _screens(screen, whole)


def _answers(screen: ScreenPlan, whole: Whole) -> dict[str, str]:
    """Return the answers with which fields appear that depend on one, as far as they agree.

    Where a question comes later, its field must not be there without it.
    """
    if screen.kind not in _ENTERING or not screen.entity:
        return {}
    fields = screen.steps[0].fields if screen.steps else screen.fields
    entries = whole.entries(screen.entity)
    asked = {
        use.key: use
        for use in fields
        if not _conditions(use)
        and use.key not in _NO_ANSWERS
        and entries[use.key].control in _CHOSEN
    }
    answers: dict[str, str] = {}
    for use in sorted(fields, key=lambda use: not _features(use)):
        for key, texts in _conditions(use).items():
            answer = next(filter(None, texts), "")
            if not answer or key not in asked:
                continue
            if not _features(asked[key]) or _needs(asked[key], entries[key], texts, whole):
                answers.setdefault(key, answer)
    return answers


def _needs(use: UsePlan, entry: Entry, texts: Collection[str], whole: Whole) -> bool:
    """Tell whether one of ``texts`` must be the answer: neither nothing nor the default is."""
    if entry.control == "tick" and use.field:  # a box that is not there is no
        return not entry.default and all(map(whole.kit.types[use.field.type].read, texts))
    return not entry.default and "" not in texts


def _asked(
    fields: Sequence[UsePlan],
    whole: Whole,
    answers: Mapping[str, str],
    features: tuple[str, ...] = (),
) -> Iterator[_Part]:
    """Yield what is asked for, or is as soon as something else is answered."""
    of_field = {use.key: _features(use) for use in fields}
    for use in fields:
        conditions = _conditions(use)
        known = all(answers.get(key) in texts for key, texts in conditions.items())
        on_it = (feature for key in conditions for feature in of_field.get(key, ()))
        yield _Part(
            whole.title(use), (*features, *of_field[use.key], *on_it), sure=known, known=known
        )


def _steps(wizard: ScreenPlan, whole: Whole, answers: Mapping[str, str]) -> Iterator[_Part]:
    """Yield the steps, which stand in a row, and what the first of them asks for."""
    features = [_named(step.feature) for step in wizard.spec.steps.values()]
    for step, of_step in zip(wizard.steps, features, strict=True):
        yield _Part(step.title, of_step, sure=False)  # one that asks for nothing is left out
    yield from _asked(wizard.steps[0].fields, whole, answers, features[0])


def _values(detail: ScreenPlan, whole: Whole) -> Iterator[_Part]:
    """Yield the values of a record; what was done with it stays in its history."""
    for use in detail.fields:
        yield _Part(whole.title(use), _features(use), sure=not _conditions(use))
    assert detail.entity
    for transition in detail.entity.spec.transitions.values():
        yield _Part(transition.title, _named(transition.feature), sure=False)


def _conditions(use: UsePlan) -> Condition:
    return use.field.spec.show_when if use.field else {}


def _columns(screen: ScreenPlan, whole: Whole) -> Iterator[_Part]:
    """Yield what is told of records, and the filters. What is empty has no line."""
    yield from (_Part(whole.title(use), _features(use), sure=False) for use in _told(screen, whole))
    yield from (_Part(whole.title(use), _features(use)) for use in screen.filters)


def _told(screen: ScreenPlan, whole: Whole) -> Sequence[UsePlan]:
    """Return the columns whose titles are to be read.

    A list names them where they can be chosen, all but the first. A calendar tells of a month in
    which there may be no record.
    """
    if screen.kind == "list":
        return screen.columns[1:]
    has_records = screen.entity and whole.samples(screen.entity)
    return screen.columns if screen.kind in _WITH_LINES and has_records else ()


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
