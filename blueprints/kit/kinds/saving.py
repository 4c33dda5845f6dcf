"""Saving what is typed into a form: once, with a refusal in words, and what is shown thereafter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from nicegui import ui

from ..model.entity import Entity
from ..page.memory import Key
from ..page.screen import View
from ..page.writing import written
from ..store import Conflict, NotValid, StoreError, Unavailable, patiently
from ..texts import say
from .autosave import Autosave
from .error_summary import ErrorSummary
from .form_fields import FormFields, Wrong

_SAVING = Key["Saving"]("form.saving")
"""Who hears what came of saving: on a page that is built anew meanwhile, its own."""


class Saving:
    """Saves ``record`` with what ``fields`` hold.

    ``whole`` is the form on the page, ``say_wrong`` says on it what is wrong with its fields.
    """

    def __init__(
        self,
        view: View,
        record: Entity,
        fields: FormFields,
        *,
        autosave: Autosave,
        summary: ErrorSummary,
        whole: ui.element,
        say_wrong: Callable[[Wrong], None],
    ) -> None:
        self._view = view
        self._record = record
        self._fields = fields
        self._autosave = autosave
        self._summary = summary
        self._whole = whole
        self._say_wrong = say_wrong
        self._waits = False

    async def save(self) -> None:
        """Save what is typed; once, however often the button is pressed."""
        memory = self._view.memory
        if self._autosave.ended or _SAVING in memory:
            return
        wrong = self._fields.wrong()
        self._say_wrong(wrong)
        if wrong:
            return
        record = self._fields.typed_record(version=self._autosave.version)
        memory[_SAVING] = self
        try:
            refusal = await self._try(record)
        finally:
            there = memory.pop(_SAVING)
            there._let_go()
        if refusal:
            await patiently(there._take_refusal, refusal)
        else:
            await patiently(there._go_on, record)

    def take_over(self) -> None:
        """Wait, on a page that is built anew, for what was being saved before."""
        if before := self._view.memory.get(_SAVING):
            self._view.memory[_SAVING] = self
            if before._waits:
                self._hold()

    async def _try(self, record: Entity) -> StoreError | None:
        """Save ``record`` and return what stands against it."""
        store, who = self._view.store, self._view.visitor.name
        save = partial(store.save, record, who=who, asked=self._fields.shown)
        try:
            await written(self._view, save, on_wait=lambda: self._view.memory[_SAVING]._hold())
        except StoreError as error:
            return error
        return None

    def _hold(self) -> None:
        """Take nothing in while it takes a while to save: it would not be saved."""
        self._waits = True
        self._whole.props("inert")

    def _let_go(self) -> None:
        """Go on with typing where it was."""
        if self._waits:
            self._waits = False
            self._whole.props(remove="inert")

    def _take_refusal(self, error: StoreError) -> None:
        if isinstance(error, NotValid):
            self._say_wrong(error.problems)
        elif isinstance(error, Conflict):
            self._take_theirs(error)
        else:
            self._summary.say(str(error))

    def _take_theirs(self, conflict: Conflict) -> None:
        """Somebody else saved first: take over what is theirs alone, and show what both changed."""
        theirs = conflict.record_now
        if theirs is None:
            self._summary.say(str(conflict))
            return
        before, typed, entity = self._record, self._fields.typed, self._fields.entity
        texts = self._view.store.shown(entity, [theirs])[0]
        both = []
        for key, field in entity.fields.items():
            if key not in typed or before.values.get(key) == theirs.values.get(key):
                continue
            mine = (typed[key] or None) != (field.typed(before.values.get(key)) or None)
            if mine:
                text = texts.get(key) or say("detail.empty")
                both.append(say("form.their_value", title=field.title, value=text))
            else:
                typed[key] = field.typed(theirs.values.get(key))
        self._autosave.end_with(typed, theirs.version)
        self._view.visitor.say_next(say("form.conflict", fields=say("frame.comma").join(both)))
        ui.navigate.reload()

    def _go_on(self, record: Entity) -> None:
        """Say that it is saved and show the record, or the list, or the empty form again."""
        view, entity = self._view, self._fields.entity
        self._autosave.end()
        try:
            label = view.store.label(entity.about.key, record.id or 0)
        except Unavailable:  # it is saved all the same
            label = record.label
        done = "form.added" if view.record_id is None else "form.changed"
        view.visitor.say_next(say(done, label=label))
        detail = view.screen_of(entity, "detail")
        following = view.screen_of(entity, "list")
        if detail:
            ui.navigate.to(view.address(detail, record.id))
        elif following:
            ui.navigate.to(view.address(following))
        else:
            ui.navigate.reload()
