"""The detail: one record, what the acting role may do with it, and who changed what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from nicegui import ui

from ..fields.file import File
from ..model.conditions import spoken_condition
from ..model.entity import Entity, fulfilled
from ..model.field import Field
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import button, chip, heading, link, notice, words
from ..server.attachments import show_files
from ..store import Change, Shown
from ..texts import say
from .transitions import offered, take


class Detail:
    """A record on a page; ``record`` is None when it is gone or none was asked for."""

    def __init__(self, view: View, entity: type[Entity]) -> None:
        self.view = view
        self.entity = entity
        asked = view.record_id
        self.record = view.store.get(entity, asked) if asked is not None else None
        self.texts = view.store.shown(entity, [self.record])[0] if self.record else Shown({}, "")
        self.values: ui.element | None = None


_current: ContextVar[Detail] = ContextVar("detail")


@contextmanager
def detail(view: View, entity: type[Entity], *, edit: bool = True) -> Iterator[None]:
    """Show the record in the address with what is named inside: ``value(Report.kind)`` and so on.

    With ``edit`` there is a link to the first form of the entity that the visitor may open.
    """
    shown = Detail(view, entity)
    if shown.record is None:
        _say_missing(shown)
    else:
        _title(shown, edit)
    token = _current.set(shown)
    try:
        yield
    finally:
        _current.reset(token)


def value(field: Field[Any], *, title: str = "", feature: str = "") -> None:
    """Show the value of ``field``, unless it does not apply or is not in the chosen phase."""
    shown = _current.get()
    standing = shown.view.standing(feature or field.feature)
    record = shown.record
    if record is None or not standing.shown:
        return
    if not fulfilled(field.show_when, shown.entity, record.values):
        return
    if shown.values is None:
        shown.values = ui.element("dl").classes("kit-values")
    ghost = "kit-ghost" if standing.ghost else ""
    with (
        shown.values,
        keyed("field", field.key),
        ui.element("div").classes(f"kit-value {ghost}") as whole,
    ):
        whole.props["data-part"] = field.part
        with ui.element("dt"):
            words(title or field.title)
            chip(standing)
        text = shown.texts.get(field.key, "")
        look = "kit-state" if field.name == "state" else "kit-text"
        held = record.values.get(field.key)
        with ui.element("dd"):
            if held and isinstance(field, File):
                show_files(shown.view.store, field, title or field.title, held)
                return
            words(text or say("detail.empty"), "span", look if text else "kit-empty")


def transitions() -> None:
    """Offer what the acting role may do with the record, as buttons."""
    shown = _current.get()
    record, view = shown.record, shown.view
    if record is None:
        return
    with keyed("transitions"), ui.element("div").classes("kit-actions") as actions:
        actions.props("role=group")
        actions.props["aria-label"] = say("detail.actions")
        for transition, standing in offered(view, record):
            with keyed(transition.key), ui.element("div").classes("kit-action") as action:
                action.props["data-part"] = f"{shown.entity.about.key}.{transition.key}"
                press = button(transition.title, partial(take, view, record, transition))
                if standing.ghost:
                    press.classes("kit-ghost")
                chip(standing)


def history() -> None:
    """Show who changed what, the latest first."""
    shown = _current.get()
    if shown.record is None:
        return
    with keyed("history"), ui.element("section").classes("kit-history"):
        heading(say("detail.history"), 2)
        with ui.element("ol"):
            *later, first = shown.view.store.history(shown.record)
            for change in later:
                _change(change, change.changes)
            _change(first, ())  # what a record began with is what stands above, or before a change


def _change(change: Change, changes: Sequence[tuple[str, str, str]]) -> None:
    moment = say("detail.moment", day=change.at.date(), time=f"{change.at:%H:%M}")
    with ui.element("li"):
        with ui.element("div").classes("kit-change"):
            words(moment, "time")
            words(change.who or say("detail.nobody"))
            words(change.action, "strong")
        if change.reason:
            words(say("detail.because", reason=change.reason), "p", "kit-text")
        if changes:
            with ui.element("ul"):
                for title, *texts in changes:
                    before, after = (text or say("detail.empty") for text in texts)
                    text = say("detail.changed", title=title, before=before, after=after)
                    words(text, "li", "kit-text")


def _title(shown: Detail, edit: bool) -> None:
    """Say which record it is, with the way to change it and back to the list."""
    record, view = shown.record, shown.view
    assert record is not None
    with keyed("record"), ui.element("div").classes("kit-record"):
        heading(shown.texts.label, 2)
        editing = view.form_of(shown.entity)
        listing = view.screen_of(shown.entity, "list")
        if editing and edit:
            link(say("detail.edit"), view.address(editing, record.id), "kit-edit")
        for printed in view.screens_of(shown.entity, "print"):
            if fulfilled(printed.where, shown.entity, record.values):
                target = view.address(printed, record.id)
                link(say("paper.open", title=printed.title), target, "kit-edit")
            else:
                when = spoken_condition(shown.entity, printed.where)
                words(say("paper.when", title=printed.title, when=when), "span", "kit-help")
        if listing:
            link(say("detail.back", title=listing.title), view.address(listing))


def _say_missing(shown: Detail) -> None:
    listing = shown.view.screen_of(shown.entity, "list")
    asked = shown.view.record_id is not None
    notice(say("detail.gone" if asked else "detail.choose"), "warning" if asked else "info")
    if listing:
        link(say("detail.back", title=listing.title), shown.view.address(listing))
