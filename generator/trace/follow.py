"""Follows the links of a spec: what it says (``goal:``, ``step:``, ``feature:`` …) and shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.messages import text
from generator.spec.model import OUT, Screen, Spec
from generator.spec.places import written
from generator.spec.problems import Path

from .model import Part, Trace

_KINDS = ("goal", "step", "feature", "screen", "field", "action", "tile")


def trace(spec: Spec) -> Trace:
    """Return the trace of a completed ``spec``."""
    return _Tracing(spec).done()


class _Tracing:
    """Collects parts and links; a link to what is not there is left out."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec
        self._parts: list[Part] = []
        self._links: list[tuple[str, str]] = []

    def done(self) -> Trace:
        """Return the parts with their links in both directions."""
        self._goals()
        self._steps()
        self._features()
        for key, screen in self._spec.screens.items():
            self._screen(key, screen)
        self._records()
        order = {kind: number for number, kind in enumerate(_KINDS)}
        parts = {p.place: p for p in sorted(self._parts, key=lambda p: order[p.kind])}
        up: dict[str, dict[str, None]] = {place: {} for place in parts}
        down: dict[str, dict[str, None]] = {place: {} for place in parts}
        for above, below in self._links:
            if above in parts and below in parts:
                up[below][above] = None
                down[above][below] = None
        linked = {
            place: replace(part, up=tuple(up[place]), down=tuple(down[place]))
            for place, part in parts.items()
        }
        return Trace(self._spec.project.title, linked)

    def _goals(self) -> None:
        for key, goal in self._spec.goals.items():
            self._add("goal", ("goals", key), key, goal.title)
            if goal.parent:
                self._link(("goals", goal.parent), ("goals", key))

    def _steps(self) -> None:
        for key, process in self._spec.processes.items():
            for name, step in process.steps.items():
                here: Path = ("processes", key, "steps", name)
                self._add("step", here, f"{key}.{name}", step.title)
                if process.goal:
                    self._link(("goals", process.goal), here)
                if step.screen:
                    self._link(here, ("screens", step.screen))
                if step.action:
                    self._link(here, *self._actions(step.screen, step.action))

    def _actions(self, screen: str | None, action: str) -> Iterator[Path]:
        """Yield where the action of a step stands: in its screen's entity, or in any."""
        shown = self._spec.screens.get(screen or "")
        own = shown.entity if shown else None
        for key, entity in self._spec.entities.items():
            if own in (None, key) and action in entity.transitions:
                yield ("entities", key, "transitions", action)

    def _features(self) -> None:
        for key, feature in self._spec.features.items():
            here: Path = ("features", key)
            phase = self._spec.phases.get(feature.phase)
            title = phase.title if phase else text(f"decide.phase.{feature.phase}")
            self._add("feature", here, key, feature.title, title, out=feature.phase == OUT)
            for goal in feature.goal:
                self._link(("goals", goal), here)
            for step in feature.step:
                process, _, name = step.partition(".")
                self._link(("processes", process, "steps", name), here)

    def _screen(self, key: str, screen: Screen) -> None:
        here: Path = ("screens", key)
        if screen.traits.start:
            return
        self._add("screen", here, key, screen.title)
        self._of_feature(screen.feature, here)
        entity = self._spec.entities.get(screen.entity or "")
        if entity is not None:
            own: Path = ("entities", str(screen.entity))
            uses = [*screen.columns, *screen.fields]
            in_steps = [name for step in screen.steps.values() for name in step.fields]
            named = [*(use.field for use in uses), *in_steps] or list(entity.fields)
            self._link(here, *((*own, "fields", name) for name in named))
            for use in (*uses, *screen.filters):
                self._of_feature(use.feature, (*own, "fields", use.field))
            if screen.traits.acts:
                self._link(here, *((*own, "transitions", name) for name in entity.transitions))
        for index, tile in enumerate(screen.tiles):
            at: Path = (*here, "tiles", index)
            self._add("tile", at, f"{key}.{index + 1}", tile.title or screen.title)
            self._of_feature(tile.feature, at)
            self._link(here, at)

    def _records(self) -> None:
        for key, entity in self._spec.entities.items():
            for kind, home in (("field", "fields"), ("action", "transitions")):
                for name, part in getattr(entity, home).items():
                    here: Path = ("entities", key, home, name)
                    self._add(kind, here, f"{key}.{name}", f"{entity.title} / {part.title}")
                    self._of_feature(part.feature, here)

    def _add(
        self, kind: str, path: Path, key: str, title: str, phase: str = "", out: bool = False
    ) -> None:
        self._parts.append(Part(kind, written(path), key, title, phase, out))

    def _of_feature(self, feature: str | None, path: Path) -> None:
        if feature:
            self._link(("features", feature), path)

    def _link(self, above: Path, *below: Path) -> None:
        self._links += [(written(above), written(path)) for path in below]
