"""What somebody typed into the workshop and has not recorded yet, kept for each browser.

A sheet that is closed by mistake, a reload and a restarted server give it back.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

_DRAFTS, _NAME = "workshop_drafts", "workshop_name"
_MOST = 40
"""Drafts that one browser keeps; the oldest goes first."""


class Drafts:
    """The drafts of one browser; ``kept`` is what the server keeps for it."""

    def __init__(self, kept: MutableMapping[str, Any]) -> None:
        self._kept = kept

    def of(self, place: str) -> dict[str, str]:
        """Return what was typed at ``place``: the name of each field with its text."""
        return dict(self._kept.get(_DRAFTS, {}).get(place, {}))

    def keep(self, place: str, name: str, typed: str) -> None:
        """Keep what is ``typed`` into the field ``name`` at ``place``; an empty text is none."""
        others = {key: value for key, value in self.of(place).items() if key != name}
        self._set(place, others | ({name: typed} if typed.strip() else {}))

    def drop(self, place: str) -> None:
        """Forget what was typed at ``place``: it is recorded."""
        self._set(place, {})

    @property
    def name(self) -> str:
        """Who recorded something in this browser last."""
        return str(self._kept.get(_NAME, ""))

    @name.setter
    def name(self, name: str) -> None:
        self._kept[_NAME] = name

    def _set(self, place: str, draft: dict[str, str]) -> None:
        drafts = {key: dict(texts) for key, texts in self._kept.get(_DRAFTS, {}).items()}
        drafts.pop(place, None)
        if draft:
            drafts[place] = draft
        self._kept[_DRAFTS] = dict(list(drafts.items())[-_MOST:])
