"""What was recorded but does not stand in the spec: it waits, it clashed, or a save dropped it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from nicegui import ui

from generator.decide.actions import Action, Answer, Ask, Decide, MakeFeature
from generator.decide.refusal import BrokenError
from generator.decide.write import dropped, unresolved, waiting
from generator.messages import text
from generator.spec.model import Spec

from .participant import Participant, say_at
from .specs import phase_titles


class Unwritten:
    """The part of the log that says what does not stand in the spec, and offers to write it."""

    def __init__(self, who: Participant) -> None:
        self._who = who

    def build(self) -> None:
        """Show what waits, and what somebody must look at; nothing when all is written."""
        path = self._who.specs.path
        try:
            self._list("waits", waiting(path))
            self._list("unresolved", unresolved(path), can_write=True)
            self._list("dropped", dropped(path), can_write=True)
        except (OSError, BrokenError):  # what was dropped can be told when the spec is mended
            return

    def _list(self, name: str, actions: Sequence[Action], *, can_write: bool = False) -> None:
        if not actions:
            return
        keyed, widgets = self._who.kit("keys").keyed, self._who.kit("widgets")
        with keyed(name), ui.element("section").classes("workshop-unwritten"):
            widgets.heading(text(f"workshop.{name}", count=len(actions)), 2)
            widgets.words(text(f"workshop.{name}_help"), "p")
            for action in actions:
                with keyed(action.id), ui.element("div").classes("workshop-quote"):
                    widgets.words(self._reads(action), "div", "kit-text")
                    if can_write:
                        self._buttons(action)

    def _buttons(self, action: Action) -> None:
        button = self._who.kit("widgets").button
        say = say_at(self._who, ui.element("div"))
        with ui.element("div").classes("kit-actions"):
            button(text("workshop.write_it"), partial(self._write, action, say))
            button(text("workshop.let_go"), partial(self._let_go, action, say), "outline")

    async def _write(self, action: Action, say: Callable[[str], None]) -> None:
        await self._who.record([self._anew(action)], text("workshop.written"), say)

    async def _let_go(self, action: Action, say: Callable[[str], None]) -> None:
        try:
            await self._who.scribe.forget([action])
        except OSError as error:
            say(text("workshop.not_written", error=error))

    def _anew(self, action: Action) -> Action:
        """Return ``action`` as somebody takes it who sees the spec as it is now."""
        spec = self._who.specs.now
        if spec and isinstance(action, Decide) and action.feature in spec.features:
            return replace(action, seen=spec.features[action.feature].phase)
        if spec and isinstance(action, Answer) and action.question in spec.questions:
            return replace(action, seen=spec.questions[action.question].answer or "")
        return action

    def _reads(self, action: Action) -> str:
        """Return an action in words: who, when, and what."""
        at = action.at[:16].replace("T", " ")
        return text(
            "workshop.unwritten_one", by=action.by, at=at, said=_said(self._who.specs.now, action)
        )


def _said(spec: Spec | None, action: Action) -> str:
    match action:
        case Decide(feature=feature, phase=phase, reason=reason):
            known = spec.features.get(feature) if spec else None
            titles = phase_titles(spec) if spec else {}
            return text(
                "workshop.unwritten_decision",
                title=known.title if known else feature,
                phase=titles.get(phase, phase),
                reason=reason,
            )
        case MakeFeature(title=title):
            return text("workshop.unwritten_feature", title=title)
        case Ask(text=said) | Answer(answer=said):
            return said
    return action.id
