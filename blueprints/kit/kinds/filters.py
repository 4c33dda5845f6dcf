"""A filter above a list: the values of a field to choose from, or a line to type in.

An address may ask for several values at once, for records without a value, and for a field that the
list has no filter for: other screens lead to exactly the records that they speak of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from nicegui import ui

from ..model.entity import Entity, StateField
from ..model.field import Condition, Field
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import choices, words
from ..texts import say

_PREFIX = "f."
_SEVERAL = "\x1f"
"""Stands before each of several values in an address: the separator that ASCII has for this."""


def written(texts: Sequence[str]) -> str:
    """Return the texts of a condition as one text for an address."""
    if len(texts) == 1 and texts[0]:
        return texts[0]
    return "".join(f"{_SEVERAL}{text}" for text in texts)


def asked_for(text: str) -> list[str]:
    """Return the texts that an address asks for: the opposite of :func:`written`."""
    return text.split(_SEVERAL)[1:] if text.startswith(_SEVERAL) else [text]


class Filter:
    """A field by which a list is narrowed; ``chosen`` is empty when it isn't.

    ``limit`` holds the values to which the list is limited anyway, empty means all.
    """

    def __init__(
        self, field: Field[Any], title: str, chosen: str, limit: Sequence[str] = ()
    ) -> None:
        self.field = field
        self.title = title
        self.chosen = chosen
        self._limit = limit

    @staticmethod
    def name_in_address(field: Field[Any]) -> str:
        """Return the name behind the ``?`` of an address."""
        return f"{_PREFIX}{field.key}"

    @property
    def name(self) -> str:
        """The name behind the ``?`` of an address."""
        return self.name_in_address(self.field)

    def condition(self) -> Condition:
        """Return what the chosen value asks of a record, nothing when none is chosen.

        What is beyond the limit of the list (from an old address) asks for nothing either.
        """
        texts = asked_for(self.chosen) if self.chosen else []
        with suppress(ValueError):
            if texts and all(map(self._within, texts)):
                for text in filter(None, texts):
                    self.field.read(text)
                return {self.field.key: texts}
        return {}

    def _within(self, text: str) -> bool:
        return not self._limit or text in self._limit

    def _several(self, options: Mapping[str, str]) -> str:
        """Return how a choice reads that is none of the usual ones."""
        texts = (options.get(text, text) for text in asked_for(self.chosen))
        return say("frame.comma").join(text or say("detail.empty") for text in texts)

    def build(self, view: View, entity: type[Entity], on_change: Callable[[], None]) -> None:
        """Put label and control on the page."""

        def choose(chosen: str | None) -> None:
            self.chosen = chosen or ""
            on_change()

        with keyed("filter", self.field.key) as html_id, ui.element("div").classes("kit-tool"):
            words(self.title, "label", "kit-label").props["for"] = html_id
            options = filter_options(view, entity, self.field)
            if options is None:
                line = ui.input(value=self.chosen, on_change=lambda event: choose(event.value))
                line.props("outlined dense tag=div debounce=300").classes("kit-input")
                line.props["for"] = html_id
                line.props["placeholder"] = self.field.example
            else:
                every = {"": say("records.every")}
                within = {key: text for key, text in options.items() if self._within(key)}
                if self.chosen not in {"", *within} and self.condition():
                    within[self.chosen] = self._several(options)
                choices(every | within, self.chosen, choose, html_id=html_id)


class Filters:
    """The filters above a list, a calendar or a map, whose records are limited by ``where`` anyway."""

    def __init__(self, view: View, entity: type[Entity], where: Condition) -> None:
        self._view = view
        self._entity = entity
        self._where = where
        self._filters: list[Filter] = []

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._filters)

    def add(self, field: Field[Any], title: str, feature: str) -> None:
        """Add a filter, unless its feature is not in the chosen phase."""
        if self._view.standing(feature).shown:
            chosen = self._view.query.get(Filter.name_in_address(field), "")
            self._filters.append(Filter(field, title, chosen, self._where.get(field.key, ())))

    def add_asked(self) -> None:
        """Add a filter for every other field by which the address narrows the records."""
        known = {item.name for item in self._filters}
        for field in (self._entity.state, *self._entity.fields.values()):
            name = Filter.name_in_address(field)
            if self._view.query.get(name) and name not in known:
                self.add(field, field.title, field.feature)

    def build(self, on_change: Callable[[], None]) -> None:
        """Put them on the page."""
        for item in self._filters:
            item.build(self._view, self._entity, on_change)

    def condition(self) -> Condition:
        """Return what all of it asks of a record."""
        where = dict(self._where)
        for item in self._filters:
            where |= item.condition()
        return where

    def asked(self) -> dict[str, str]:
        """Return what the address says of the values that are chosen."""
        return {item.name: item.chosen for item in self._filters if item.chosen}


def address_query(where: Condition) -> dict[str, str]:
    """Return what an address says behind its ``?`` to narrow a list to what fulfils ``where``."""
    return {f"{_PREFIX}{key}": written(texts) for key, texts in where.items()}


def filter_options(view: View, entity: type[Entity], field: Field[Any]) -> dict[str, str] | None:
    """Return the values of ``field`` to choose from: text of a condition → text to read.

    None when there are too many to choose from.
    """
    if isinstance(field, StateField):
        return {key: state.title or key for key, state in entity.flow.states.items()}
    if words_given := getattr(field, "choices", ()):
        return {word: word for word in words_given}
    if other := getattr(field, "entity", ""):
        return {str(key): label for key, label in view.store.options(other, limit=200)}
    if field.filterable:
        return {field.show(value): field.show(value) for value in (True, False)}
    return None
