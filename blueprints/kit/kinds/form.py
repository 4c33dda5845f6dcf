"""The form: asks for a new record, or for changes to one; nothing wrong is kept, nothing is lost.

What is typed is kept as a draft for each browser until it is saved: a reload, another role or a
restarted server gives it back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

from nicegui import ui

from ..controls.field_part import FieldPart
from ..model.asking import asker
from ..model.entity import Entity
from ..model.field import Field
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import button, link, notice
from ..texts import say
from .autosave import Autosave
from .error_summary import ErrorSummary
from .form_fields import FormFields, Wrong
from .requested_record import fill_in, requested_record
from .saving import Saving


@contextmanager
def form(view: View, entity: type[Entity]) -> Iterator[None]:
    """Ask for what is named inside: ``text(Report.place)`` and so on."""
    being_built = Form(view, entity, OnePage())
    token = asker.set(being_built)
    try:
        with being_built.open():
            yield
    finally:
        asker.reset(token)


class Layout(Protocol):
    """How a form shows its fields: all of them below each other, or in steps."""

    def build_end(self, form: Form) -> None:
        """Put what stands below the fields on the page."""

    def follow(self) -> None:
        """Show what is to be seen, now that something was typed."""

    def lead_to(self, wrong: Wrong, among: Collection[str] | None) -> Collection[str] | None:
        """Go to where the first field with something wrong is; return the fields looked at.

        ``among`` are those that were looked at where somebody was, None for all.
        """

    def of_here(self, wrong: Wrong) -> Wrong:
        """Return what of all that is ``wrong`` is said where somebody is."""

    def focus(self, part: FieldPart) -> None:
        """Go to a field."""


class OnePage:
    """The layout of a form whose fields are all seen."""

    def build_end(self, form: Form) -> None:
        """Put the button that saves on the page."""
        with keyed("actions"), ui.element("div").classes("kit-actions"):
            button(form.text_of_save, form.saving.save).props("type=submit")
            form.link_back()

    def follow(self) -> None:
        """Show nothing else."""

    def lead_to(self, wrong: Wrong, among: Collection[str] | None) -> Collection[str] | None:
        """Stay where all fields are."""
        return among

    def of_here(self, wrong: Wrong) -> Wrong:
        """Return all of it."""
        return wrong

    def focus(self, part: FieldPart) -> None:
        """Put the cursor into the field."""
        part.control.focus()


class Form:
    """A form on a page, for the record in the address or for a new one.

    A form of a record that is ``gone`` says so, and asks for nothing.
    """

    def __init__(self, view: View, entity: type[Entity], layout: Layout) -> None:
        self.view = view
        self.entity = entity
        self._layout = layout
        record = requested_record(view, entity)
        self.gone = record is None
        self._record = record or entity()
        self.fields = FormFields(view, entity, self._record)
        self.autosave = Autosave(view, entity, self._record, self.fields)
        self.summary = ErrorSummary(view, self.fields, layout.of_here)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Build what stands round the fields."""
        if self.gone:
            notice(say("form.gone"), "warning")
            yield
            return
        self.autosave.say_back()
        self.summary.build()
        with ui.element("form").classes("kit-form") as whole:
            whole.props("novalidate").on("submit", js_handler="(event) => event.preventDefault()")
            self.saving = self._saving(whole)
            yield
            self.autosave.say_lost()
            self._layout.build_end(self)
        self._follow()
        self.summary.show_again(self.fields.mark_again())
        self.saving.take_over()
        self.view.leaving.append(self.autosave.keep)

    def ask(self, field: Field[Any], *, title: str, feature: str) -> None:
        """Put a field on the form, unless its feature is not in the chosen phase."""
        standing = self.view.standing(feature)
        if self.gone or not standing.shown:
            return
        if self.view.record_id is None:
            fill_in(self.view, field, self._record)
        typed = self.autosave.typed_into(field)
        self.fields.add(field, title=title, typed=typed, standing=standing, on_change=self._changed)

    def texts(self) -> Mapping[str, str]:
        """Return how what is typed reads, by key of the field."""
        return self.view.store.shown(self.entity, [self.fields.typed_record()])[0]

    @property
    def text_of_save(self) -> str:
        """What the button says that saves."""
        return say("form.add" if self.view.record_id is None else "form.change")

    def link_back(self) -> None:
        """Put the way back to the record that is changed on the page."""
        detail = self.view.screen_of(self.entity, "detail")
        if detail and self.view.record_id is not None:
            link(say("form.back"), self.view.address(detail, self.view.record_id))

    def say_wrong(self, wrong: Wrong, among: Collection[str] | None = None) -> None:
        """Show each error at its field and all of them at the top; go to the first.

        ``among`` are the fields that were looked at, all of them unless it is given.
        """
        self.fields.mark(wrong, self._layout.lead_to(wrong, among))
        self.summary.show(wrong)
        if first := self.fields.first_of(wrong):
            self._layout.focus(first)

    def _saving(self, whole: ui.element) -> Saving:
        return Saving(
            self.view,
            self._record,
            self.fields,
            autosave=self.autosave,
            summary=self.summary,
            whole=whole,
            say_wrong=self.say_wrong,
        )

    def _changed(self) -> None:
        """Follow what is typed, and keep it."""
        self._follow()
        self.autosave.keep_soon()

    def _follow(self) -> None:
        """Show what hangs on what is typed."""
        self.fields.follow()
        self._layout.follow()
