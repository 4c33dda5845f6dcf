"""What a screen shows in each phase view: the parts of features that have come by then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.plan.screens import ScreenPlan, UsePlan
from generator.spec.model import OUT, Spec

from .whole import NEEDS_RECORD, Whole


@dataclass(frozen=True)
class PhaseView:
    """A phase up to which everything is shown: titles that stand on the screen then, and others."""

    key: str
    shown: tuple[str, ...]
    hidden: tuple[str, ...]


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

    def has_come(self, feature: str | None, view: str) -> bool:
        """Tell whether ``feature`` is there when phases up to ``view`` are shown.

        What is undecided is, as a ghost.
        """
        phase = self.of.get(feature or "", "")
        if phase in self.order:
            return self.order.index(phase) <= self.order.index(view)
        return phase != OUT


@dataclass(frozen=True)
class _Part:
    """A part of a screen: ``sure`` when its title is there whenever its feature has come."""

    title: str
    feature: str | None
    sure: bool = True


def phase_views(screen: ScreenPlan, whole: Whole, phases: Phases) -> Iterator[PhaseView]:
    """Yield each phase view in which a part of ``screen`` is hidden.

    A title that stands on the screen for something else too tells nothing.
    """
    parts = list(_parts(screen, whole))
    featured = [part for part in parts if part.feature]
    if not featured:
        return
    words = [*(part.title for part in parts if not part.feature), *phases.titles]
    others = set(map(_read, (*words, *_other_texts(screen, whole))))
    for view in phases.order:
        come = [part for part in featured if phases.has_come(part.feature, view)]
        shown = {_read(part.title) for part in come}
        gone = {part.title for part in featured if _read(part.title) not in shown | others}
        sure = {part.title for part in come if part.sure and _read(part.title) not in others}
        if gone:
            yield PhaseView(view, tuple(sorted(sure)), tuple(sorted(gone)))


def _read(text: str) -> str:
    """Return ``text`` as it is read: white space is a space, whatever it is in the spec."""
    return " ".join(text.split())


def _other_texts(screen: ScreenPlan, whole: Whole) -> Iterator[str]:
    """Yield what else may be read on ``screen``: its own words, and those that values are of."""
    yield from (whole.project_title, screen.title, screen.spec.help or "", *whole.titles.values())
    if screen.kind != "home":
        yield from (other.title for other in whole.screens)
    for process in whole.processes.values():
        yield process.title
        yield from (step.title for step in process.steps.values())
    for entity in whole.entities.values():
        yield entity.spec.title
        yield from (state.title for state in entity.spec.states.values())
        for field in entity.fields:
            yield from (field.spec.help or "", *field.spec.choices)
        for row in entity.spec.rows:
            yield from (text for texts in row.values() for text in texts)


def _parts(screen: ScreenPlan, whole: Whole) -> Iterator[_Part]:
    """Yield the parts of ``screen`` whose titles can be read on it."""
    match screen.kind:
        case "form" | "detail":
            yield from _fields(screen, whole)
        case "list" | "board" | "calendar" | "map":
            yield from _columns(screen, whole)
        case "dashboard":
            for tile in screen.tiles:
                yield _Part(tile.spec.title or "", tile.spec.feature)
        case "home":
            yield from _screens(screen, whole)


def _fields(screen: ScreenPlan, whole: Whole) -> Iterator[_Part]:
    for use in screen.fields:
        always = not (use.field and use.field.spec.show_when)
        yield _Part(whole.title(use), _feature(use), sure=always)
    if screen.kind == "detail" and screen.entity:
        for transition in screen.entity.spec.transitions.values():
            yield _Part(transition.title, transition.feature, sure=False)


def _columns(screen: ScreenPlan, whole: Whole) -> Iterator[_Part]:
    """Yield the columns, or what is told of each record, and the filters.

    A list names its columns where they can be chosen; what is empty has no line on a card.
    """
    yield from (_Part(whole.title(use), _feature(use), sure=False) for use in screen.columns)
    yield from (_Part(whole.title(use), _feature(use)) for use in screen.filters)


def _feature(use: UsePlan) -> str | None:
    return use.feature or (use.field.spec.feature if use.field else None)


def _screens(home: ScreenPlan, whole: Whole) -> Iterator[_Part]:
    """Yield the screens to which the home leads the first role."""
    role = next(iter(whole.may(home)), None)
    for screen in whole.screens:
        if screen is not home and screen.kind not in NEEDS_RECORD and whole.opens(screen, role):
            yield _Part(screen.title, screen.spec.feature)
