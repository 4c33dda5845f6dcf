"""What the test module of each screen is to expect.

What only one kind needs is planned in its own folder (:mod:`generator.plan.kind`). The rest (who
may open the screen, and who may not) is the same for every kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.plan.entities import EntityPlan
from generator.plan.kind import KindPlanner
from generator.plan.memory import Memory
from generator.plan.screen import ScreenPlan
from generator.pycode import Expression, Name, Table, UnboundCall, do
from generator.spec.model import Spec
from generator.spec.vocabulary import Vocabulary

from .context import ProjectContext, Role, address
from .kit import ProjectKit
from .phases import Phases, PhaseTests, phase_tests
from .structure import inside, named


@dataclass(frozen=True)
class ScreenTests:
    """What the test module of a screen needs to know.

    ``opening`` and ``refused`` are the roles that may open the screen and those that may not;
    ``role`` is the first that may. ``kind`` is what the kind's own planner adds. ``structure`` is
    that of the screen as lines of an aria snapshot, ``phases`` what it shows in each phase view.
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

    def opened(self, role: Expression, state: Expression = None) -> UnboundCall:
        """Return the step that opens the screen as ``role``, for a record in ``state``."""
        return self._reached("open", role, state)

    def sent(self, role: Expression, state: Expression = None, **query: Expression) -> UnboundCall:
        """Return the step that reads what ``role`` is sent for the screen, without a browser."""
        return self._reached("read", role, state, **query)

    @property
    def sent_by_phase(self) -> UnboundCall:
        """The step that reads the screen in the view ``phase``, with answers for its fields."""
        return self.sent(self.role, phase=Name("phase"), given=self.phases.given)

    @property
    def going_on(self) -> UnboundCall:
        """The step that has the screen open as tests before left it."""
        return do("go_on_at", Name("ADDRESS"), role=self.role)

    def _reached(
        self, how: str, role: Expression, state: Expression, **query: Expression
    ) -> UnboundCall:
        if not self.needs_record:
            return do(how, Name("ADDRESS"), role=role, **query)
        where = self.where if state is None else None
        found = {"state": state, "where": where, "role": role}
        return do(f"{how}_record", Name("ADDRESS"), self.entity, **found, **query)


def plan_tests(
    spec: Spec,
    entities: Mapping[str, EntityPlan],
    screens: Sequence[ScreenPlan],
    kinds: Mapping[str, KindPlanner],
    vocabulary: Vocabulary,
    memory: Memory,
) -> tuple[ScreenTests, ...]:
    """Return what the test module of each screen needs, in the order of ``screens``."""
    kit = ProjectKit.of(vocabulary, spec.project.language.value)
    with kit.speaking():
        return tuple(_planned(spec, entities, screens, kinds, kit, memory))


def _planned(
    spec: Spec,
    entities: Mapping[str, EntityPlan],
    screens: Sequence[ScreenPlan],
    kinds: Mapping[str, KindPlanner],
    kit: ProjectKit,
    memory: Memory,
) -> Iterator[ScreenTests]:
    context = ProjectContext.of(spec, entities, screens, kit)
    phases = Phases.of_spec(spec)
    around = {key: context.around(entity) for key, entity in entities.items()}
    for screen in screens:
        kind = kinds[screen.kind]
        near = around[screen.entity.key] if screen.entity and kind.traits.entity else context
        views = phase_tests(screen, kind, near, phases)
        given = (screen, kind, views, *near.given)
        yield memory.recall("tests", screen.key, given, partial(_plan, screen, kind, near, views))


def _plan(
    screen: ScreenPlan, kind: KindPlanner, context: ProjectContext, phases: PhaseTests
) -> ScreenTests:
    opening = tuple(context.may(screen))
    samples = context.samples(screen.entity) if screen.entity else 0
    of_kind = kind.tests(screen, context)
    shows_nothing = kind.traits.one_record and not samples
    return ScreenTests(
        address=address(screen),
        title=screen.title,
        help=screen.spec.help or "",
        entity=screen.entity.key if screen.entity else "",
        samples=samples,
        role=next(iter(opening), None),
        opening=opening,
        refused=tuple(role for role in context.roles if role not in opening),
        kind=of_kind,
        needs_record=kind.traits.one_record and bool(samples),
        where=Table(tuple(screen.spec.where.items())) if screen.spec.where else None,
        structure=tuple(_structure(screen.title, None if shows_nothing else of_kind)),
        phases=PhaseTests() if shows_nothing else phases,
    )


def _structure(title: str, kind: object) -> Iterator[str]:
    yield "- banner"
    yield from inside("complementary", ["- navigation"])
    heading = [*named("heading", [title], " [level=1]"), "- heading [level=1]"][:1]
    yield from inside("main", [*heading, *getattr(kind, "structure", ())])
