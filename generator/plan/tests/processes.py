"""The tests of the processes: each is walked from its first step to its last, by whoever acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.naming import distinct, identifier
from generator.plan.entities import EntityPlan
from generator.plan.kind import KindPlanner, NotWalkedError
from generator.plan.screen import ScreenPlan
from generator.pycode import Name, Table, UnboundCall, do
from generator.spec.model import Process, Spec, Step
from generator.spec.vocabulary import Vocabulary

from .context import ProjectContext, address
from .kit import ProjectKit
from .taking import Taking, may_take, taking_of

_RESERVED = {"visit", "dialog"}


@dataclass(frozen=True)
class Stage:
    """A step as somebody takes it: ``opening`` leads to its screen.

    With ``found`` a record is looked for first. A form is filled in with ``filled``, a transition
    is ``taking``; a screen that is only looked at has neither, but its ``seen`` title. ``variable``
    is what the test calls the record, ``entity`` what kind of record it is.
    """

    title: str
    opening: UnboundCall
    variable: str = ""
    entity: str = ""
    found: UnboundCall | None = None
    filled: tuple[UnboundCall, ...] = ()
    taking: Taking | None = None
    seen: str = ""


@dataclass(frozen=True)
class ProcessTests:
    """What the test module of a process needs to know; ``left_out`` says what is not walked."""

    key: str
    title: str
    module: str
    screens: tuple[str, ...]
    stages: tuple[Stage, ...]
    left_out: tuple[str, ...]


def plan_processes(
    spec: Spec,
    entities: Mapping[str, EntityPlan],
    screens: Sequence[ScreenPlan],
    kinds: Mapping[str, KindPlanner],
    vocabulary: Vocabulary,
) -> tuple[ProcessTests, ...]:
    """Return what the test module of each process needs, of those that can be walked at all."""
    kit = ProjectKit.of(vocabulary, spec.project.language.value)
    with kit.speaking():
        return _planned(spec, ProjectContext.of(spec, entities, screens, kit), kinds)


def _planned(
    spec: Spec, context: ProjectContext, kinds: Mapping[str, KindPlanner]
) -> tuple[ProcessTests, ...]:
    names = distinct(
        (f"process_{identifier(key)}" for key in spec.processes),
        reserved=[screen.module for screen in context.screens],
    )
    planned = (
        _Walk(process, context, kinds).plan(key, name)
        for name, (key, process) in zip(names, spec.processes.items(), strict=True)
    )
    return tuple(tests for tests in planned if tests.stages)


def _forgetting(stages: Sequence[Stage]) -> Iterator[Stage]:
    """Yield ``stages``; the record of a form has a variable only where a later stage uses it."""
    for place, stage in enumerate(stages):
        later = [other for other in stages[place + 1 :] if other.variable == stage.variable]
        goes_on = later and not later[0].filled and later[0].found is None
        yield stage if goes_on or not stage.filled else replace(stage, variable="")


@dataclass
class _Record:
    """The record that goes through the process: what the test calls it, and its state."""

    variable: str
    state: str = ""


@dataclass
class _Walk:
    """A process while its walk is planned."""

    process: Process
    context: ProjectContext
    kinds: Mapping[str, KindPlanner]
    records: dict[str, _Record] = field(default_factory=dict)

    def plan(self, key: str, module: str) -> ProcessTests:
        """Return what the test of the process ``key`` does."""
        stages, left_out, screens = [], [], dict[str, None]()
        for step in self.process.steps.values():
            screen = next((s for s in self.context.screens if s.key == step.screen), None)
            try:
                stages.append(self._stage(step, screen))
            except NotWalkedError as reason:
                left_out.append(f"{step.title}: {reason}")
            else:
                screens |= {screen.module: None} if screen else {}
        walked = tuple(_forgetting(stages))
        return ProcessTests(
            key, self.process.title, module, tuple(screens), walked, tuple(left_out)
        )

    def _stage(self, step: Step, screen: ScreenPlan | None) -> Stage:
        if screen is None:
            raise NotWalkedError("it has no screen")
        if step.actor is not None and not self.context.opens(screen, step.actor):
            raise NotWalkedError(f"{screen.title} is not for this role")
        if step.action:
            return self._take(step, screen, step.action)
        filled = self.kinds[screen.kind].walked(screen, self.context)
        if filled is not None and screen.entity:
            return self._fill(step, screen, screen.entity, filled)
        return self._look(step, screen)

    def _take(self, step: Step, screen: ScreenPlan, action: str) -> Stage:
        entity = screen.entity
        transition = entity.spec.transitions.get(action) if entity else None
        if entity is None or transition is None or not may_take(transition, step.actor):
            raise NotWalkedError("this role can't take its action there")
        acted_on = self.context.acted_on(entity, step.actor)
        shown = screen if screen in acted_on else next(iter(acted_on), None)
        record = self._record(entity)
        fits = record.state in transition.from_
        source = record.state if fits else transition.from_[0]
        taking = taking_of(entity, self.context, action, step.actor, source)
        if shown is None or taking is None:
            raise NotWalkedError("no test can take its action")
        if not fits and not self.context.samples(entity):
            raise NotWalkedError("there is no record to take it with")
        condition = Table((("state", (source,)),))
        self.records[entity.key] = _Record(record.variable, transition.to)
        return Stage(
            title=step.title,
            opening=self._opened(shown, step, record.variable),
            variable=record.variable,
            entity=entity.key,
            found=None if fits else do("record", entity.key, condition),
            taking=taking,
        )

    def _fill(
        self, step: Step, screen: ScreenPlan, entity: EntityPlan, filled: Sequence[UnboundCall]
    ) -> Stage:
        variable = self._record(entity).variable
        self.records[entity.key] = _Record(variable, entity.spec.initial_state or "")
        return Stage(
            title=step.title,
            opening=self._opened(screen, step),
            variable=variable,
            entity=entity.key,
            filled=tuple(filled),
        )

    def _look(self, step: Step, screen: ScreenPlan) -> Stage:
        entity = screen.entity
        if not screen.spec.traits.one_record or entity is None:
            return Stage(step.title, self._opened(screen, step), seen=screen.title)
        record = self.records.get(entity.key)
        if record is None and not self.context.samples(entity):
            raise NotWalkedError("there is no record to look at")
        followed = record or self._record(entity)
        self.records.setdefault(entity.key, followed)
        return Stage(
            title=step.title,
            opening=self._opened(screen, step, followed.variable),
            variable=followed.variable,
            found=None if record else do("record", entity.key, Table(())),
            seen=screen.title,
        )

    def _record(self, entity: EntityPlan) -> _Record:
        """Return the record of ``entity`` in this walk, a new one when it has none yet."""
        taken = {*_RESERVED, *(record.variable for record in self.records.values())}
        new = distinct([identifier(entity.key)], reserved=taken)[0]
        return self.records.get(entity.key) or _Record(new)

    def _opened(self, screen: ScreenPlan, step: Step, variable: str = "") -> UnboundCall:
        if variable:
            return do("open_for", address(screen), Name(variable), role=step.actor)
        return do("open", address(screen), role=step.actor)
