"""The sheet about a part of the prototype: what it is for, when it is made, what is still asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from nicegui import ui

from generator.decide.actions import Action, Ask, Clash, Decide, MakeFeature
from generator.decide.needs import contradictions
from generator.decide.write import Failed, Outcome, Waits
from generator.messages import text
from generator.spec.model import Decision, Feature, Question, Spec

from .pages import Kit
from .scribe import Scribe
from .specs import Specs, needed_by, part_title, phase_titles, step_title

_MOST = 1000
"""Characters of a reason or a question."""


class Sheet:
    """A sheet that is opened by pressing on a part in decide mode.

    ``store`` holds the prototype's records, ``person`` is who presses, as far as they said.
    """

    def __init__(self, kit: Kit, specs: Specs, scribe: Scribe, store: Any, person: str) -> None:
        self._kit = kit
        self._specs = specs
        self._scribe = scribe
        self._store = store
        self._person = person

    async def open(self, part: str, feature_key: str, phase: str = "") -> None:
        """Open the sheet about ``part`` and its feature; ``phase`` is chosen at first."""
        spec = self._specs.now
        if spec is None:
            ui.notify(text("workshop.no_spec"), type="warning")
            return
        feature = spec.features.get(feature_key)
        title = feature.title if feature else part_title(spec, part)
        about = feature_key if feature else part
        with ui.dialog() as dialog, ui.card().classes("kit-dialog workshop-sheet"):
            dialog.props["aria-label"] = title
            self._widgets.heading(title, 2)
            self._note = ui.element("div")
            if feature:
                self._about(spec, feature_key, feature)
                self._decision(dialog, spec, feature_key, feature, phase)
            elif part:
                self._without_feature(dialog, part)
            self._questions(dialog, spec, about)
            self._widgets.button(text("workshop.close"), dialog.close, "outline")
        await dialog
        dialog.delete()

    @property
    def _widgets(self) -> Any:
        return self._kit("widgets")

    def _about(self, spec: Spec, key: str, feature: Feature) -> None:
        """Say what the feature is for, what it needs and how hard it is."""
        known = {
            "detail": feature.detail,
            "goal": _titles(spec.goals, feature.goal),
            "step": "、".join(step_title(spec, step) for step in feature.step),
            "needs": _titles(spec.features, feature.needs),
            "needed_by": _titles(spec.features, needed_by(spec, key)),
            "difficulty": feature.difficulty
            and text(f"workshop.difficulty.{feature.difficulty.value}"),
            "phase_now": phase_titles(spec).get(feature.phase, feature.phase),
        }
        with ui.element("dl"):
            for name, said in known.items():
                if said:
                    self._widgets.words(text(f"workshop.{name}"), "dt")
                    self._widgets.words(said, "dd", "kit-text")
        if feature.decisions:
            self._widgets.heading(text("workshop.history"), 3)
            for decision in reversed(feature.decisions):
                self._past(spec, decision)

    def _past(self, spec: Spec, decision: Decision) -> None:
        with ui.element("div").classes("workshop-quote"):
            self._widgets.words(said_decision(spec, decision), "div")
            self._widgets.words(decision.reason, "div", "kit-text")

    def _decision(
        self, dialog: ui.dialog, spec: Spec, key: str, feature: Feature, phase: str
    ) -> None:
        """Ask for phase, reason, condition and who decides."""
        titles = phase_titles(spec)
        chosen = titles.get(phase or feature.phase, "")
        when = self._choice("phase", list(titles.values()), chosen, lambda: warn())
        warning = ui.element("div")
        reason = self._lines("reason", required=True)
        revisit = self._line("revisit")
        by = self._line("by", self._person, required=True)
        keys = {title: key for key, title in titles.items()}
        also: list[str] = []

        def warn() -> None:
            """Say which features would have to move too, before it is decided."""
            also[:] = [move.feature for move in contradictions(spec, key, keys[when.typed])]
            warning.clear()
            both.set_visibility(bool(also))
            if also:
                with warning:
                    names = _titles(spec.features, also)
                    said = text("workshop.contradiction", features=names)
                    self._widgets.notice(said, "warning")

        async def decide(moved: Sequence[str]) -> None:
            wanted = keys[when.typed]
            if wanted == feature.phase:
                when.say_wrong(text("workshop.same_phase"))
                return
            when.say_wrong("")
            if not _all_filled(reason, by):
                return
            actions = [
                Decide(
                    feature=moving,
                    phase=wanted,
                    reason=str(reason.typed),
                    revisit=str(revisit.typed or "") or None,
                    by=str(by.typed),
                    seen=spec.features[moving].phase,
                )
                for moving in moved
            ]
            done = text("workshop.recorded", title=feature.title, phase=titles[wanted])
            await self._write(dialog, actions, done)

        with ui.element("div").classes("kit-actions"):
            both = self._widgets.button(text("workshop.record_both"), lambda: decide([key, *also]))
            self._widgets.button(text("workshop.record"), lambda: decide([key]))
        warn()

    def _without_feature(self, dialog: ui.dialog, part: str) -> None:
        """Offer to make a feature out of a part that belongs to none."""
        self._widgets.words(text("workshop.no_feature"), "p")
        title = self._line("new_feature", required=True)

        async def make() -> None:
            if _all_filled(title):
                action = MakeFeature(
                    title=str(title.typed), by=self._person, element=self._specs.place_of(part)
                )
                await self._write(
                    dialog, [action], text("workshop.made_feature", title=title.typed)
                )

        self._widgets.button(text("workshop.make_feature"), make)

    def _questions(self, dialog: ui.dialog, spec: Spec, about: str) -> None:
        """Show what is asked about this, and let people ask."""
        asked = [question for question in spec.questions.values() if question.about == about]
        if asked:
            self._widgets.heading(text("workshop.questions_here"), 3)
            for question in asked:
                self.show_question(question)
        with ui.expansion(text("workshop.ask")).classes("full-width"):
            question = self._lines("question", required=True, about="question")
            to = self._line("to", about="question")
            by = self._line("by", self._person, required=True, about="question")

            async def ask() -> None:
                if _all_filled(question, by):
                    action = Ask(
                        text=str(question.typed),
                        about=about or None,
                        to=str(to.typed or "") or None,
                        by=str(by.typed),
                    )
                    await self._write(dialog, [action], text("workshop.asked"))

            self._widgets.button(text("workshop.leave_question"), ask)

    def show_question(self, question: Question) -> None:
        """Show a question with who asked whom, and its answer."""
        with ui.element("div").classes("workshop-quote"):
            self._widgets.words(question.text, "div", "kit-text")
            known = [question.by or "", question.asked or ""]
            if question.to:
                known.append(text("workshop.asked_to", to=question.to))
            self._widgets.words(" ".join(filter(None, known)), "div", "kit-help")
            if question.answer:
                answered = [question.answered_by or "", question.answered or ""]
                self._widgets.words(question.answer, "div", "kit-text")
                self._widgets.words(" ".join(filter(None, answered)), "div", "kit-help")

    async def _write(self, dialog: ui.dialog, actions: Sequence[Action], done: str) -> None:
        """Write, and say what came of it; what was typed stays unless it is written."""
        try:
            outcome = await self._scribe.write(actions)
        except OSError as error:
            self._say(str(error))
            return
        wrong = self._what_is_wrong(outcome)
        if wrong:
            self._say(wrong)
            return
        waits = isinstance(outcome, Waits)
        ui.notify(
            text("workshop.waiting") if waits else done, type="warning" if waits else "positive"
        )
        dialog.close()

    def _what_is_wrong(self, outcome: Outcome) -> str:
        if isinstance(outcome, Clash):
            spec = self._specs.now
            titles = phase_titles(spec) if spec else {}
            return text(
                "workshop.clash",
                phase=titles.get(outcome.current, outcome.current),
                by=outcome.other.get("by", "?"),
                reason=outcome.other.get("reason", ""),
            )
        return outcome.error.message() if isinstance(outcome, Failed) else ""

    def _say(self, wrong: str) -> None:
        self._note.clear()
        with self._note:
            self._widgets.notice(wrong, "error")

    def _choice(
        self, name: str, options: list[str], chosen: str, on_change: Callable[[], None]
    ) -> Any:
        kind = self._kit("fields.choice").Choice
        field = kind(text(f"workshop.{name}"), key=name, required=True, choices=options)
        return self._part(field, chosen, True, on_change)

    def _line(
        self, name: str, typed: str = "", *, required: bool = False, about: str = "decision"
    ) -> Any:
        kind = self._kit("fields.text").Text
        return self._part(self._field(kind, name, required, about), typed, required)

    def _lines(self, name: str, *, required: bool = False, about: str = "decision") -> Any:
        kind = self._kit("fields.multiline").Multiline
        return self._part(self._field(kind, name, required, about), "", required)

    def _field(self, kind: Any, name: str, required: bool, about: str) -> Any:
        return kind(
            text(f"workshop.{name}"),
            key=f"{about}-{name}",
            help=_help(name),
            required=required,
            max_length=_MOST,
        )

    def _part(
        self, field: Any, typed: str, required: bool, on_change: Callable[[], None] | None = None
    ) -> Any:
        def changed(_: Any) -> None:
            if on_change:
                on_change()

        return self._kit("field_part").FieldPart(
            field, self._store, typed=typed, required=required, on_change=changed
        )


def said_decision(spec: Spec, decision: Decision) -> str:
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


def _titles(parts: Any, keys: Sequence[str]) -> str:
    return "、".join(parts[key].title if key in parts else key for key in keys)


def _help(name: str) -> str:
    try:
        return text(f"workshop.{name}_help")
    except KeyError:
        return ""


def _all_filled(*parts: Any) -> bool:
    """Say at each part that is empty or too long what is wrong; tell whether none is."""
    fine = True
    for part in parts:
        value = str(part.typed or "").strip()
        wrong = part.field.problems(value) if value else [part.field.missing()]
        part.say_wrong(wrong[0] if wrong else "")
        fine = fine and not wrong
    return fine
