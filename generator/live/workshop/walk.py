"""Walks: a process of the spec taken step by step on the prototype, by one person or by several.

A walk belongs to the room, not to a browser: whoever joined it stands at the same step, and the
record that one of them made is what the next one goes on with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlencode
from weakref import WeakSet

from generator.spec.model import Process, Spec, Step

if TYPE_CHECKING:
    from blueprints.kit.model.entity import Entity
    from blueprints.kit.page.screen import Screens
    from blueprints.kit.store import Query, Store

KEPT = "walk"
"""Where a browser's own part in a walk is kept: which walk, and the role that is played there."""


@dataclass
class Walk:
    """A process as it is walked: its step, the record of each entity, the exceptions tried."""

    key: str
    process: str
    step: str
    records: dict[str, int] = field(default_factory=dict)
    tried: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Part:
    """What somebody plays in a walk; ``role`` is empty for whoever plays all roles in turn."""

    walk: Walk
    role: str

    def plays(self, step: Step) -> bool:
        """Tell whether ``step`` is theirs to do."""
        return not self.role or self.role == step.actor


class Bar(Protocol):
    """Shows on a page the walk in which somebody plays a ``part``."""

    part: Part

    def follow(self, *, ended: bool) -> None:
        """Show where the walk stands now; an ended one is shown no more."""


class Walks:
    """The walks of the room. ``bars`` show where one stands, and are notified when that changes."""

    def __init__(self) -> None:
        self._walks: dict[str, Walk] = {}
        self._numbers = count(1)
        self.bars: WeakSet[Bar] = WeakSet()

    def begin(self, process: str, step: str) -> Walk:
        """Begin to walk ``process`` at ``step``."""
        walk = Walk(str(next(self._numbers)), process, step)
        self._walks[walk.key] = walk
        return walk

    def of(self, process: str) -> list[Walk]:
        """Return the walks of ``process`` that are under way."""
        return [walk for walk in self._walks.values() if walk.process == process]

    def part(self, kept: Mapping[str, Any]) -> Part | None:
        """Return the part of the browser whose storage is ``kept``; None when it plays none."""
        mine = kept.get(KEPT) or {}
        walk = self._walks.get(str(mine.get("key", "")))
        return Part(walk, str(mine.get("role", ""))) if walk else None

    def end(self, walk: Walk) -> None:
        """Forget ``walk``: its bars go."""
        self._walks.pop(walk.key, None)
        self.notify(walk)

    def go(self, walk: Walk, step: str) -> None:
        """Stand at ``step`` from now on."""
        walk.step = step
        self.notify(walk)

    def notify(self, walk: Walk, skip: Bar | None = None) -> None:
        """Let all bars of ``walk`` show where it stands, except ``skip``, which does already."""
        for bar in list(self.bars):
            if bar.part.walk is walk and bar is not skip:
                bar.follow(ended=walk.key not in self._walks)


@dataclass(frozen=True)
class Standing:
    """Where a walk stands in the spec: the step, its number from 1, and those beside it."""

    process: Process
    key: str
    step: Step
    number: int
    count: int
    before: str
    after: str

    @classmethod
    def of(cls, spec: Spec | None, walk: Walk) -> Standing | None:
        """Return where ``walk`` stands; None when the spec has no such process any more.

        A step that is gone is left for the first one.
        """
        process = spec.processes.get(walk.process) if spec else None
        keys = list(process.steps) if process else []
        if process is None or not keys:
            return None
        index = keys.index(walk.step) if walk.step in keys else 0
        return cls(
            process=process,
            key=keys[index],
            step=process.steps[keys[index]],
            number=index + 1,
            count=len(keys),
            before=keys[index - 1] if index else "",
            after=keys[index + 1] if index + 1 < len(keys) else "",
        )


def address_of_process(key: str) -> str:
    """Return where the process ``key`` is drawn."""
    return f"/process?{urlencode({'of': key})}"


def address_of(walk: Walk, step: Step, prototype: Screens, store: Store, query: type[Query]) -> str:
    """Return where ``step`` is done: its screen, with the record that the walk goes on with.

    ``query`` is the kit's class of questions to the store. Without a screen it is the home.
    """
    screen = prototype.screen(step.screen) if step.screen else None
    if screen is None:
        return "/"
    if not screen.one_record or screen.entity is None:
        return f"/s/{prototype.address_of(screen)}"
    record = _record(walk, step, screen.entity, store, query)
    if record is None:
        return "/"
    return f"/s/{prototype.address_of(screen)}/{record}"


def handed_on(
    walk: Walk, step: Step, prototype: Screens, store: Store, query: type[Query]
) -> tuple[str, str] | None:
    """Return the record that ``step`` goes on with, where its screen shows many: address and label.

    None where there is no such record, or who takes the step may not open it.
    """
    screen = prototype.screen(step.screen) if step.screen else None
    if screen is None or screen.entity is None or screen.one_record or screen.enters:
        return None
    of_one = (
        other
        for other in prototype.screens
        if other.from_records and other.entity is screen.entity and other.open_to(step.actor)
    )
    detail, record = next(of_one, None), _record(walk, step, screen.entity, store, query)
    if detail is None or record is None:
        return None
    label = store.label(screen.entity.about.key, record)
    return f"/s/{prototype.address_of(detail)}/{record}", label


def _record(
    walk: Walk, step: Step, entity: type[Entity], store: Store, query: type[Query]
) -> int | None:
    """Return the record of the walk, else one that the step's action can be taken on."""
    known = walk.records.get(entity.about.key)
    if known is not None and store.get(entity, known) is not None:
        return known
    transition = entity.flow.transitions.get(step.action or "")
    where = {"state": list(transition.from_)} if transition else {}
    found = store.find(entity, query(where=where, limit=1)).records
    return found[0].id if found else None
