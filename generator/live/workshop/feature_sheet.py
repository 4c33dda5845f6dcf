"""The feature sheet: what a part of the prototype is for, when it is built, what is still asked."""

from __future__ import annotations

from collections.abc import Sequence

from nicegui import ui

from generator.decide.actions import MakeFeature
from generator.decide.attempt import Done, Waits
from generator.decide.titles import part_title, step_title
from generator.live import kit
from generator.messages import text
from generator.spec.model import Decision, Feature, Spec

from .decision_form import DecisionForm
from .dialog import dialog_head, show_dialog
from .draft_form import DraftForm
from .participant import Participant
from .questions_form import AnswerForm, AskForm, show_question
from .specs import named, needed_by, phase_titles


class FeatureSheet:
    """A dialog that is opened by pressing on a part in decide mode, or on a card of the board."""

    def __init__(self, who: Participant) -> None:
        self._who = who

    async def open(self, part: str, feature: str = "", phase: str = "", reason: str = "") -> None:
        """Open the sheet about ``part`` and its feature, and wait until it is closed.

        ``phase`` and ``reason`` are filled in at first.
        """
        spec = self._who.specs.now
        if spec is None:
            ui.notify(text("workshop.no_spec"), type="warning")
            return
        found = spec.features.get(feature)

        def build(dialog: ui.dialog) -> None:
            dialog_head(dialog)
            self._note = ui.element("div").classes("workshop-note")
            if found:
                self._feature(dialog, spec, feature, found, phase, reason)
            else:
                self._without_feature(dialog, spec, part)
            self._questions(dialog, spec, part, feature if found else "")

        title = found.title if found else part_title(spec, part)
        await show_dialog(title, build)

    def _feature(
        self, dialog: ui.dialog, spec: Spec, key: str, feature: Feature, phase: str, reason: str
    ) -> None:
        about = ui.element("div")
        with about:
            self._about(spec, key, feature)

        def refresh() -> None:
            now = self._who.specs.now
            if now and key in now.features:
                about.clear()
                with about:
                    self._about(now, key, now.features[key])

        form = DecisionForm(self._who, key, self._show_error, dialog.close, refresh)
        form.build(spec, feature, phase, reason)

    def _about(self, spec: Spec, key: str, feature: Feature) -> None:
        """Say what the feature is for, what it needs, how hard it is, and what was decided."""
        known = {
            "phase_now": phase_titles(spec).get(feature.phase, feature.phase),
            "detail": feature.detail,
            "goal": named(spec.goals, feature.goal),
            "step": [step_title(spec, step) for step in feature.step],
            "needs": _with_phases(spec, feature.needs),
            "needed_by": _with_phases(spec, needed_by(spec, key)),
            "difficulty": feature.difficulty
            and text(f"workshop.difficulty.{feature.difficulty.value}"),
        }
        with ui.element("dl"):
            for name, value in known.items():
                if value:
                    kit.widgets.words(text(f"workshop.{name}"), "dt")
                    shown = value if isinstance(value, str) else "\n".join(value)
                    kit.widgets.words(shown, "dd", "kit-text")
        if feature.decisions:
            kit.widgets.heading(text("workshop.history"), 3)
            for decision in reversed(feature.decisions):
                self._past(spec, decision)

    def _past(self, spec: Spec, decision: Decision) -> None:
        with ui.element("div").classes("workshop-quote"):
            kit.widgets.words(decision_line(spec, decision), "div")
            kit.widgets.words(decision.reason, "div", "kit-text")
            if decision.revisit:
                label = text("workshop.revisit_said", revisit=decision.revisit)
                kit.widgets.words(label, "div", "kit-help")

    def _without_feature(self, dialog: ui.dialog, spec: Spec, part: str) -> None:
        """Offer to make a feature out of a part that belongs to none."""
        place = self._who.specs.place_of(part)
        message = text("workshop.no_feature" if place else "workshop.no_feature_derived")
        kit.widgets.words(message, "p")
        form = DraftForm(self._who, f"feature/{part}")
        form.line("new_feature", required=True)
        form.lines("feature_detail")

        async def make() -> None:
            title = form.typed("new_feature")
            if not form.validate():
                return
            there = next((k for k, item in spec.features.items() if item.title == title), None)
            if there:
                form.show_problem("new_feature", text("workshop.feature_exists", id=there))
                return
            detail, by = form.typed("feature_detail") or None, self._who.name
            action = MakeFeature(title=title, detail=detail, by=by, element=place)
            done = text("workshop.made_feature", title=title)
            if isinstance(await self._who.record([action], done, self._show_error), Done | Waits):
                form.drop()
                dialog.close()

        with ui.element("div").classes("kit-actions"):
            kit.widgets.button(text("workshop.make_feature"), make)

    def _questions(self, dialog: ui.dialog, spec: Spec, part: str, feature: str) -> None:
        """Show what is asked about this part and its feature, and let people ask and answer."""
        about = self._who.specs.can_ask_about(part) or feature
        asked = {
            key: question
            for key, question in spec.questions.items()
            if question.about and question.about in (part, about, feature)
        }
        with ui.element("section").classes("workshop-questions"):
            if asked:
                kit.widgets.heading(text("workshop.questions_here"), 3)
            for key, question in asked.items():
                show_question(question)
                if not question.answer:
                    AnswerForm(self._who, key, question, self._show_error, dialog.close).build()
            AskForm(self._who, about, self._show_error, dialog.close).build()

    def _show_error(self, error: str) -> None:
        """Show an error at the head of the sheet, where it is seen and read out."""
        self._note.clear()
        with self._note:
            kit.widgets.notice(error, "error")
        ui.run_javascript(f"document.getElementById('{self._note.html_id}')?.scrollIntoView()")


def decision_line(spec: Spec, decision: Decision) -> str:
    """Return a decision in one line: when, who, from what to what."""
    titles = phase_titles(spec)
    before = decision.from_ or ""
    return text(
        "workshop.decision",
        at=decision.at[:16].replace("T", " "),
        by=decision.by,
        before=titles.get(before, before) or "-",
        after=titles.get(decision.phase, decision.phase),
    )


def _with_phases(spec: Spec, keys: Sequence[str]) -> list[str]:
    titles = phase_titles(spec)
    found = [(key, spec.features[key]) for key in keys if key in spec.features]
    return [
        text("workshop.in_phase", title=item.title, phase=titles.get(item.phase, item.phase))
        for _, item in found
    ]
