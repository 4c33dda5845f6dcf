"""The draft of a form: what was typed in a browser and is not saved yet.

It outlives a reload, another role and a restarted server. What was typed into a field that is gone
from the form since, or that can't hold it any more, is kept as well, with the field's title, and
handed back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.entity import Entity
from ..model.field import Field
from ..page.memory import Key
from ..page.screen import View

_VERSION, _TITLES, _LOST = "_version", "_titles", "_lost"


@dataclass(frozen=True)
class _Kept:
    """What is kept: ``typed`` by the keys of fields, ``titles`` of these, ``lost`` by titles."""

    typed: Mapping[str, Any]
    version: int | None
    titles: Mapping[str, str]
    lost: Mapping[str, str]

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> _Kept:
        """Return what the store holds of a draft."""
        beside = (_VERSION, _TITLES, _LOST)
        typed = {key: text for key, text in stored.items() if key not in beside}
        version, titles = stored.get(_VERSION), stored.get(_TITLES, {})
        return cls(typed, version, titles, stored.get(_LOST, {}))

    def stored(self) -> dict[str, Any]:
        """Return it as the store holds it."""
        beside = {_VERSION: self.version, _TITLES: self.titles, _LOST: self.lost}
        return {**self.typed, **beside}


_KEPT = Key[_Kept]("form.draft")


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
        kept = self._memory.get(_KEPT) or _Kept.read(self._stored())
        self.version = kept.version
        self._titles = kept.titles
        self.lost = dict(kept.lost)
        self.typed = _renamed(kept.typed, entity)

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
        kept = _Kept(typed, version, dict(titles), dict(self.lost))
        self._memory[_KEPT] = kept
        self._store.keep_draft(self._visitor, self._place, kept.stored())
        self.typed = typed

    def drop(self) -> None:
        """Forget it: it is saved, or nobody wants it."""
        self._memory.discard(_KEPT)
        for place in (self._place, *self._former):
            self._store.drop_draft(self._visitor, place)
        self.typed, self.lost = {}, {}

    def _stored(self) -> Mapping[str, Any]:
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
