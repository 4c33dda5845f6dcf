"""The phase board: a column a phase, a card a feature; dragging a card decides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import Request
from nicegui import ui
from nicegui.events import GenericEventArguments

from generator.decide.titles import step_title
from generator.live import kit
from generator.messages import text
from generator.spec.model import Feature, Spec

from ..feature_sheet import FeatureSheet
from ..page import Page
from ..participant import Participant
from ..specs import last_decision, named, open_questions, phase_titles

_FILTERS = ("goal", "step", "organization")


class PhaseBoard:
    """The board, as the spec is now."""

    def build(self, request: Request, who: Participant) -> None:
        """Show the board, narrowed by what the address asks for."""
        spec = who.specs.now
        if spec is None:
            kit.widgets.notice(text("workshop.no_spec"), "warning")
            return
        chosen = {name: request.query_params.get(name, "") for name in _FILTERS}
        shown = {key: item for key, item in spec.features.items() if _fits(spec, item, chosen)}
        _Board(who, spec, shown).build(chosen)


class _Board:
    """The board while it is built, with the features that it shows."""

    def __init__(self, who: Participant, spec: Spec, shown: Mapping[str, Feature]) -> None:
        self._who = who
        self._spec = spec
        self._shown = shown
        self._titles = phase_titles(spec)
        self._asked = open_questions(spec)
        self._sheet = FeatureSheet(who)

    def build(self, chosen: Mapping[str, str]) -> None:
        """Put filters and columns on the page."""
        keyed = kit.keys.keyed
        self._filters(chosen)
        with keyed("columns"), ui.element("div").classes("workshop-columns"):
            for phase, title in self._titles.items():
                self._column(phase, title)

    def _filters(self, chosen: Mapping[str, str]) -> None:
        """Offer what the board can be narrowed by; the address keeps what is chosen."""
        spec = self._spec
        steps = {step: step_title(spec, step) for step in _steps(spec)}
        options = {
            "goal": {key: goal.title for key, goal in spec.goals.items()},
            "step": steps,
            "organization": {name: name for name in _organizations(spec)},
        }
        with ui.element("div").classes("kit-tools"):
            for name, known in options.items():
                if known:
                    self._filter(name, known, chosen)

    def _filter(self, name: str, known: Mapping[str, str], chosen: Mapping[str, str]) -> None:
        def choose(key: str) -> None:
            asked = {n: k for n, k in {**chosen, name: key}.items() if k}
            ui.navigate.to(f"/board?{urlencode(asked)}")

        with kit.keys.keyed("filter", name), ui.element("div").classes("kit-tool"):
            label = kit.widgets.words(text(f"workshop.{name}"), "label", "kit-label")
            label.props["for"] = f"board-{name}"
            every = {"": text("workshop.all")} | dict(known)
            kit.widgets.choices(every, chosen[name], choose, html_id=f"board-{name}")

    def _column(self, phase: str, title: str) -> None:
        found = {key: item for key, item in self._shown.items() if item.phase == phase}

        async def drop(event: GenericEventArguments) -> None:
            key = str(event.args)
            if key in self._spec.features and self._spec.features[key].phase != phase:
                await self._sheet.open("", key, phase)

        keyed = kit.keys.keyed
        with keyed("column", phase), ui.element("section").classes("kit-column") as column:
            column.props["aria-label"] = title
            column.on("dragover", js_handler="(event) => event.preventDefault()")
            column.on(
                "drop",
                drop,
                js_handler="(event) => { event.preventDefault();"
                " emit(event.dataTransfer.getData('text/plain')) }",
            )
            with ui.element("div").classes("kit-column-head"):
                kit.widgets.heading(title, 2)
                count = text("workshop.count", count=len(found))
                kit.widgets.words(count, "span", "kit-count")
        with column:
            for key, feature in found.items():
                # Not by its column: who presses on a card that has just moved means that card.
                with keyed("card", key):
                    self._card(key, feature)

    def _card(self, key: str, feature: Feature) -> None:
        with ui.element("article").classes("kit-card workshop-card") as card:
            card.props("draggable=true")
            card.props["data-key"] = key
            card.on(
                "dragstart",
                js_handler="(event) => event.dataTransfer.setData('text/plain',"
                " event.currentTarget.dataset.key)",
            )
            title = text("workshop.card_title", id=key, title=feature.title)
            kit.widgets.words(title, "h3", "workshop-card-title")
            self._unmet(feature)
            self._known(feature)
            with ui.element("div").classes("workshop-card-foot"):
                opener = kit.widgets.button(
                    text("workshop.open_sheet"), lambda: self._sheet.open("", key), "outline"
                )
                opener.props["aria-label"] = text("workshop.open_card", title=feature.title)
                if self._asked[key]:
                    asked = text("workshop.asked_count", count=self._asked[key])
                    kit.widgets.words(asked, "span", "workshop-asked")

    def _known(self, feature: Feature) -> None:
        """Say on the card what it is for, how hard it is, and who decided why."""
        decided = last_decision(feature)
        known = {
            "goal": "\n".join(named(self._spec.goals, feature.goal)),
            "difficulty": feature.difficulty
            and text(f"workshop.difficulty.{feature.difficulty.value}"),
            "decider": decided and decided.by,
            "reason": decided and decided.reason,
            "revisit": decided and decided.revisit,
        }
        with ui.element("dl"):
            for name, value in known.items():
                if value:
                    kit.widgets.words(text(f"workshop.{name}"), "dt")
                    kit.widgets.words(value, "dd", "kit-text")

    def _unmet(self, feature: Feature) -> None:
        """Say which features would have to come before this one, and do not."""
        unmet = unmet_needs(self._spec, feature)
        if not unmet:
            return
        with ui.element("div").classes("workshop-unmet"):
            kit.widgets.words(text("workshop.unmet"), "strong")
            with ui.element("ul"):
                for key in unmet:
                    other = self._spec.features[key]
                    phase = self._titles.get(other.phase, other.phase)
                    line = text("workshop.unmet_one", id=key, title=other.title, phase=phase)
                    kit.widgets.words(line, "li")


def _fits(spec: Spec, feature: Feature, chosen: Mapping[str, str]) -> bool:
    """Tell whether a feature is among what is asked for."""
    return (
        chosen["goal"] in ("", *feature.goal)
        and chosen["step"] in ("", *feature.step)
        and chosen["organization"] in ("", _organization(spec, feature))
    )


def _steps(spec: Spec) -> list[str]:
    """Return the steps that features are for, in the order of the processes."""
    used = {step for feature in spec.features.values() for step in feature.step}
    known = [f"{key}.{step}" for key, process in spec.processes.items() for step in process.steps]
    return [step for step in known if step in used]


def _organizations(spec: Spec) -> list[str]:
    """Return the organisations whose people decided, in the order of the project's own list."""
    deciding = {_organization(spec, feature) for feature in spec.features.values()} - {""}
    known = [name for name in spec.project.organizations if name in deciding]
    return [*known, *sorted(deciding.difference(known))]


def _organization(spec: Spec, feature: Feature) -> str:
    """Return the organisation of the one who decided: one of the project's, else the first word.

    People are recorded as 会津若松市 建設課 山田; empty where nobody decided or only one word is
    known of them.
    """
    decision = last_decision(feature)
    by = decision.by.strip() if decision else ""
    own = next((name for name in spec.project.organizations if by.startswith(name)), "")
    first, *others = re.split(r"\s+", by)
    return own or (first if others else "")


def unmet_needs(spec: Spec, feature: Feature) -> list[str]:
    """Return what ``feature`` needs and what does not come in its phase or before."""
    order = list(spec.phases)
    if feature.phase not in order:
        return []
    in_time = set(order[: order.index(feature.phase) + 1])
    return [
        key
        for key in feature.needs
        if key in spec.features and spec.features[key].phase not in in_time
    ]


PAGE = Page(order=40, content=lambda _: PhaseBoard())
