"""The form on the feature sheet that puts a feature into a phase: when, why, who, and its needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nicegui import ui

from generator.decide.actions import Clash, Decide
from generator.decide.attempt import Done, Waits
from generator.decide.needs import Move, contradictions
from generator.live import kit
from generator.messages import text
from generator.spec.model import Feature, Spec

from .draft_form import WHO, DraftForm
from .participant import Participant
from .specs import phase_titles


class DecisionForm:
    """Asks for the phase of the feature ``key``.

    ``show_error`` shows an error on the sheet; ``done`` is called when the decision is recorded,
    and ``on_clash`` when somebody else was faster.
    """

    def __init__(
        self,
        who: Participant,
        key: str,
        show_error: Callable[[str], object],
        done: Callable[[], object],
        on_clash: Callable[[], object],
    ) -> None:
        self._who = who
        self._key = key
        self._show_error = show_error
        self._done = done
        self._on_clash = on_clash
        self._seen: dict[str, str] = {}
        self._moves: tuple[Move, ...] = ()
        self._writing = False

    def build(self, spec: Spec, feature: Feature, phase: str, reason: str) -> None:
        """Add the form to the sheet; ``phase`` and ``reason`` are filled in at first."""
        self._seen[self._key] = feature.phase
        self._form = form = DraftForm(self._who, f"decision/{self._key}")
        if form.came_back:
            kit.widgets.notice(text("workshop.came_back"))
        form.choice("phase", phase_titles(spec), phase, feature.phase, self._warn)
        self._warning = ui.element("div")
        form.lines("reason", typed=reason, required=True)
        form.line("revisit")
        form.name("decider")
        button = kit.widgets.button
        with ui.element("div").classes("kit-actions"):
            self._together = button(text("workshop.record_both"), lambda: self._decide(True))
            self._alone = button(text("workshop.record"), lambda: self._decide(False))
        self._warn()

    def _warn(self) -> None:
        """Show which features would have to move as well, before the decision is made."""
        spec, wanted = self._who.specs.now, self._form.key("phase")
        moves = contradictions(spec, self._key, wanted) if spec and wanted else ()
        self._moves = moves
        self._seen |= {move.feature: move.now for move in moves}
        self._warning.clear()
        self._together.set_visibility(bool(moves))
        self._alone.set_text(text("workshop.record_alone" if moves else "workshop.record"))
        look = {"add": "kit-outline", "remove": "kit-solid"}
        other = {"add": "kit-solid", "remove": "kit-outline"}
        self._alone.classes(**(look if moves else other))
        if spec and moves:
            with self._warning, kit.widgets.notice("", "warning") as box:
                box.clear()
                kit.widgets.words(text("workshop.contradiction"), "p")
                with ui.element("ul"):
                    for move in moves:
                        kit.widgets.words(_move_line(spec, move), "li", "kit-text")

    async def _decide(self, together: bool) -> None:
        """Record the decision, once, however often the button is pressed."""
        if self._writing:
            return
        self._writing = True
        try:
            await self._record(together)
        finally:
            self._writing = False

    async def _record(self, together: bool) -> None:
        form, wanted = self._form, self._form.key("phase")
        shown = self._moves
        self._warn()
        if not form.validate():
            return
        if wanted == self._seen[self._key]:
            form.show_problem("phase", text("workshop.same_phase"))
            return
        if self._moves != shown:  # somebody decided meanwhile: that must be seen first
            self._show_error(text("workshop.needs_changed"))
            return
        moves = self._moves if together else ()
        actions, confirmation = self._actions(wanted, moves), self._confirmation(wanted)
        match await self._who.record(actions, confirmation, self._show_error):
            case Done() | Waits():
                form.drop()
                self._done()
            case Clash(action=Decide(feature=feature), current=current):
                self._seen[feature] = current
                self._warn()
                self._on_clash()

    def _actions(self, phase: str, moves: Sequence[Move]) -> list[Decide]:
        form = self._form
        reason = form.typed("reason")
        along = text("decide.needs.reason", reason=reason, feature=self._key)
        reasons = {self._key: reason} | {move.feature: along for move in moves}
        return [
            Decide(
                feature=feature,
                phase=phase,
                reason=why,
                revisit=(form.typed("revisit") or None) if feature == self._key else None,
                by=form.typed(WHO),
                seen=self._seen[feature],
            )
            for feature, why in reasons.items()
        ]

    def _confirmation(self, phase: str) -> str:
        spec = self._who.specs.now
        titles = phase_titles(spec) if spec else {}
        feature = spec.features.get(self._key) if spec else None
        title = feature.title if feature else self._key
        return text("workshop.recorded", title=title, phase=titles.get(phase, phase))


def _move_line(spec: Spec, move: Move) -> str:
    """Return a move in words: which feature, where it is now, and why it would have to move."""
    titles = {key: feature.title for key, feature in spec.features.items()}
    return text(
        "workshop.move_earlier" if move.earlier else "workshop.move_later",
        feature=titles.get(move.feature, move.feature),
        because=titles.get(move.because, move.because),
        now=phase_titles(spec).get(move.now, move.now),
    )
