"""The board: records as cards in columns, moved along the allowed transitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from nicegui import ui
from nicegui.events import GenericEventArguments

from ..model.entity import Entity, StateField, Transition
from ..model.field import Condition, Field
from ..page.conflicts import conflict_message
from ..page.dialogs import chosen
from ..page.frame import renew
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import heading, link, words
from ..page.writing import is_writing, written
from ..store import Conflict, NotValid, Query, Shown, StoreError, patiently
from ..texts import say
from .filters import Filter, filter_options
from .lines import Lines
from .transitions import offered, take

MOST_CARDS = 30
"""Cards in one column; the list shows the rest."""

Way = tuple[str, str, Transition | None]
"""How a card may be moved: title, target column, and the transition where columns are states."""

_current: ContextVar[Board] = ContextVar("board")


@contextmanager
def board(
    view: View,
    entity: type[Entity],
    *,
    by: Field[Any],
    sort: str = "",
    where: Condition | None = None,
) -> Iterator[None]:
    """Show the records as cards with what is named inside: ``line(Report.kind)`` and so on.

    ``by`` is the state, or a field with given words: there is a column for each.
    """
    being_built = Board(view, entity, by, sort, where or {})
    token = _current.set(being_built)
    try:
        yield
    finally:
        _current.reset(token)
    being_built.build()


def line(field: Field[Any], *, title: str = "", feature: str = "") -> None:
    """Show ``field`` on every card."""
    _current.get().lines.add(field, title or field.title, feature or field.feature)


class Board:
    """A board on a page."""

    def __init__(
        self, view: View, entity: type[Entity], by: Field[Any], sort: str, where: Condition
    ) -> None:
        self.view = view
        self.entity = entity
        self.by = by
        self._sort = sort
        self._where = where
        self.lines = Lines(view)
        self._cards: dict[int, Entity] = {}
        self._columns = filter_options(view, entity, by) or {}

    def build(self) -> None:
        """Put the columns on the page."""
        # Who has no mouse must get at columns beyond the window, also when no card has a link.
        with ui.element("div").classes("kit-board").props("tabindex=0"):
            for key, title in self._columns.items():
                with keyed("column", key):
                    self._column(key, title)

    def _column(self, key: str, title: str) -> None:
        allowed = self._where.get(self.by.key)
        where = {**self._where, self.by.key: [key]}
        if allowed is not None and key not in allowed:
            return
        query = Query(where=where, sort=self._sort, limit=MOST_CARDS)
        found = self.view.store.find(self.entity, query)
        with ui.element("section").classes("kit-column") as column:
            column.props["aria-label"] = title
            column.on("dragover", js_handler="(event) => event.preventDefault()")
            column.on(
                "drop",
                lambda event: self._drop(event, key),
                js_handler="(event) => { event.preventDefault();"
                " emit(event.dataTransfer.getData('text/plain')) }",
            )
            with ui.element("div").classes("kit-column-head"):
                heading(title, 2)
                words(say("board.count", total=f"{found.total:,}"), "span", "kit-count")
            for record, texts in zip(
                found.records, self.view.store.shown(self.entity, found.records), strict=True
            ):
                self._card(record, texts)
            self._link_to_rest(key, found.total - len(found.records))

    def _card(self, record: Entity, texts: Shown) -> None:
        assert record.id is not None
        self._cards[record.id] = record
        detail = self.view.screen_of(self.entity, "detail")
        with keyed("card", str(record.id)), ui.element("article").classes("kit-card") as card:
            card.props("draggable=true")
            card.on(
                "dragstart",
                js_handler=f"(event) => event.dataTransfer.setData('text/plain', '{record.id}')",
            )
            if detail:
                link(texts.label, self.view.address(detail, record.id), "kit-card-title")
            else:
                words(texts.label, "strong", "kit-card-title")
            self.lines.build(texts)
            self._moves(record, texts.label)

    def _moves(self, record: Entity, label: str) -> None:
        """Offer the same moves without dragging: by touch, by keyboard, by screen reader."""
        moves = self._possible(record)
        if not moves:
            return
        with ui.button(say("board.move"), color=None).props("no-caps unelevated") as opener:
            opener.classes("kit-button kit-outline kit-move")
            opener.props["aria-label"] = say("board.move_card", label=label)
            with ui.menu():
                for title, target, transition in moves:
                    ui.menu_item(title, partial(self._move, record, target, transition))

    def _possible(self, record: Entity) -> list[Way]:
        """Return what can be done with a card."""
        if isinstance(self.by, StateField):
            return [
                (transition.title, transition.to, transition)
                for transition, _ in offered(self.view, record)
            ]
        if self.view.form_of(self.entity) is None:
            return []
        here = record.values.get(self.by.key)
        return [(title, key, None) for key, title in self._columns.items() if key != here]

    async def _drop(self, event: GenericEventArguments, target: str) -> None:
        """Move the card that was dropped on a column, if there is an allowed way."""
        dropped = str(event.args)
        record = self._cards.get(int(dropped)) if dropped.isascii() and dropped.isdigit() else None
        if record is None or str(record.values.get(self.by.key)) == target:
            return
        ways = [move for move in self._possible(record) if move[1] == target]
        if not ways:
            source = self._columns.get(str(record.values.get(self.by.key)), "")
            message = say("detail.not_allowed", source=source, target=self._columns[target])
            ui.notify(message, type="warning", multi_line=True)
            return
        way = ways[0] if len(ways) == 1 else await self._choose_way(ways)
        if way:
            await self._move(record, *way[1:])

    async def _choose_way(self, ways: Sequence[Way]) -> Way | None:
        """Ask what is meant when several ways lead to the same column."""
        question = say("board.which_way", target=self._columns[ways[0][1]])
        answers = {str(place): title for place, (title, _, _) in enumerate(ways)}
        answer = await chosen(question, answers)
        return ways[int(answer)] if answer else None

    async def _move(self, record: Entity, target: str, transition: Transition | None) -> None:
        if transition:
            await take(self.view, record, transition)
            return
        if is_writing(self.view):
            return
        changed = self.entity(
            {**record.values, self.by.key: target}, id=record.id, version=record.version
        )
        who = self.view.visitor.name
        save = partial(self.view.store.save, changed, who=who, asked=[self.by.key])
        try:
            await written(self.view, save)
        except NotValid as error:
            ui.notify("\n".join(error.problems.values()), type="negative", multi_line=True)
        except Conflict as conflict:
            message = await patiently(conflict_message, self.view, record, conflict)
            self.view.visitor.say_next(message)
            await renew(self.view)
        except StoreError as error:
            ui.notify(str(error), type="negative", multi_line=True)
        else:
            await renew(self.view)

    def _link_to_rest(self, key: str, count: int) -> None:
        listing = self.view.screen_of(self.entity, "list")
        if count > 0 and listing:
            target = self.view.address(listing, query={Filter.name_in_address(self.by): key})
            link(say("board.rest", count=f"{count:,}"), target)
