"""Somebody at a browser who takes part: who they are, and what it takes to write for them."""

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
        self, actions: Sequence[Action], done: str, say: Callable[[str], object]
    ) -> Done | Waits | Clash | Failed | None:
        """Write ``actions`` and tell what came of it; None when the file can't be written.

        ``done`` is what people read when it is written. What is wrong is handed to ``say``, so that
        it stands where they typed.
        """
        outcome = await self._told(self.scribe.write(actions), done, say)
        if isinstance(outcome, Done):
            self.drafts.name = actions[0].by or self.drafts.name
        return outcome

    async def restore(self, batch: Batch, done: str, say: Callable[[str], object]) -> None:
        """Write ``batch`` again, as others took it, and tell what came of it."""
        await self._told(self.scribe.restore(batch), done, say)

    async def _told(
        self, writing: Awaitable[Outcome], done: str, say: Callable[[str], object]
    ) -> Outcome | None:
        try:
            outcome = await writing
        except OSError as error:
            say(text("workshop.not_written", error=error))
            return None
        match outcome:
            case Done():
                ui.notify(done, type="positive")
            case Waits():
                ui.notify(text("workshop.waiting"), type="warning", multi_line=True, timeout=10_000)
            case Failed(error=refused):
                say(refused.message())
            case Clash():
                say(self._both(outcome))
        return outcome

    def _both(self, clash: Clash) -> str:
        """Say what somebody else did meanwhile, beside what was meant."""
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


def say_at(place: ui.element) -> Callable[[str], None]:
    """Return what says at ``place`` what is wrong, or beside the page when that has changed."""

    def say(wrong: str) -> None:
        if place.is_deleted:
            ui.notify(wrong, type="negative", multi_line=True, timeout=20_000, close_button=True)
            return
        place.clear()
        with place:
            kit.widgets.notice(wrong, "error")

    return say
