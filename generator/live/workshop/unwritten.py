"""What was recorded but is not in the spec: it waits, it clashed, or a save dropped it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from nicegui import ui

from generator.decide.actions import Action
from generator.decide.describe import Titles, in_words
from generator.decide.journal import Batch, State
from generator.decide.write import waiting
from generator.live import kit
from generator.messages import text

from .participant import Participant, error_display


class Unwritten:
    """The part of the log that shows what is not in the spec, and offers to write it."""

    def __init__(self, who: Participant) -> None:
        self._who = who
        spec = who.specs.now  # the last good one while it is broken
        self._titles = Titles.of_spec(spec) if spec else Titles()

    def build(self) -> None:
        """Show what waits, and what somebody must look at; nothing when all is written."""
        asked = self._who.scribe.asked
        self._list("waits", [(action,) for action in waiting(self._who.specs.path)])
        for state, name in ((State.UNRESOLVED, "unresolved"), (State.DROPPED, "dropped")):
            batches = [batch for batch in asked if batch.state is state]
            self._list(name, [batch.actions for batch in batches], batches)

    def _list(
        self, name: str, rows: Sequence[tuple[Action, ...]], batches: Sequence[Batch] = ()
    ) -> None:
        if not rows:
            return
        keyed = kit.keys.keyed
        with keyed(name), ui.element("section").classes("workshop-unwritten"):
            kit.widgets.heading(text(f"workshop.{name}", count=sum(map(len, rows))), 2)
            kit.widgets.words(text(f"workshop.{name}_help"), "p")
            for index, actions in enumerate(rows):
                with keyed(actions[0].id), ui.element("div").classes("workshop-quote"):
                    for action in actions:
                        kit.widgets.words(in_words(action, self._titles), "div", "kit-text")
                    if batches:
                        self._buttons(batches[index])

    def _buttons(self, batch: Batch) -> None:
        button = kit.widgets.button
        show_error = error_display(ui.element("div"))
        with ui.element("div").classes("kit-actions"):
            button(text("workshop.write_it"), partial(self._write, batch, show_error))
            button(text("workshop.let_go"), partial(self._let_go, batch, show_error), "outline")

    async def _write(self, batch: Batch, show_error: Callable[[str], None]) -> None:
        await self._who.restore(batch, text("workshop.written"), show_error)

    async def _let_go(self, batch: Batch, show_error: Callable[[str], None]) -> None:
        try:
            await self._who.scribe.forget(batch)
        except OSError as error:
            show_error(text("workshop.not_written", error=error))
