"""The room: one prototype that everybody looks at, changed while they do."""

from __future__ import annotations

import asyncio
import json
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

from fastapi import Request
from nicegui import ui
from starlette.responses import Response

from generator.messages import text

from . import bar
from .code import PACKAGE, Code
from .door import Keys, Person
from .guests import Guest, Guests
from .patch import Patch, difference, keep_dialogs, scratch, send, settle, transplant

Build = Callable[[Any], None]

_FETCH_STYLES = """
for (const link of document.querySelectorAll('link[href^="/_kit/"]'))
  link.href = link.href.split("?")[0] + "?v=" + Date.now();
"""


@dataclass(frozen=True)
class Change:
    """What happened outside: files of the prototype that changed, and what is wrong with the spec.

    ``problem`` is a sentence with its place, empty when the spec is fine.
    """

    paths: Sequence[Path] = ()
    problem: str = ""


@dataclass
class _Building:
    """A page that is being built."""

    view: Any = None
    failed: bool = False


class Around(Protocol):
    """What another part of the server puts on every page, with the kit's view of it."""

    def in_header(self, view: Any) -> None:
        """Add to the header."""

    def at_end(self, view: Any) -> None:
        """Add to the end of the page."""


class Room:
    """Serves the prototype whose ``code`` it is given, and follows its changes.

    ``around`` stands on every page, and ``followers`` are called after every change. ``keys`` know
    who joined; ``tell`` gets the full text of what goes wrong, for the terminal.
    """

    def __init__(
        self, code: Code, database_url: str, keys: Keys, tell: Callable[[str], None]
    ) -> None:
        self._code = code
        self._tell = tell
        self._keys = keys
        self._database_url = database_url
        self.guests = Guests()
        self.around: list[Around] = []
        self.followers: list[Callable[[], None]] = []
        self._problem = ""
        self._wrong: dict[str, str] = {}
        self._following: asyncio.Task[None] | None = None
        self._now = _Building()
        self._good: dict[str, Build] = {}
        self._store: Any = None
        self.pages = self._open_pages({})

    @property
    def problem(self) -> str:
        """What is wrong now, in a sentence or two; empty when nothing is."""
        return "\n".join(filter(None, [self._problem, *self._wrong.values()]))

    def open(self, request: Request, address: str = "", record: str = "") -> Response | None:
        """Show a screen to whoever asks for it, and remember who does."""
        client = ui.context.client
        with self._building() as building:
            answer: Response | None = self.pages.open(request, address, record)
        settle(client)
        if building.view is not None:
            person = self._keys.person(request.cookies) or Person()
            building.view.visitor.kept["person"] = str(person)
            self.guests.welcome(Guest(client, building.view, person), self._catch_up)
        return answer

    def change(self, change: Change) -> None:
        """Follow a change: load what was saved, then show it to everybody."""
        self._problem = change.problem
        if change.paths:
            self._load(change.paths)
            self._dress(change.paths)
        self._show()
        for follow in self.followers:
            follow()

    @property
    def store(self) -> Any:
        """The records of the prototype as it is now."""
        return self.pages.prototype.store

    def _load(self, paths: Sequence[Path]) -> None:
        """Load the saved modules; when they can't be used, everything stays as it is."""
        before = self._code.take_out(paths)
        self._wrong.clear()
        try:
            self.pages = self._open_pages(before)
        except Exception as error:
            self._code.put_back(before)
            self._say_wrong("", error)

    def _open_pages(self, before: Mapping[str, ModuleType]) -> Any:
        """Open the prototype with the modules on disk; ``before`` are those that they replace."""
        kit = self._code.kit
        previous = self.pages.prototype if before else None

        def instead(name: str, error: Exception) -> Any:
            """Keep the last good module of a screen that does not load."""
            self._say_wrong(name, error)
            return previous.at(name) if previous else None

        prototype = kit("prototype").Prototype(PACKAGE, self._open_store(before), instead)
        frame = kit("frame")
        if not frame.layers:
            frame.layers.append(frame.Layer(self._in_header, self._at_end))
        frame.rescue = self._rescue
        return kit("server").Pages(prototype)

    def _open_store(self, before: Mapping[str, ModuleType]) -> Callable[[Any, Any], Any]:
        """Return how to come to the records: the open store goes on unless its code changed."""
        if self._store is not None and f"{PACKAGE}.kit.store" not in before:

            def go_on(entities: Any, project: Any) -> Any:
                self._store.use(entities, project)
                return self._store

            return go_on

        def open_anew(entities: Any, project: Any) -> Any:
            store = self._code.kit("store").Store
            self._store, old = store.open(self._database_url, entities, project), self._store
            if old is not None:
                old.close()
            return self._store

        return open_anew

    @contextmanager
    def _building(self) -> Iterator[_Building]:
        """Watch a page being built: whose view it is, and whether its screen failed."""
        self._now = building = _Building()
        yield building
        if building.view is None or building.failed:
            return
        prototype, screen = building.view.prototype, building.view.screen
        self._good[screen.key] = prototype.opened(screen).build
        self._wrong.pop(screen.key, None)

    def _in_header(self, view: Any) -> None:
        for layer in self.around:
            layer.in_header(view)

    def _at_end(self, view: Any) -> None:
        """Put the bar on the page and what stands around it, and note whose page it is."""
        self._now.view = view
        bar.show(self.problem)
        for layer in self.around:
            layer.at_end(view)

    def _rescue(self, view: Any, error: Exception) -> Build | None:
        """Say what is wrong with a screen that fails, and return how it was last shown."""
        self._now.failed = True
        if view.screen.key not in self._wrong:
            self._say_wrong(view.screen.key, error)
        return self._good.get(view.screen.key)

    def _say_wrong(self, key: str, error: Exception) -> None:
        self._wrong[key] = where_and_what(error, self._code.folder)
        self._tell("".join(traceback.format_exception(error)))

    def _dress(self, paths: Sequence[Path]) -> None:
        """Let every browser fetch the style sheets again when one changed."""
        if any(path.suffix == ".css" for path in paths):
            for guest in self.guests:
                guest.client.run_javascript(_FETCH_STYLES)

    def _show(self) -> None:
        """Show the change to everybody; what a page says is wrong may come up while it is built."""
        if self._following is not None:
            self._following.cancel()
        said = None
        while said != self.problem:
            said = self.problem
            for group in self.guests.by_sight():
                self._show_group(group)
        self._following = asyncio.create_task(self._follow())

    def _show_group(self, group: Sequence[Guest]) -> None:
        """Build the page of one browser, and send what differs to all that see the same."""
        first, *others = group
        patch = self._rebuild(first)
        for guest in others:
            send(guest.client, patch, first.client.elements)
            guest.ahead |= patch
            guest.behind = True

    def _rebuild(self, guest: Guest) -> Patch:
        """Build a page anew, send its browser what differs, and return that."""
        guest.behind = False
        guest.view.leave()
        view = self._renewed(guest)
        if view is None:
            return {}
        with scratch(guest.client) as beside:
            with self._building():
                self._code.kit("frame").page(view, view.prototype.opened(view.screen).build)
            settle(beside)
            keep_dialogs(guest.client, beside)
            patch = difference(guest.shown(), beside)
            transplant(guest.client, beside)
        guest.view, guest.ahead = view, {}
        send(guest.client, patch, guest.client.elements)
        return patch

    def _renewed(self, guest: Guest) -> Any:
        """Return the same view of the prototype as it is now.

        A screen that was renamed takes its viewers along; one that is gone sends them home, and
        None is returned.
        """
        old, prototype, kit = guest.view, self.pages.prototype, self._code.kit
        visitor = kit("visitor").Visitor(prototype.project, old.visitor.id, old.visitor.kept)
        screen = prototype.screen(old.screen.key)
        moved = screen is None
        if moved:
            screen = next((item for item in prototype.screens if old.screen.key in item.was), None)
        if screen is None:
            visitor.say_next(text("room.screen_gone", title=old.screen.title))
            guest.client.open("/")
            return None
        view = kit("screen").View(
            prototype,
            prototype.store,
            screen,
            visitor,
            old.record_id,
            dict(old.query),
            fresh=False,
            said=old.said,
        )
        if moved:
            address = view.address(screen, view.record_id, view.query)
            guest.client.run_javascript(f"history.replaceState(null, '', {json.dumps(address)})")
        return view

    def _catch_up(self, guest: Guest) -> None:
        """Bring the page on the server up to what its browser shows, before an event comes in."""
        if guest.behind:
            self._rebuild(guest)

    async def _follow(self) -> None:
        """Bring all others up, a page at a time, so that nobody waits for it."""
        for guest in self.guests:
            self._catch_up(guest)
            await asyncio.sleep(0)


def where_and_what(error: Exception, folder: Path) -> str:
    """Return file, line and message of an error in the code below ``folder``."""
    return text("room.wrong", place=_place(error, folder), what=f"{type(error).__name__}: {error}")


def _place(error: Exception, folder: Path) -> str:
    """Return where the error is to be mended: the innermost line of code below ``folder``."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{Path(error.filename).name}:{error.lineno}:{error.offset}"
    own = [
        f"{Path(frame.filename).name}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(folder)
    ]
    return own[-1] if own else "-"
