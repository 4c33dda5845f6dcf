"""The prototype as it is now: loaded from its files, and how to come to the next one and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.messages import speak

from .code import PACKAGE, Code
from .wrong import Wrong

Equip = Callable[[], None]
"""Called after the kit was loaded: whoever adds something to it does so again."""


@dataclass(frozen=True)
class _Before:
    """What there was before a change: its modules, its pages, its records.

    ``tried`` are the files that were loaded in their place: those ``saved`` just now, and those
    that did not load before.
    """

    modules: Mapping[str, ModuleType]
    pages: Any
    store: Any
    tried: frozenset[Path]
    saved: frozenset[Path]


class Current:
    """The prototype in use: ``pages`` answers for its addresses, ``store`` holds its records.

    What does not load is noted in ``wrong`` and changes nothing; it is tried again with every
    later change until it does. ``waits`` tells that it may load by itself, as a database was busy.
    """

    def __init__(self, code: Code, database_url: str, wrong: Wrong, equip: Equip) -> None:
        self._code = code
        self._database_url = database_url
        self._wrong = wrong
        self._equip = equip
        self._before: _Before | None = None
        self._failed: frozenset[Path] = frozenset()
        self.waits = False
        self.store: Any = None
        self.pages: Any = None
        self.pages = self._open({})

    def load(self, paths: Sequence[Path]) -> None:
        """Load the modules that were saved, or leave everything as it is."""
        saved = frozenset(paths)
        self.waits = False
        self._wrong.clear()
        self._try(self._failed | saved, saved)

    def go_back(self, error: Exception) -> bool:
        """Use what there was before the last change, which ``error`` came of; False if nothing."""
        if self._before is None:
            return False
        before, self._before = self._before, None
        prototype = before.pages.prototype
        before.store.use(prototype.entities, prototype.project)
        self._return_to(before, error)
        return True

    def _try(self, tried: frozenset[Path], saved: frozenset[Path]) -> None:
        before = _Before(self._code.take_out(tried), self.pages, self.store, tried, saved)
        try:
            self.pages = self._open(before.modules)
        except Exception as error:
            # By name, as the class is that of the kit in use or of the one that was just loaded.
            self.waits = type(error).__name__ == "Unavailable"
            self._return_to(before, error)
        else:
            self._before, self._failed = before, self._failed - tried

    def _return_to(self, before: _Before, error: Exception) -> None:
        """Use what there was, then at least what was saved just now, if that was not all."""
        self._code.put_back(before.modules)
        self.pages, self.store = before.pages, before.store
        self._failed |= before.tried
        self._wrong.note(before.tried, error)
        if before.saved != before.tried and before.saved:
            self._try(before.saved, before.saved)

    def _open(self, replaced: Mapping[str, ModuleType]) -> Any:
        """Open the prototype with the modules on disk in place of those that are ``replaced``."""
        kit = self._code.kit
        last = self.pages.prototype if self.pages is not None else None

        def instead(name: str, error: Exception) -> Any:
            """Keep the last good module of a screen that does not load."""
            self._wrong.note(name, error)
            return last.at(name) if last else None

        pages, store = kit("server").Pages, kit("store").Store
        self._equip()
        anew = self.store is None or kit("store").__name__ in replaced
        open_store = self._opener(store) if anew else self._go_on
        prototype = kit("prototype").Prototype(PACKAGE, open_store, instead)
        speak(prototype.project.language)  # what stands round it is in the same language
        return pages(prototype)

    def _go_on(self, entities: Any, project: Any) -> Any:
        """Go on with the open store and a changed model."""
        self.store.use(entities, project)
        return self.store

    def _opener(self, store: Any) -> Callable[[Any, Any], Any]:
        def open_anew(entities: Any, project: Any) -> Any:
            self.store, old = store.open(self._database_url, entities, project), self.store
            if old is not None:
                old.close()  # an event that still uses it connects again
            return self.store

        return open_anew
