"""A filter above a list: the values of a field to choose from, or a line to type in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from nicegui import ui

from .entity import Entity, StateField
from .field import Condition, Field
from .keys import keyed
from .screen import View
from .texts import say
from .widgets import choices, words


class Filter:
    """A field by which a list is narrowed; ``chosen`` is empty when it isn't."""

    def __init__(self, field: Field[Any], title: str, chosen: str) -> None:
        self.field = field
        self.title = title
        self.chosen = chosen

    @staticmethod
    def name_in_address(field: Field[Any]) -> str:
        """Return the name behind the ``?`` of an address."""
        return f"f.{field.key}"

    @property
    def name(self) -> str:
        """The name behind the ``?`` of an address."""
        return self.name_in_address(self.field)

    def condition(self, where: Condition) -> Condition:
        """Return what the chosen value asks of a record, nothing when none is chosen.

        A list that is limited by the same field already stays within its limit.
        """
        with suppress(ValueError):
            if self.chosen:
                self.field.read(self.chosen)
                allowed = where.get(self.field.key)
                within = allowed is None or self.chosen in allowed
                return {self.field.key: [self.chosen] if within else []}
        return {}

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
                choices(every | options, self.chosen, choose, html_id=html_id)


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
