"""Autosave: what is typed into a form is kept as a draft on the server until it is saved."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from nicegui import ui

from ..controls.draft import Draft
from ..model.entity import Entity
from ..model.field import Field
from ..page.keys import keyed
from ..page.memory import Key
from ..page.screen import View
from ..page.widgets import button, notice, words
from ..texts import say
from .form_fields import FormFields

KEEP_SECONDS = 0.5
"""How long typed text waits before it is kept as a draft."""
_CAME_BACK = Key[bool]("form.came_back")
"""Whether typed text came back when the page was opened."""


class Autosave:
    """Keeps what is typed into ``fields`` about ``record``, and gives it back.

    It has ``ended`` when what was typed is saved, or nobody wants it, or the page opens anew.
    """

    def __init__(
        self, view: View, entity: type[Entity], record: Entity, fields: FormFields
    ) -> None:
        self.ended = False
        self._view = view
        self._record = record
        self._fields = fields
        self._draft = Draft(view, entity)
        self._waiting: asyncio.TimerHandle | None = None

    @property
    def version(self) -> int:
        """The version of the record when somebody began to type."""
        return self._record.version if self._draft.version is None else self._draft.version

    def typed_into(self, field: Field[Any]) -> Any:
        """Return what was typed into ``field``, what the record holds when nothing was."""
        return self._draft.typed_into(field, field.typed(self._record.values.get(field.key)))

    def say_back(self) -> None:
        """Say that typed text came back, and offer to drop it; once, when the page is opened."""
        if self._view.fresh:
            self._view.memory[_CAME_BACK] = bool(self._draft)
        if not self._view.memory.get(_CAME_BACK):
            return
        with keyed("draft"), notice(say("form.draft"), "info"):
            button(say("form.drop_draft"), self._drop, "text")

    def say_lost(self) -> None:
        """Hand back what was typed into fields that the form no longer has."""
        lost = list(self._draft.missing(self._fields.parts))
        if not lost:
            return
        with keyed("lost"), notice(say("form.lost"), "warning"):
            for title, text in lost:
                with keyed(title):
                    words(title, "strong")
                    words(text, "pre", "kit-text kit-lost")

    def keep_soon(self) -> None:
        """Keep what is typed when nothing more is typed for a moment."""
        if self._waiting is None:
            loop = asyncio.get_running_loop()
            self._waiting = loop.call_later(KEEP_SECONDS, self.keep)

    def keep(self) -> None:
        """Keep what is typed when it differs from what the record holds."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        typed = self._fields.typed
        if self.ended or typed == self._draft.typed:
            return
        if self._fields.touched(typed):
            self._draft.keep(typed, self._fields.titles, self.version)
        elif self._draft:
            self._draft.drop()

    def end(self) -> None:
        """Forget what is typed: it is saved, or nobody wants it."""
        self.ended = True
        self._draft.drop()

    def end_with(self, typed: Mapping[str, Any], version: int) -> None:
        """Keep ``typed`` for the page as it opens anew, with the record in another ``version``."""
        self.ended = True
        self._draft.keep(typed, self._fields.titles, version)

    def _drop(self) -> None:
        self.end()
        ui.navigate.reload()
