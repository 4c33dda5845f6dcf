"""The fields on a form: what is typed into them, what it means, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from ..controls.field_part import FieldPart
from ..model.entity import Entity, fulfilled, is_required, problems
from ..model.field import Field, Invalid
from ..model.phases import Standing
from ..page.memory import Key
from ..page.screen import View
from ..texts import say

_CHECKED = Key[frozenset[str]]("form.checked")
"""The fields that were looked at, by the keys that they had at first."""

Wrong = Mapping[str, str]
"""What is wrong, by the key of the field."""


class FormFields:
    """The fields that a form asks of ``record``; ``parts`` holds them by key and in their order."""

    def __init__(self, view: View, entity: type[Entity], record: Entity) -> None:
        self.entity = entity
        self.parts: dict[str, FieldPart] = {}
        self._view = view
        self._record = record

    def add(
        self,
        field: Field[Any],
        *,
        title: str,
        typed: Any,
        standing: Standing,
        on_change: Callable[[], object],
    ) -> None:
        """Put a field on the page that holds what was ``typed``."""
        self.parts[field.key] = FieldPart(
            field,
            self._view.store,
            title=title,
            typed=typed,
            required=field.required,
            standing=standing,
            on_change=lambda _: on_change(),
            on_leave=self._check,
        )

    @property
    def titles(self) -> dict[str, str]:
        """How the fields are called, by key."""
        return {key: part.title for key, part in self.parts.items()}

    @property
    def typed(self) -> dict[str, Any]:
        """What the controls hold, by key."""
        return {key: part.typed for key, part in self.parts.items() if not part.field.computed}

    @property
    def shown(self) -> list[str]:
        """The keys of the fields that are on the page."""
        return [key for key, part in self.parts.items() if part.shown]

    def touched(self, typed: Mapping[str, Any]) -> bool:
        """Tell whether what is ``typed`` differs from what the record holds."""
        values, fields = self._record.values, self.entity.fields
        return any(
            (held or None) != (fields[key].typed(values.get(key)) or None)
            for key, held in typed.items()
        )

    def follow(self) -> None:
        """Show, require and work out what hangs on the other fields."""
        values, _ = self._values()
        for part in self.parts.values():
            part.show(fulfilled(part.field.show_when, self.entity, values))
            part.require(is_required(part.field, self.entity, values))
            if part.field.computed:
                text = part.field.show(part.field.value(values))
                part.show_text(text or say("form.comes_by_itself"))

    def typed_record(self, version: int = 0) -> Entity:
        """Return the record as it is typed."""
        return self.entity(self._to_save(), id=self._record.id, version=version)

    def wrong(self) -> Wrong:
        """Return what is wrong with the fields that are on the page, by key."""
        values, unread = self._values()
        shown = self.shown
        found = problems(self.entity, values, shown) | unread
        found |= {key: problem for key in shown if (problem := self.parts[key].control.unfinished)}
        return {key: found[key] for key in shown if key in found}

    def mark(self, wrong: Wrong, among: Collection[str] | None = None) -> None:
        """Say at each field what is wrong with it; ``among`` are those looked at, else all."""
        for key, part in self.parts.items():
            if among is None or key in among:
                self._mark(part, wrong.get(key, ""))

    def mark_again(self) -> Wrong:
        """Say on a page that is built anew what is still wrong with the fields looked at before.

        Returns what is wrong with all fields, nothing when none was looked at.
        """
        checked = self._view.memory.get(_CHECKED) or frozenset()
        wrong = self.wrong() if checked else {}
        for key, part in self.parts.items():
            if part.field.first_key in checked:
                part.say_wrong(wrong.get(key, ""))
        return wrong

    def first_of(self, keys: Collection[str]) -> FieldPart | None:
        """Return the first field that is among ``keys``."""
        return next((part for key, part in self.parts.items() if key in keys), None)

    def _to_save(self) -> dict[str, Any]:
        """Return the record's values; a field that is not shown holds nothing."""
        values, _ = self._values()
        hidden = [key for key, part in self.parts.items() if not part.shown]
        return values | dict.fromkeys(hidden)

    def _check(self, part: FieldPart) -> None:
        self._mark(part, self.wrong().get(part.field.key, ""))

    def _mark(self, part: FieldPart, message: str) -> None:
        """Say what is wrong with a field, and remember that it was looked at."""
        checked = self._view.memory.get(_CHECKED) or frozenset()
        self._view.memory[_CHECKED] = checked | {part.field.first_key}
        part.say_wrong(message)

    def _values(self) -> tuple[dict[str, Any], dict[str, str]]:
        """Return what is typed as values, and what can't be read as such."""
        values, unread = dict(self._record.values), dict[str, str]()
        for key, part in self.parts.items():
            if part.field.computed:
                continue
            try:
                values[key] = part.field.parse(part.typed)
            except Invalid as invalid:
                values[key], unread[key] = None, str(invalid)
        return values, unread
