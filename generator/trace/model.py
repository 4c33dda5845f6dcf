"""The trace: the parts of a spec, each linked to what it serves and what serves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Part:
    """A part of the spec; ``up`` are the places of what it serves, ``down`` of what serves it.

    ``id`` is its name in references; ``phase`` is that of a feature, and ``out`` tells
    that it is out of scope.
    """

    kind: str
    place: str
    id: str
    title: str
    phase: str = ""
    out: bool = False
    up: tuple[str, ...] = ()
    down: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trace:
    """All parts by their places, in the order goal, step, feature, screen, field, action, tile."""

    title: str
    parts: dict[str, Part]

    def of_kind(self, *kinds: str) -> list[Part]:
        """Return the parts of these kinds."""
        return [part for part in self.parts.values() if part.kind in kinds]

    def above(self, place: str, kind: str) -> list[Part]:
        """Return the parts of ``kind`` that the part at ``place`` serves, directly or not."""
        return self._reached(place, kind, "up")

    def below(self, place: str, kind: str) -> list[Part]:
        """Return the parts of ``kind`` that serve the part at ``place``, directly or not."""
        return self._reached(place, kind, "down")

    def _reached(self, place: str, kind: str, way: str) -> list[Part]:
        seen = {place: None}
        todo = [place]
        while todo:
            for there in getattr(self.parts[todo.pop()], way):
                if there not in seen:
                    seen[there] = None
                    todo.append(there)
        return [p for p in self._in_order(seen) if p.kind == kind and p.place != place]

    def _in_order(self, places: dict[str, None]) -> Iterator[Part]:
        order = self._order
        return (self.parts[place] for place in sorted(places, key=order.__getitem__))

    @cached_property
    def _order(self) -> dict[str, int]:
        return {place: number for number, place in enumerate(self.parts)}

    def goals_of(self, feature: Part) -> list[Part]:
        """Return the goals of a feature: its own, else those of the processes of its steps."""
        own = [place for place in feature.up if self.parts[place].kind == "goal"]
        steps = [self.parts[place] for place in feature.up if self.parts[place].kind == "step"]
        of_steps = [place for step in steps for place in step.up]
        return [self.parts[place] for place in dict.fromkeys(own or of_steps)]

    @property
    def unserved(self) -> list[Part]:
        """The goals that no feature serves, or only what is out of scope."""
        goals = self.of_kind("goal")
        return [g for g in goals if all(f.out for f in self.below(g.place, "feature"))]

    @property
    def aimless(self) -> list[Part]:
        """The steps, features and screens that serve no goal, but for what is out of scope."""
        parts = self.of_kind("step", "feature", "screen")
        return [part for part in parts if not part.out and not self._has_aim(part)]

    def _has_aim(self, part: Part) -> bool:
        """Tell whether the part, or a feature of the step that it is, serves a goal."""
        own = self.below(part.place, "feature") if part.kind == "step" else []
        return any(self.above(one.place, "goal") for one in (part, *own))

    def as_json(self) -> dict[str, Any]:
        """Return everything for machines."""
        return {
            "project": self.title,
            "parts": [
                {
                    "kind": part.kind,
                    "place": part.place,
                    "id": part.id,
                    "title": part.title,
                    **({"phase": part.phase} if part.phase else {}),
                    "up": list(part.up),
                    "down": list(part.down),
                }
                for part in self.parts.values()
            ],
            "unserved": [part.place for part in self.unserved],
            "aimless": [part.place for part in self.aimless],
        }
