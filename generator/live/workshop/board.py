"""The phase board: a column a phase, a card a feature; dragging a card decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import Request
from nicegui import ui
from nicegui.events import GenericEventArguments

from generator.messages import text
from generator.spec.model import Feature, Spec

from .pages import Kit
from .sheet import Sheet
from .specs import Specs, last_decision, phase_titles, step_title

_FILTERS = ("goal", "step", "difficulty")


class PhaseBoard:
    """The board; ``sheet`` makes a sheet for whoever looks at a page."""

    def __init__(self, kit: Kit, specs: Specs, sheet: Callable[[Request], Sheet]) -> None:
        self._kit = kit
        self._specs = specs
        self._sheet = sheet

    def build(self, request: Request) -> None:
        """Show the board as the spec is now, narrowed by what the address asks for."""
        spec = self._specs.now
        if spec is None:
            self._kit("widgets").notice(text("workshop.no_spec"), "warning")
            return
        chosen = {name: request.query_params.get(name, "") for name in _FILTERS}
        self._filters(spec, chosen)
        sheet = self._sheet(request)
        with ui.element("div").classes("workshop-columns"):
            for phase, title in phase_titles(spec).items():
                found = {
                    key: feature
                    for key, feature in spec.features.items()
                    if feature.phase == phase and _fits(feature, chosen)
                }
                self._column(spec, phase, title, found, sheet)

    def _filters(self, spec: Spec, chosen: Mapping[str, str]) -> None:
        """Offer goals, steps and difficulties to narrow the board by; the address keeps them."""
        widgets = self._kit("widgets")
        steps = {step for feature in spec.features.values() for step in feature.step}
        hard = ("easy", "medium", "hard")
        options = {
            "goal": {key: goal.title for key, goal in spec.goals.items()},
            "step": {key: step_title(spec, key) for key in sorted(steps)},
            "difficulty": {key: text(f"workshop.difficulty.{key}") for key in hard},
        }
        with ui.element("form").classes("kit-tools").props("method=get"):
            for name, known in options.items():
                with ui.element("div").classes("kit-tool"):
                    label = widgets.words(text(f"workshop.{name}"), "label", "kit-label")
                    label.props["for"] = f"board-{name}"
                    every = {"": text("workshop.all")} | known

                    def choose(key: str, name: str = name) -> None:
                        asked = {**chosen, name: key}
                        query = "&".join(f"{n}={k}" for n, k in asked.items() if k)
                        ui.navigate.to(f"/board?{query}")

                    widgets.choices(every, chosen[name], choose, html_id=f"board-{name}")

    def _column(
        self, spec: Spec, phase: str, title: str, found: Mapping[str, Feature], sheet: Sheet
    ) -> None:
        widgets = self._kit("widgets")

        async def drop(event: GenericEventArguments) -> None:
            key = str(event.args)
            if key in spec.features and spec.features[key].phase != phase:
                await sheet.open("", key, phase)

        with ui.element("section").classes("kit-column") as column:
            column.props["aria-label"] = title
            column.on("dragover", js_handler="(event) => event.preventDefault()")
            column.on(
                "drop",
                drop,
                js_handler="(event) => { event.preventDefault();"
                " emit(event.dataTransfer.getData('text/plain')) }",
            )
            with ui.element("div").classes("kit-column-head"):
                widgets.heading(title, 2)
                widgets.words(text("workshop.count", count=len(found)), "span", "kit-count")
            for key, feature in found.items():
                self._card(spec, key, feature, sheet)

    def _card(self, spec: Spec, key: str, feature: Feature, sheet: Sheet) -> None:
        widgets, decided = self._kit("widgets"), last_decision(feature)
        known = {
            "goal": "、".join(spec.goals[goal].title for goal in feature.goal),
            "difficulty": feature.difficulty
            and text(f"workshop.difficulty.{feature.difficulty.value}"),
            "by": decided and decided.by,
            "reason": decided and decided.reason,
            "revisit": decided and decided.revisit,
        }
        with ui.element("article").classes("kit-card workshop-card") as card:
            card.props("draggable=true")
            card.props["data-key"] = key
            card.on(
                "dragstart",
                js_handler="(event) => event.dataTransfer.setData('text/plain',"
                " event.target.dataset.key)",
            )
            widgets.words(f"{key} {feature.title}", "strong", "kit-card-title")
            with ui.element("dl"):
                for name, said in known.items():
                    if said:
                        widgets.words(text(f"workshop.{name}"), "dt")
                        widgets.words(said, "dd", "kit-text")
            unmet = unmet_needs(spec, feature)
            if unmet:
                widgets.words(
                    text("workshop.unmet", titles="、".join(unmet)), "p", "workshop-unmet"
                )
            opener = widgets.button(
                text("workshop.open_sheet"), lambda: sheet.open("", key), "outline"
            )
            opener.props["aria-label"] = text("workshop.open_card", title=feature.title)


def _fits(feature: Feature, chosen: Mapping[str, str]) -> bool:
    """Tell whether a feature is among what is asked for."""
    hard = feature.difficulty.value if feature.difficulty else ""
    return (
        chosen["goal"] in ("", *feature.goal)
        and chosen["step"] in ("", *feature.step)
        and chosen["difficulty"] in ("", hard)
    )


def unmet_needs(spec: Spec, feature: Feature) -> list[str]:
    """Return the titles of what ``feature`` needs and what does not come in its phase or before."""
    order = list(spec.phases)
    if feature.phase not in order:
        return []
    here = order.index(feature.phase)
    needed = [spec.features[key] for key in feature.needs if key in spec.features]
    return [
        other.title
        for other in needed
        if other.phase not in order or order.index(other.phase) > here
    ]
