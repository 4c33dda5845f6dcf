"""The draft of a form: what was typed in a browser and is not saved yet.

It outlives a reload, another role and a restarted server. What was typed into a field that is gone
from the form since, or that can't hold it any more, is kept as well, with the field's title, and
handed back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model.entity import Entity
from ..model.field import Field
from ..page.screen import View

_VERSION, _TITLES, _LOST = "_version", "_titles", "_lost"
_MEMORY = "draft"


class Draft:
    """What one browser typed into one form; ``version`` is that of the record it began with.

    A page that is built anew goes on with what was typed in it, whatever the database holds.
    """

    def __init__(self, view: View, entity: type[Entity]) -> None:
        self._store = view.store
        self._memory = view.memory
        self._visitor = view.visitor.id
        self._place, *former = [
            f"{key}/{view.record_id or ''}" for key in (view.screen.key, *view.screen.was)
        ]
        self._former = former
        kept = dict(self._memory.get(_MEMORY) or self._kept())
        self.version: int | None = kept.pop(_VERSION, None)
        self._titles: dict[str, str] = kept.pop(_TITLES, {})
        self.lost: dict[str, str] = kept.pop(_LOST, {})
        self.typed: Mapping[str, Any] = _renamed(kept, entity)

    def __bool__(self) -> bool:
        """Tell whether anything was typed."""
        return bool(self.typed)

    def typed_into(self, field: Field[Any], otherwise: Any) -> Any:
        """Return what was typed into ``field``; what it can't hold any more is handed back."""
        if field.key not in self.typed:
            return otherwise
        typed = self.typed[field.key]
        if _can_hold(field, typed):
            return typed
        self._lose(field.key)
        return otherwise

    def missing(self, keys: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield title and text of what was typed into fields that are not among ``keys``."""
        for key in self.typed:
            if key not in keys:
                self._lose(key)
        yield from self.lost.items()

    def keep(self, typed: Mapping[str, Any], titles: Mapping[str, str], version: int) -> None:
        """Keep what is typed."""
        kept = {**typed, _VERSION: version, _TITLES: dict(titles), _LOST: dict(self.lost)}
        self._memory[_MEMORY] = kept
        self._store.keep_draft(self._visitor, self._place, kept)
        self.typed = typed

    def drop(self) -> None:
        """Forget it: it is saved, or nobody wants it."""
        self._memory.pop(_MEMORY, None)
        for place in (self._place, *self._former):
            self._store.drop_draft(self._visitor, place)
        self.typed, self.lost = {}, {}

    def _kept(self) -> Mapping[str, Any]:
        """Return what the database holds, also under a former key of the screen."""
        for place in (self._place, *self._former):
            if kept := self._store.draft(self._visitor, place):
                return kept
        return {}

    def _lose(self, key: str) -> None:
        text = self.typed[key]
        if isinstance(text, str) and text.strip():
            self.lost[self._titles.get(key, key)] = text


def _renamed(typed: Mapping[str, Any], entity: type[Entity]) -> Mapping[str, Any]:
    """Return what was typed under the keys that the fields have now."""
    now = {former: field.key for field in entity.fields.values() for former in field.was}
    return {now.get(key, key): text for key, text in typed.items()}


def _can_hold(field: Field[Any], typed: object) -> bool:
    """Tell whether the control of ``field`` shows ``typed``: the field may have had another type."""
    empty = field.typed(None)
    if isinstance(empty, bool | list) or isinstance(typed, bool | list):
        return type(typed) is type(empty)
    words = getattr(field, "choices", ())
    return not words or not typed or typed in words
