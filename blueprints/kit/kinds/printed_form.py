"""The print screen: one record as a form on A4, as an office hands it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date as Day  # noqa: N812
from typing import Any

from nicegui import ui

from ..model.entity import Entity, fulfilled
from ..model.era import in_era
from ..model.field import Field
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import link, notice, words
from ..store.clock import now
from ..store.shown import filled
from ..texts import say
from .prose import prose

_current: ContextVar[Paper] = ContextVar("paper")


@contextmanager
def paper(
    view: View,
    entity: type[Entity],
    *,
    form_number: str = "",
    date: Field[Any] | None = None,
    recipient: str = "",
    sender: str = "",
    text: Sequence[str] = (),
    seals: Sequence[str] = (),
) -> Iterator[None]:
    """Show the record in the address as a form with a table of what is named inside: ``row(…)``.

    ``recipient``, ``sender`` and the lines of ``text`` (Markdown) may hold ``{field}``. ``date`` is
    the field with the day of the paper, else that is today; ``seals`` are the boxes to stamp in.
    Only records that fulfil what the screen asks for (its ``where``) can be printed.
    """
    shown = Paper(view, entity)
    token = _current.set(shown)
    try:
        if shown.record is None or not fulfilled(view.screen.where, entity, shown.record.values):
            shown.say_missing()
            shown.record = None
            yield
            return
        shown.build_tools()
        with keyed("paper"), ui.element("article").classes("kit-paper"):
            shown.build_head(form_number, shown.day(date), recipient, sender)
            words(view.screen.title, "h2", "kit-paper-title")
            if text:
                prose(view, "\n".join(text), shown.filled, under=2)
            yield
            shown.build_seals(seals)
    finally:
        _current.reset(token)


def row(field: Field[Any], *, title: str = "", feature: str = "") -> None:
    """Show ``field`` in the table, unless it does not apply or is not in the chosen phase."""
    _current.get().build_row(field, title or field.title, feature or field.feature)


class Paper:
    """A form on a page; ``record`` is None when there is nothing to print."""

    def __init__(self, view: View, entity: type[Entity]) -> None:
        self.view = view
        self.entity = entity
        asked = view.record_id
        self.record: Entity | None = view.store.get(entity, asked) if asked is not None else None
        self._texts: Mapping[str, str] = self._read() if self.record else {}
        self._rows: ui.element | None = None

    def _read(self) -> dict[str, str]:
        """Return the texts of the record, its days in the Japanese calendar."""
        assert self.record
        values = self.record.values
        days = {key: value for key, value in values.items() if type(value) is Day}
        texts = self.view.store.shown(self.entity, [self.record])[0]
        return {**texts, **{key: in_era(day) for key, day in days.items()}}

    def filled(self, template: str) -> str:
        """Return ``template`` with the record's texts in it."""
        return filled(template, self._texts)

    def day(self, field: Field[Any] | None) -> str:
        """Return the day of the paper: the value of ``field``, or today without a field."""
        return self._texts.get(field.key, "") if field else in_era(now().date())

    def build_tools(self) -> None:
        """Put on the screen, but not on the paper, how to print and how to go back."""
        detail = self.view.screen_of(self.entity, "detail")
        assert self.record
        with keyed("tools"), ui.element("div").classes("kit-actions"):
            press = ui.button(say("paper.print"), color=None).props("no-caps unelevated")
            press.classes("kit-button kit-solid").on("click", js_handler="() => window.print()")
            if detail:
                target = self.view.address(detail, self.record.id)
                link(say("paper.back", title=detail.title), target)
        with keyed("hint"):
            words(say("paper.hint"), "p", "kit-help")

    def build_head(self, form_number: str, day: str, recipient: str, sender: str) -> None:
        """Put number, day, recipient and sender where papers have them."""
        organizations = self.view.project.organizations
        by_whom = sender or (organizations[0] if len(organizations) == 1 else "")
        parts = {
            "number": form_number,
            "day": day,
            "recipient": self.filled(recipient),
            "sender": self.filled(by_whom),
        }
        for part, text in parts.items():
            if text:
                with keyed(part):
                    words(text, "p", f"kit-text kit-paper-{part}")

    def build_row(self, field: Field[Any], title: str, feature: str) -> None:
        """Add a row to the table; what is empty leaves room to write in."""
        standing = self.view.standing(feature)
        if self.record is None or not standing.shown:
            return
        if not fulfilled(field.show_when, self.entity, self.record.values):
            return
        if self._rows is None:
            with keyed("table"), ui.element("table").classes("kit-ruled"):
                self._rows = ui.element("tbody")
        with self._rows, keyed("row", field.key), ui.element("tr") as whole:
            whole.props["data-part"] = field.part
            words(title, "th").props("scope=row")
            words(self._texts.get(field.key, ""), "td", "kit-text")

    def build_seals(self, seals: Sequence[str]) -> None:
        """Put the boxes to stamp in at the end."""
        if not seals:
            return
        with keyed("seals"), ui.element("ul").classes("kit-seals"):
            for title in seals:
                with ui.element("li"):
                    words(title, "span", "kit-seal-title")
                    ui.element("div").classes("kit-seal")

    def say_missing(self) -> None:
        """Say that there is nothing to print, and the way to the list."""
        asked = self.view.record_id is not None
        key = "paper.not_now" if self.record else "detail.gone" if asked else "detail.choose"
        notice(say(key), "warning" if asked else "info")
        listing = self.view.screen_of(self.entity, "list")
        if listing:
            link(say("detail.back", title=listing.title), self.view.address(listing))
