"""The prototype around a test module: who may open which screen, how fields are filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.naming import distinct, identifier
from generator.plan.entities import EntityPlan
from generator.plan.screen import ScreenPlan, UsePlan
from generator.spec.model import Process, Spec

from .entries import Entry, entry_of
from .kit import ProjectKit

Role = str | None
"""The key of a role; None in a project without roles."""

_MOST_BYTES = 36


@dataclass(frozen=True)
class ProjectContext:
    """What a test module may have to know beside its own screen.

    ``titles`` are the titles of the roles by key. ``by_kind`` holds screens by entity and kind,
    ``sample_date`` is the day that the sample data takes as today.
    """

    titles: Mapping[str, str]
    processes: Mapping[str, Process]
    entities: Mapping[str, EntityPlan]
    screens: Sequence[ScreenPlan]
    kit: ProjectKit
    by_kind: Mapping[str, Mapping[str, Sequence[ScreenPlan]]]
    sample_date: date
    project_title: str
    _entries: dict[str, Mapping[str, Entry]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        spec: Spec,
        entities: Mapping[str, EntityPlan],
        screens: Sequence[ScreenPlan],
        kit: ProjectKit,
    ) -> ProjectContext:
        """Return the context of a prototype, with its screens sorted."""
        by_kind: dict[str, dict[str, list[ScreenPlan]]] = {}
        for screen in screens:
            if screen.entity:
                kinds = by_kind.setdefault(screen.entity.key, {})
                kinds.setdefault(screen.kind, []).append(screen)
        titles = {key: role.title for key, role in spec.roles.items()}
        about = spec.project
        return cls(
            titles,
            spec.processes,
            entities,
            screens,
            kit,
            by_kind,
            about.sample_date,
            about.title,
        )

    def around(self, entity: EntityPlan) -> ProjectContext:
        """Return what the tests of a screen for ``entity`` may look at, and nothing else.

        They are not planned again while that stays the same.
        """
        named = {entity.key, *(field.spec.entity or "" for field in entity.fields)}
        by_kind = self.by_kind.get(entity.key, {})
        return ProjectContext(
            titles=self.titles,
            processes={},
            entities={key: self.entities[key] for key in sorted(named) if key in self.entities},
            screens=[screen for screens in by_kind.values() for screen in screens],
            kit=self.kit,
            by_kind={entity.key: by_kind},
            sample_date=self.sample_date,
            project_title=self.project_title,
        )

    @property
    def given(self) -> tuple[object, ...]:
        """Everything that the plan of the tests depends on."""
        parts = self.titles, self.processes, self.entities, self.screens
        return *parts, self.kit.language, self.sample_date

    @property
    def roles(self) -> Sequence[Role]:
        """Every role that somebody can act as."""
        return tuple(self.titles) or (None,)

    def may(self, screen: ScreenPlan) -> Sequence[Role]:
        """Return the roles that may open ``screen``."""
        return [role for role in self.roles if self.opens(screen, role)]

    def opens(self, screen: ScreenPlan, role: Role) -> bool:
        """Tell whether ``role`` may open ``screen``."""
        return screen.spec.open_to(role)

    def screens_of(self, entity: EntityPlan, kind: str) -> Sequence[ScreenPlan]:
        """Return the screens of ``kind`` for ``entity``."""
        return self.by_kind.get(entity.key, {}).get(kind, ())

    def screen_of(self, entity: EntityPlan, kind: str, role: Role) -> ScreenPlan | None:
        """Return the screen of ``kind`` to which others lead ``role``: the first it may open."""
        found = (s for s in self.screens_of(entity, kind) if self.opens(s, role))
        return next(found, None)

    def form_of(self, entity: EntityPlan, role: Role) -> ScreenPlan | None:
        """Return the screen on which ``role`` may enter a record of ``entity``."""
        entering = [s for s in self._open_of(entity, role) if s.spec.traits.enters]
        return min(entering, key=lambda s: (s.spec.traits.order, s.kind), default=None)

    def acted_on(self, entity: EntityPlan, role: Role) -> Sequence[ScreenPlan]:
        """Return the screens on which ``role`` takes transitions of one record."""
        found = ((screen, screen.spec.traits) for screen in self._open_of(entity, role))
        return [screen for screen, kind in found if kind.one_record and kind.acts]

    def _open_of(self, entity: EntityPlan, role: Role) -> Iterator[ScreenPlan]:
        """Yield the screens for ``entity`` that ``role`` may open, kind by kind."""
        for screens in self.by_kind.get(entity.key, {}).values():
            yield from (screen for screen in screens if self.opens(screen, role))

    def samples(self, entity: EntityPlan) -> int:
        """Return how many records there are to begin with."""
        return len(entity.spec.rows) or entity.spec.samples

    def title(self, use: UsePlan) -> str:
        """Return what a screen calls a field: its own word, or what every record's are called."""
        own = use.field.spec.title if use.field else self.kit.say(f"value.{use.key}")
        return use.title or own

    def entries(self, entity: EntityPlan) -> Mapping[str, Entry]:
        """Return how a test fills in each field of ``entity``, by key."""
        if entity.key not in self._entries:
            self._entries[entity.key] = {
                item.key: entry_of(item, self.kit, rows=_texts(entity, item.key))
                for item in entity.fields
            }
        return self._entries[entity.key]


def _texts(entity: EntityPlan, key: str) -> set[str]:
    return {text for row in entity.spec.rows for text in row.get(key, ())}


def address(screen: ScreenPlan) -> str:
    """Return the address of ``screen``."""
    return f"/s/{screen.module}"


def test_names(keys: Iterable[str]) -> list[str]:
    """Return a part of a test's name for each of ``keys``, so short that its line fits."""
    return distinct(identifier(key, _MOST_BYTES) for key in keys)


def unambiguous(titles: Sequence[str]) -> list[str]:
    """Return the titles that stand only once: others can't be told apart by what is read."""
    words = [" ".join(title.split()) for title in titles]
    times = Counter(words)
    return [title for title, word in zip(titles, words, strict=True) if times[word] == 1]
