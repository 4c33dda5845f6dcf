"""The goals as a tree: how each is measured, from where to where, and what serves it, by phase."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from fastapi import Request
from nicegui import ui

from generator.live import kit
from generator.messages import text
from generator.spec.model import Goal, Spec
from generator.trace import Part, Trace, trace

from ..feature_sheet import FeatureSheet
from ..page import Page
from ..participant import Participant
from ..specs import phase_titles
from ..zoom import zoomed


class GoalTree:
    """The tree, and the features that serve none of its goals."""

    def build(self, request: Request, who: Participant) -> None:  # noqa: ARG002
        """Show every goal below the one above it."""
        spec = who.specs.now
        if spec is None:
            kit.widgets.notice(text("workshop.no_spec"), "warning")
        elif not spec.goals:
            kit.widgets.words(text("workshop.no_goals"), "p")
        else:
            with zoomed(text("workshop.goal_tree")), ui.element("div"):
                _Tree(who, spec, trace(spec)).build()


class _Tree:
    """The tree while it is built."""

    def __init__(self, who: Participant, spec: Spec, found: Trace) -> None:
        self._spec = spec
        self._keyed = kit.keys.keyed
        self._sheet = FeatureSheet(who)
        self._unserved = {part.id for part in found.unserved}
        self._serving: dict[str, list[Part]] = {}
        self._aimless = []
        for feature in found.of_kind("feature"):
            goals = found.goals_of(feature)
            for goal in goals:
                self._serving.setdefault(goal.id, []).append(feature)
            if not goals and not feature.out:
                self._aimless.append(feature)

    def build(self) -> None:
        """Put the tree on the page, and behind it what serves no goal."""
        for key, goal in self._spec.goals.items():
            if goal.parent not in self._spec.goals:
                self._goal(key, goal, 2)
        if self._aimless:
            with self._keyed("aimless"):
                count = len(self._aimless)
                kit.widgets.heading(text("workshop.goal_aimless", count=count), 2)
                self._features(self._aimless)

    def _goal(self, key: str, goal: Goal, level: int) -> None:
        with self._keyed("goal", key), ui.element("details").classes("workshop-goal") as branch:
            branch.props["open"] = True
            summary = ui.element("summary")
            with summary:
                title = text("workshop.card_title", id=key, title=goal.title)
                kit.widgets.heading(title, min(level, 6))
            self._numbers(goal)
            if key in self._unserved:
                branch.classes("workshop-goal-unserved")
                kit.widgets.words(text("workshop.goal_unserved"), "p", "workshop-unmet")
            self._features(self._serving.get(key, ()))
            for name, inner in self._spec.goals.items():
                if inner.parent == key:
                    self._goal(name, inner, level + 1)

    def _numbers(self, goal: Goal) -> None:
        """Say by what the goal is measured, from where to where, and by when."""
        unknown = text("workshop.goal_unknown")
        facts = []
        if goal.measure:
            facts.append(text("workshop.goal_measure", measure=goal.measure))
        if goal.now or goal.target:
            now, target = goal.now or unknown, goal.target or unknown
            unit = goal.unit or ""
            facts.append(text("workshop.goal_from_to", now=now, target=target, unit=unit))
        if goal.by:
            facts.append(text("workshop.goal_by", by=goal.by))
        with ui.element("div").classes("workshop-goal-numbers"):
            for line in facts:
                kit.widgets.words(line, "span")
        if not (goal.measure and goal.now and goal.target):
            kit.widgets.words(text("workshop.goal_not_measured"), "p", "kit-help")

    def _features(self, features: Sequence[Part]) -> None:
        """Show features in a row for each phase; pressing one opens its sheet."""
        titles = phase_titles(self._spec)
        for phase, title in titles.items():
            own = [f for f in features if self._spec.features[f.id].phase == phase]
            if own:
                with ui.element("div").classes("workshop-goal-features"):
                    kit.widgets.words(title, "span", "kit-count")
                    for feature in own:
                        self._feature(feature)

    def _feature(self, feature: Part) -> None:
        label = text("workshop.card_title", id=feature.id, title=feature.title)
        kit.widgets.button(label, self._opens(feature.id), "outline")

    def _opens(self, key: str) -> Callable[[], Coroutine[Any, Any, None]]:
        async def open_sheet() -> None:
            await self._sheet.open("", key)

        return open_sheet


PAGE = Page(order=80, content=lambda _: GoalTree(), files=("zoom.css", "zoom.js"))
