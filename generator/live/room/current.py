"""The prototype in use: loads the next one from its files, and goes back when that fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from generator.live import kit
from generator.messages import speak

from .code import PACKAGE, Code
from .problems import Problems

if TYPE_CHECKING:
    from blueprints.kit.model.entity import Entity
    from blueprints.kit.model.project import Project
    from blueprints.kit.page.screen import Host
    from blueprints.kit.server.pages import Pages
    from blueprints.kit.server.prototype import Opened, Prototype
    from blueprints.kit.store import Store


@dataclass(frozen=True)
class _Before:
    """What there was before a change: its modules, its pages, its records.

    ``tried`` are the files that were loaded in their place: those ``saved`` just now, and those
    that did not load before.
    """

    modules: Mapping[str, ModuleType]
    pages: Pages
    store: Store
    tried: frozenset[Path]
    saved: frozenset[Path]


class Current:
    """The prototype in use: ``pages`` answers for its addresses, ``store`` holds its records.

    What does not load is noted in ``problems`` and changes nothing; it is tried again with every
    later change until it does. ``waits`` tells that it may load by itself, as a database was busy.
    """

    def __init__(self, code: Code, database_url: str, problems: Problems, host: Host) -> None:
        self._code = code
        self._database_url = database_url
        self._problems = problems
        self._host = host
        self._before: _Before | None = None
        self._failed: frozenset[Path] = frozenset()
        self.waits = False
        self._store: Store | None = None
        self._pages: Pages | None = None
        self._pages = self._open({})

    @property
    def pages(self) -> Pages:
        """What answers for the addresses."""
        assert self._pages is not None
        return self._pages

    @property
    def prototype(self) -> Prototype:
        """The prototype itself."""
        return self.pages.prototype

    @property
    def store(self) -> Store:
        """The records."""
        assert self._store is not None
        return self._store

    def load(self, paths: Sequence[Path]) -> None:
        """Load the modules that were saved, or leave everything as it is."""
        saved = frozenset(paths)
        self.waits = False
        self._problems.clear()
        self._try(self._failed | saved, saved)

    def go_back(self, error: Exception) -> bool:
        """Return to the version before the last change, which caused ``error``; False if none."""
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
            self._pages = self._open(before.modules)
        except Exception as error:
            # By name, as the class is that of the kit in use or of the one that was just loaded.
            self.waits = type(error).__name__ == "Unavailable"
            self._return_to(before, error)
        else:
            self._before, self._failed = before, self._failed - tried

    def _return_to(self, before: _Before, error: Exception) -> None:
        """Use the version before, then try just the files saved now, if there were others too."""
        self._code.put_back(before.modules)
        self._pages, self._store = before.pages, before.store
        self._failed |= before.tried
        self._problems.note(before.tried, error)
        if before.saved != before.tried and before.saved:
            self._try(before.saved, before.saved)

    def _open(self, replaced: Mapping[str, ModuleType]) -> Pages:
        """Open the prototype with the modules on disk in place of those that are ``replaced``."""
        last = self._pages.prototype if self._pages is not None else None

        def instead(name: str, error: Exception) -> Opened | None:
            """Keep the last good module of a screen that does not load."""
            self._problems.note(name, error)
            return last.at(name) if last else None

        def go_on(entities: Sequence[type[Entity]], project: Project) -> Store:
            """Go on with the open store and a changed model."""
            self.store.use(entities, project)
            return self.store

        def open_anew(entities: Sequence[type[Entity]], project: Project) -> Store:
            before = self._store
            self._store = kit.store.Store.open(self._database_url, entities, project)
            if before is not None:
                before.close()  # an event that still uses it connects again
            return self._store

        anew = self._store is None or kit.store.__name__ in replaced
        prototype = kit.prototype.Prototype(PACKAGE, open_anew if anew else go_on, instead)
        speak(
            "en" if prototype.project.language == "en" else "ja"
        )  # what surrounds it is in the same language
        return kit.pages.Pages(prototype, self._host)
