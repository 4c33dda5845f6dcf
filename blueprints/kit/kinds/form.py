"""The form: asks for a new record, or for changes to one; nothing wrong is kept, nothing is lost.

What is typed is kept as a draft for each browser until it is saved: a reload, another role or a
restarted server gives it back.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from nicegui import ui

from ..controls.draft import Draft
from ..controls.field_part import FieldPart
from ..model.asking import asker
from ..model.entity import Entity, fulfilled, is_required, problems
from ..model.field import Field, Invalid
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import button, focus_on, link, notice, words
from ..page.writing import written
from ..store import Conflict, NotValid, StoreError, Unavailable, patiently
from ..texts import say

KEEP_SECONDS = 0.5
"""How long typed text waits before it is kept as a draft."""
_CAME_BACK, _CHECKED, _SUMMARIZED = "came_back", "checked", "summarized"
_SAVING = "saving"
"""What a page remembers of its form when it is built anew."""


@contextmanager
def form(view: View, entity: type[Entity]) -> Iterator[None]:
    """Ask for what is named inside: ``text(Report.place)`` and so on."""
    being_built = Form(view, entity)
    token = asker.set(being_built)
    try:
        with being_built.open():
            yield
    finally:
        asker.reset(token)


class Form:
    """A form on a page, for the record in the address or for a new one."""

    def __init__(self, view: View, entity: type[Entity]) -> None:
        self.view = view
        self.entity = entity
        self._parts: dict[str, FieldPart] = {}
        self._done = False
        self.waits = False
        self._summary_id = ""
        self._keeping: asyncio.TimerHandle | None = None
        self._record = self._asked_record()
        self._draft = Draft(view, entity)

    def _asked_record(self) -> Entity | None:
        """Return the record to be changed, a new one without an id, None when it is gone."""
        if self.view.record_id is not None:
            record: Entity | None = self.view.store.get(self.entity, self.view.record_id)
            return record
        fields = self.entity.fields.values()
        return self.entity({field.key: field.default for field in fields})

    @contextmanager
    def open(self) -> Iterator[None]:
        """Build what stands round the fields."""
        if self._record is None:
            notice(say("form.gone"), "warning")
            yield
            return
        self._say_draft()
        with keyed("summary") as self._summary_id:
            self._summary = ui.element("div")
            self._summary.props["id"] = self._summary_id
            self._summary.props["tabindex"] = "-1"
        with ui.element("form").classes("kit-form") as whole:
            whole.props("novalidate").on("submit", js_handler="(event) => event.preventDefault()")
            self._whole = whole
            yield
            self._say_lost()
            self._build_end()
        self._follow()
        self._say_wrong_again()
        self._take_over_saving()
        self.view.leaving.append(self.keep_draft)

    def ask(self, field: Field[Any], *, title: str, feature: str) -> None:
        """Put a field on the form, unless its feature is not in the chosen phase."""
        standing = self.view.standing(feature)
        if self._record is None or not standing.shown:
            return
        if self.view.record_id is None:
            self._fill_in(field, self._record)
        self._parts[field.key] = FieldPart(
            field,
            self.view.store,
            title=title,
            typed=self._draft.typed_into(field, field.typed(self._record.values.get(field.key))),
            required=field.required,
            standing=standing,
            on_change=lambda _: self._changed(),
            on_leave=self._check,
        )

    def _build_end(self) -> None:
        """Put what stands below the fields on the page."""
        with keyed("actions"), ui.element("div").classes("kit-actions"):
            button(self._text_of_save, self._save).props("type=submit")
            self._link_back()

    @property
    def _text_of_save(self) -> str:
        return say("form.add" if self.view.record_id is None else "form.change")

    def _fill_in(self, field: Field[Any], record: Entity) -> None:
        """Begin with the value that the address has for ``field`` (``?date=2026-04-01``), if any.

        What holds several values, such as files, is never taken from an address.
        """
        text = self.view.query.get(field.key, "")
        if not text or field.computed or isinstance(field.typed(None), list):
            return
        with suppress(Invalid):
            value = field.parse(text)
            if value is not None and not field.problems(value):
                record.values[field.key] = value

    def _link_back(self) -> None:
        detail = self.view.screen_of(self.entity, "detail")
        if detail and self.view.record_id is not None:
            link(say("form.back"), self.view.address(detail, self.view.record_id))

    def _say_draft(self) -> None:
        """Say that typed text came back, and offer to drop it; once, when the page is opened."""
        if self.view.fresh:
            self.view.memory[_CAME_BACK] = bool(self._draft)
        if not self.view.memory.get(_CAME_BACK):
            return
        with keyed("draft"), notice(say("form.draft"), "info"):
            button(say("form.drop_draft"), self._drop_draft, "text")

    def _drop_draft(self) -> None:
        self._done = True
        self._draft.drop()
        ui.navigate.reload()

    def _changed(self) -> None:
        """Follow what is typed, and keep it when nothing more is typed for a moment."""
        self._follow()
        if self._keeping is None:
            loop = asyncio.get_running_loop()
            self._keeping = loop.call_later(KEEP_SECONDS, self.keep_draft)

    def keep_draft(self) -> None:
        """Keep what is typed when it differs from what the record holds."""
        if self._keeping is not None:
            self._keeping.cancel()
            self._keeping = None
        typed = self._typed()
        if self._done or self._record is None or typed == self._draft.typed:
            return
        if self._touched(typed):
            self._draft.keep(typed, self._titles(), self._version)
        elif self._draft:
            self._draft.drop()

    def _say_lost(self) -> None:
        """Hand back what was typed into fields that the form no longer has."""
        lost = list(self._draft.missing(self._parts))
        if not lost:
            return
        with keyed("lost"), notice(say("form.lost"), "warning"):
            for title, text in lost:
                with keyed(title):
                    words(title, "strong")
                    words(text, "pre", "kit-text kit-lost")

    def _titles(self) -> dict[str, str]:
        return {key: part.title for key, part in self._parts.items()}

    def _typed(self) -> dict[str, Any]:
        return {key: part.typed for key, part in self._parts.items() if not part.field.computed}

    def _touched(self, typed: Mapping[str, Any]) -> bool:
        assert self._record is not None
        values = self._record.values
        fields = self.entity.fields
        return any(
            (held or None) != (fields[key].typed(values.get(key)) or None)
            for key, held in typed.items()
        )

    @property
    def _version(self) -> int:
        """The version of the record when somebody began to type."""
        assert self._record is not None
        return self._record.version if self._draft.version is None else self._draft.version

    def _values(self) -> tuple[dict[str, Any], dict[str, str]]:
        """Return what is typed as values, and what can't be read as such."""
        assert self._record is not None
        values, unread = dict(self._record.values), dict[str, str]()
        for key, part in self._parts.items():
            if part.field.computed:
                continue
            try:
                values[key] = part.field.parse(part.typed)
            except Invalid as invalid:
                values[key], unread[key] = None, str(invalid)
        return values, unread

    def _follow(self) -> None:
        """Show, require and work out what hangs on the other fields."""
        values, _ = self._values()
        for part in self._parts.values():
            part.show(fulfilled(part.field.show_when, self.entity, values))
            part.require(is_required(part.field, self.entity, values))
            if part.field.computed:
                text = part.field.show(part.field.value(values))
                part.show_text(text or say("form.comes_by_itself"))

    def _wrong(self) -> dict[str, str]:
        """Return what is wrong with the fields that are on the page, by key."""
        values, unread = self._values()
        shown = [key for key, part in self._parts.items() if part.shown]
        found = problems(self.entity, values, shown) | unread
        found |= {key: told for key in shown if (told := self._parts[key].control.unfinished)}
        return {key: found[key] for key in shown if key in found}

    def _check(self, part: FieldPart) -> None:
        self._mark(part, self._wrong().get(part.field.key, ""))

    def _mark(self, part: FieldPart, message: str) -> None:
        """Say what is wrong with a field, and remember that it was looked at."""
        self.view.memory.setdefault(_CHECKED, set()).add(part.field.first_key)
        part.say_wrong(message)

    async def _save(self) -> None:
        """Save what is typed; once, however often the button is pressed."""
        memory = self.view.memory
        if self._done or self._record is None or _SAVING in memory:
            return
        wrong = self._wrong()
        self._say_wrong(wrong)
        if wrong:
            return
        record = self.entity(self._to_save(), id=self._record.id, version=self._version)
        memory[_SAVING] = self
        try:
            refusal = await self._try(record)
        finally:
            form: Form = memory.pop(_SAVING)
        form._let_go()
        if refusal:
            await patiently(form._take_refusal, refusal)
        else:
            await patiently(form._go_on, record)

    async def _try(self, record: Entity) -> StoreError | None:
        """Save ``record`` and return what stands against it."""
        store, who = self.view.store, self.view.visitor.name
        asked = [key for key, part in self._parts.items() if part.shown]
        save = partial(store.save, record, who=who, asked=asked)
        try:
            await written(self.view, save, on_wait=lambda: self.view.memory[_SAVING]._hold())
        except StoreError as error:
            return error
        return None

    def _take_over_saving(self) -> None:
        """Wait, on a page that is built anew, for what was being saved before."""
        if held := self.view.memory.get(_SAVING):
            self.view.memory[_SAVING] = self
            if held.waits:
                self._hold()

    def _hold(self) -> None:
        """Take nothing in while it takes a while to save: it would not be saved."""
        self.waits = True
        self._whole.props("inert")

    def _let_go(self) -> None:
        """Go on with typing where it was."""
        if self.waits:
            self.waits = False
            self._whole.props(remove="inert")

    def _take_refusal(self, error: StoreError) -> None:
        if isinstance(error, NotValid):
            self._say_wrong(error.problems)
        elif isinstance(error, Conflict):
            self._take_theirs(error)
        else:
            self._say(str(error))

    def _to_save(self) -> dict[str, Any]:
        """Return the record's values; a field that is not shown holds nothing."""
        values, _ = self._values()
        hidden = [key for key, part in self._parts.items() if not part.shown]
        return values | dict.fromkeys(hidden)

    def _say_wrong(self, wrong: Mapping[str, str], among: Collection[str] | None = None) -> None:
        """Show each error at its field and all of them at the top; go to the first.

        ``among`` are the fields that were looked at, all of them unless it is given.
        """
        for key, part in self._parts.items():
            if among is None or key in among:
                self._mark(part, wrong.get(key, ""))
        self._summarize(wrong)
        first = next((part for key, part in self._parts.items() if key in wrong), None)
        if first:
            first.control.focus()

    def _say_wrong_again(self) -> None:
        """Say on a page that is built anew what was said on it before, if it is still so."""
        checked = self.view.memory.get(_CHECKED, ())
        wrong = self._wrong() if checked else {}
        for key, part in self._parts.items():
            if part.field.first_key in checked:
                part.say_wrong(wrong.get(key, ""))
        if self.view.memory.get(_SUMMARIZED):
            self._summarize(wrong)

    def _summarize(self, wrong: Mapping[str, str]) -> None:
        """Show all errors at the top, each with the way to its field."""
        self.view.memory[_SUMMARIZED] = bool(wrong)
        self._summary.clear()
        if not wrong:
            return
        with self._summary, notice(say("form.wrong", count=len(wrong)), "error"):
            with ui.element("ul"):
                for key, message in wrong.items():
                    with ui.element("li"):
                        self._link_to_wrong(key, message)

    def _link_to_wrong(self, key: str, message: str) -> None:
        """Link to the field; one that this form does not ask for can only be named."""
        part = self._parts.get(key)
        title = part.title if part else self.entity.fields[key].title
        named = title in message
        text = message if named else say("form.wrong_field", title=title, message=message)
        if part:
            link(text, f"#{part.html_id}")
        else:
            words(text)

    def _say(self, message: str) -> None:
        """Say why nothing was saved, where it is seen: the button is far below in a long form."""
        self._summary.clear()
        with self._summary:
            notice(say("form.not_saved", message=message), "error")
        focus_on(self._summary_id)

    def _take_theirs(self, conflict: Conflict) -> None:
        """Somebody else saved first: take over what is theirs alone, and show what both changed."""
        theirs = conflict.record_now
        if self._record is None or theirs is None:
            self._say(str(conflict))
            return
        before, typed = self._record, self._typed()
        texts = self.view.store.shown(self.entity, [theirs])[0]
        both = []
        for key, field in self.entity.fields.items():
            if key not in typed or before.values.get(key) == theirs.values.get(key):
                continue
            mine = (typed[key] or None) != (field.typed(before.values.get(key)) or None)
            if mine:
                text = texts.get(key) or say("detail.empty")
                both.append(say("form.their_value", title=field.title, value=text))
            else:
                typed[key] = field.typed(theirs.values.get(key))
        self._done = True
        self._draft.keep(typed, self._titles(), theirs.version)
        self.view.visitor.say_next(say("form.conflict", fields=say("frame.comma").join(both)))
        ui.navigate.reload()

    def _go_on(self, record: Entity) -> None:
        """Say that it is saved and show the record, or the list, or the empty form again."""
        self._done = True
        store, visitor = self.view.store, self.view.visitor
        self._draft.drop()
        try:
            label = store.label(self.entity.about.key, record.id or 0)
        except Unavailable:  # it is saved all the same
            label = record.label
        done = "form.added" if self.view.record_id is None else "form.changed"
        visitor.say_next(say(done, label=label))
        detail = self.view.screen_of(self.entity, "detail")
        following = self.view.screen_of(self.entity, "list")
        if detail:
            ui.navigate.to(self.view.address(detail, record.id))
        elif following:
            ui.navigate.to(self.view.address(following))
        else:
            ui.navigate.reload()
