"""The draft of a form: what was typed in a browser and is not saved yet.

It outlives a reload, another role and a restarted server. What was typed into a field that is gone
from the form since is kept as well, with the field's title, and handed back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .screen import View

_VERSION, _TITLES, _LOST = "_version", "_titles", "_lost"


class Draft:
    """What one browser typed into one form; ``version`` is that of the record it began with."""

    def __init__(self, view: View, place: str) -> None:
        self._store = view.store
        self._visitor = view.visitor.id
        self._place = place
        kept = dict(self._store.draft(self._visitor, place) or {})
        self.version: int | None = kept.pop(_VERSION, None)
        self._titles: dict[str, str] = kept.pop(_TITLES, {})
        self.lost: dict[str, str] = kept.pop(_LOST, {})
        self.typed: Mapping[str, Any] = kept

    def __bool__(self) -> bool:
        """Tell whether anything was typed."""
        return bool(self.typed)

    def missing(self, keys: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield title and text of what was typed into fields that are not among ``keys``."""
        for key, text in self.typed.items():
            if key not in keys and isinstance(text, str) and text.strip():
                self.lost[self._titles.get(key, key)] = text
        yield from self.lost.items()

    def keep(self, typed: Mapping[str, Any], titles: Mapping[str, str], version: int) -> None:
        """Keep what is typed. Raises Unavailable when the database can't."""
        extra = {_VERSION: version, _TITLES: titles, _LOST: self.lost}
        self._store.keep_draft(self._visitor, self._place, {**typed, **extra})
        self.typed = typed

    def drop(self) -> None:
        """Forget it: it is saved, or nobody wants it. Raises Unavailable when the database can't."""
        self._store.drop_draft(self._visitor, self._place)
        self.typed, self.lost = {}, {}
