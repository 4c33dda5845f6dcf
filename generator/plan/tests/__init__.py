"""What the tests of a prototype are to expect, screen by screen; all of it comes from the spec.

A module of :mod:`.kinds` plans what its kind alone needs. The rest (who may open the screen, and
who may not) is the same for every kind, also for one that the user's own blueprints bring.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pkgutil import iter_modules

from generator.plan.entities import EntityPlan
from generator.plan.memory import Memory
from generator.plan.screens import ScreenPlan
from generator.pycode import Call, Expression, Name, Table, call, renamed
from generator.spec.model import Spec
from generator.spec.vocabulary import Vocabulary

from . import kinds
from .kit import ProjectKit
from .phases import Phases, PhaseTests, phase_tests
from .structure import inside, named
from .whole import NEEDS_RECORD, Role, Whole, address

_KINDS = {module.name for module in iter_modules(kinds.__path__)}


@dataclass(frozen=True)
class ScreenTests:
    """What the test module of a screen needs to know.

    ``opening`` and ``refused`` are the roles that may open the screen and those that may not;
    ``role`` is the first that may. ``kind`` is what the kind's own planner adds. ``structure`` is
    what the screen is built of, as lines of an aria snapshot, ``phases`` what there is of it in
    each phase view.
    """

    address: str
    title: str
    help: str
    entity: str
    samples: int
    role: Role
    opening: tuple[Role, ...]
    refused: tuple[Role, ...]
    kind: object
    needs_record: bool
    where: Table | None
    structure: tuple[str, ...]
    phases: PhaseTests

    @property
    def left_out(self) -> tuple[str, ...]:
        """What could not be tested, and why."""
        return getattr(self.kind, "left_out", ())

    def opened(self, role: Expression, state: Expression = None) -> Call:
        """Return the call that opens the screen as ``role``, for a record in ``state``."""
        return self._reached("visit.open", role, state)

    def sent(self, role: Expression, state: Expression = None, **query: Expression) -> Call:
        """Return the call that reads what ``role`` is sent for the screen, without a browser."""
        return self._reached("look.read", role, state, **query)

    @property
    def sent_by_phase(self) -> Call:
        """The call that reads the screen in the view ``phase``, with answers for its fields."""
        return self.sent(self.role, phase=Name("phase"), given=self.phases.given)

    def _reached(self, how: str, role: Expression, state: Expression, **query: Expression) -> Call:
        if not self.needs_record:
            return call(how, Name("ADDRESS"), role=role, **query)
        where = self.where if state is None else None
        found = {"state": state, "where": where, "role": role}
        return call(f"{how}_record", Name("ADDRESS"), self.entity, **found, **query)

    def looked(self, role: Expression, state: Expression = None) -> Expression:
        """Return the call that opens the screen for a test that saves nothing."""
        return self.looking(self.opened(role, state))

    @property
    def going_on(self) -> Call:
        """The call that has the screen open as tests before left it."""
        return call("look.go_on_at", Name("ADDRESS"), role=self.role)

    def looking(self, expression: Expression) -> Expression:
        """Return ``expression`` as it reads in a test that saves nothing."""
        return renamed(expression, "visit", "look")


def plan_tests(
    spec: Spec,
    entities: Mapping[str, EntityPlan],
    screens: Sequence[ScreenPlan],
    vocabulary: Vocabulary,
    memory: Memory,
) -> tuple[ScreenTests, ...]:
    """Return what the test module of each screen needs, in the order of ``screens``."""
    kit = ProjectKit.of(vocabulary, spec.project.language.value)
    with kit.speaking():
        return tuple(_planned(spec, entities, screens, kit, vocabulary, memory))


def _planned(
    spec: Spec,
    entities: Mapping[str, EntityPlan],
    screens: Sequence[ScreenPlan],
    kit: ProjectKit,
    vocabulary: Vocabulary,
    memory: Memory,
) -> Iterator[ScreenTests]:
    whole = Whole.of(spec, entities, screens, kit)
    phases = Phases.of_spec(spec)
    around = {key: whole.around(entity) for key, entity in entities.items()}
    for screen in screens:
        of_entity = vocabulary.screen_kinds[screen.kind].entity
        near = around[screen.entity.key] if screen.entity and of_entity else whole
        views = phase_tests(screen, near, phases)
        given = (screen, views, *near.given)
        yield memory.recall("tests", screen.key, given, partial(_plan, screen, near, views))


def _plan(screen: ScreenPlan, whole: Whole, phases: PhaseTests) -> ScreenTests:
    opening = tuple(whole.may(screen))
    samples = whole.samples(screen.entity) if screen.entity else 0
    kind = _plan_kind(screen, whole)
    shows_nothing = screen.kind in NEEDS_RECORD and not samples
    return ScreenTests(
        address=address(screen),
        title=screen.title,
        help=screen.spec.help or "",
        entity=screen.entity.key if screen.entity else "",
        samples=samples,
        role=next(iter(opening), None),
        opening=opening,
        refused=tuple(role for role in whole.roles if role not in opening),
        kind=kind,
        needs_record=screen.kind in NEEDS_RECORD and bool(samples),
        where=Table(tuple(screen.spec.where.items())) if screen.spec.where else None,
        structure=tuple(_structure(screen.title, None if shows_nothing else kind)),
        phases=PhaseTests() if shows_nothing else phases,
    )


def _structure(title: str, kind: object) -> Iterator[str]:
    yield "- banner"
    yield from inside("complementary", ["- navigation"])
    heading = [*named("heading", [title], " [level=1]"), "- heading [level=1]"][:1]
    yield from inside("main", [*heading, *getattr(kind, "structure", ())])


def _plan_kind(screen: ScreenPlan, whole: Whole) -> object:
    if screen.kind not in _KINDS:
        return None
    return import_module(f"{kinds.__name__}.{screen.kind}").plan(screen, whole)
