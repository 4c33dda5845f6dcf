"""Somebody who takes part at a browser: who they are, what they may do, and writing for them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nicegui import ui

from generator.decide.actions import Action, Clash, Decide
from generator.decide.attempt import Done, Failed, Outcome, Waits
from generator.decide.journal import Batch
from generator.live import kit
from generator.live.room.rights import Permission
from generator.messages import text

from .drafts import Drafts
from .scribe import Scribe
from .specs import Specs, phase_titles

if TYPE_CHECKING:
    from blueprints.kit.store import Store


@dataclass(frozen=True)
class Participant:
    """``store`` holds the prototype's records; ``joined`` is who joined, empty for who did not.

    ``may`` tells what they may do in the room right now.
    """

    specs: Specs
    scribe: Scribe
    store: Store
    joined: str
    drafts: Drafts
    may: Callable[[Permission], bool]

    @property
    def name(self) -> str:
        """Who is likely to speak: the one who joined, else the last one in this browser."""
        return self.joined or self.drafts.name

    async def record(
        self, actions: Sequence[Action], done: str, show_error: Callable[[str], object]
    ) -> Done | Waits | Clash | Failed | None:
        """Write ``actions`` and report the outcome; None when the file can't be written.

        ``done`` is the message for success. Errors are passed to ``show_error``, so that they
        appear where people typed.
        """
        outcome = await self._report_outcome(self.scribe.write(actions), done, show_error)
        if isinstance(outcome, Done):
            self.drafts.name = actions[0].by or self.drafts.name
        return outcome

    async def restore(self, batch: Batch, done: str, show_error: Callable[[str], object]) -> None:
        """Write ``batch`` again, for whoever recorded it, and report the outcome."""
        await self._report_outcome(self.scribe.restore(batch), done, show_error)

    async def _report_outcome(
        self, writing: Awaitable[Outcome], done: str, show_error: Callable[[str], object]
    ) -> Outcome | None:
        try:
            outcome = await writing
        except OSError as error:
            show_error(text("workshop.not_written", error=error))
            return None
        match outcome:
            case Done():
                ui.notify(done, type="positive")
            case Waits():
                ui.notify(text("workshop.waiting"), type="warning", multi_line=True, timeout=10_000)
            case Failed(error=refusal):
                show_error(refusal.message())
            case Clash():
                show_error(self._clash_message(outcome))
        return outcome

    def _clash_message(self, clash: Clash) -> str:
        """Return what somebody else decided meanwhile, beside what was meant here."""
        other, action = clash.other, clash.action
        if isinstance(action, Decide):
            titles = phase_titles(self.specs.now) if self.specs.now else {}
            return text(
                "workshop.clash",
                current=titles.get(clash.current, clash.current),
                by=other.get("by") or text("workshop.somebody"),
                reason=other.get("reason") or text("workshop.no_reason"),
                mine=titles.get(action.phase, action.phase),
            )
        return text(
            "workshop.clash_answer",
            current=clash.current,
            by=other.get("answered_by") or text("workshop.somebody"),
            mine=getattr(action, "answer", ""),
        )


def error_display(place: ui.element) -> Callable[[str], None]:
    """Return a function that shows errors at ``place``, or as a notification if that is gone."""

    def show_error(message: str) -> None:
        if place.is_deleted:
            ui.notify(message, type="negative", multi_line=True, timeout=20_000, close_button=True)
            return
        place.clear()
        with place:
            kit.widgets.notice(message, "error")

    return show_error
