"""The room: one prototype that everybody looks at, changed while they do."""

from __future__ import annotations

import asyncio
import gc
import json
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, Protocol

from fastapi import Request
from nicegui import Client, ui
from starlette.responses import RedirectResponse, Response

from generator.live import kit
from generator.messages import text

from . import bar
from .code import Code
from .current import Current
from .guests import Guest, Guests, Sight, sight_of
from .keys import Keys, Person
from .patch import Tree, difference, keep_dialogs, scratch, send, settle, transplant, tree_of
from .rights import Permission, Right, allows
from .tidy import Tidy
from .wrong import Wrong

if TYPE_CHECKING:
    from blueprints.kit.page.screen import Build, View
    from blueprints.kit.server.pages import Pages
    from blueprints.kit.server.prototype import Prototype
    from blueprints.kit.store import Store

_P = ParamSpec("_P")

_BREATH_SECONDS = 0.001
"""How long other work is let through between two pages that are built anew."""
_MOST_ROUNDS = 3
"""How often everybody is shown what building the pages itself found wrong."""
_RETRY_SECONDS = 3
_LOOK_FOR_RECORDS_SECONDS = 1.0
_FETCH_STYLES = """
for (const link of document.querySelectorAll('link[href*="/_kit/"]'))
  link.href = link.href.split("?")[0] + "?v=" + Date.now();
"""


@dataclass(frozen=True)
class Change:
    """What happened outside: files of the prototype that changed, and what is wrong with the spec.

    ``problem`` is a sentence with its place, empty when the spec is fine.
    """

    paths: Sequence[Path] = ()
    problem: str = ""


@dataclass(frozen=True)
class _Plain:
    """A page as it is for nobody in particular, and the number of the showing that it is of."""

    tree: Tree
    showing: int


@dataclass
class _Building:
    """A page that is being built; ``good`` shows its screen as it was when it last worked."""

    good: Build | None = None
    view: View | None = None
    failed: bool = False


_building: ContextVar[_Building] = ContextVar("building")
"""The page that is being built: several may be under way, as building waits for the database."""


class Around(Protocol):
    """What another part of the server puts on every page, with the kit's view of it."""

    def in_header(self, view: View) -> None:
        """Add to the header."""

    def at_end(self, view: View) -> None:
        """Add to the end of the page."""


class Room:
    """Serves the prototype whose ``code`` it is given, and follows its changes.

    ``around`` stands on every page, ``followers`` are called after every change, and ``comers``
    whenever somebody comes or goes. ``keys`` know who joined and who may do what; ``tell`` gets the
    full text of what goes wrong, for the terminal.
    """

    def __init__(
        self, code: Code, database_url: str, keys: Keys, tell: Callable[[str], None]
    ) -> None:
        self._code = code
        self._tell = tell
        self._keys = keys
        self.guests = Guests(self._tell_who_is_here)
        self.tidy = Tidy()
        self.around: list[Around] = []
        self.followers: list[Callable[[], None]] = []
        self.comers: list[Callable[[], None]] = []
        self._problem = ""
        self._wrong = Wrong(code.folder, tell)
        self._following: asyncio.Task[None] | None = None
        self._good: dict[str, Build] = {}
        self._plain: dict[Sight, _Plain] = {}
        self._showing = 0
        self._records_away = False
        self._current = Current(code, database_url, self._wrong, self)

    @property
    def host(self) -> Room:
        """What stands round the pages: the room itself."""
        return self

    @property
    def pages(self) -> Pages:
        """The pages of the prototype as it is now."""
        return self._current.pages

    @property
    def prototype(self) -> Prototype:
        """The prototype as it is now."""
        return self.pages.prototype

    @property
    def store(self) -> Store:
        """The records of the prototype as it is now."""
        return self._current.store

    @property
    def problem(self) -> str:
        """What is wrong now, in a few lines; empty when nothing is."""
        return "\n".join(filter(None, [self._problem, *self._wrong.lines]))

    async def open(self, request: Request, address: str = "", record: str = "") -> Response | None:
        """Show a screen to whoever asks for it, and remember who does."""
        client, problem, showing = ui.context.client, self.problem, self._showing
        self._keep_drafts(request)
        try:
            with self._building() as building:
                answer = await self.pages.open(request, address, record)
        except Exception as error:
            if not self._current.go_back(error):
                raise
            self._show()
            return RedirectResponse(kit.pages.path_of(request.url), 303)
        settle(client)
        if building.view is not None:
            person = self._keys.person(request.cookies) or Person()
            building.view.visitor.kept["person"] = str(person)
            guest = Guest(client, building.view, person, building.good, shows=showing)
            guest.behind = showing != self._showing  # it changed while records were read
            self.guests.welcome(guest)
        if self.problem != problem:  # the others are to see it as well
            asyncio.get_running_loop().call_soon(self._show)
        return answer

    async def receive(self, request: Request, part: str) -> Response:
        """Keep a file that a browser sends for a field of the prototype."""
        return await self.pages.receive(request, part)

    async def hand_out(
        self, request: Request, entity: str, kind: str, digest: str, signature: str
    ) -> Response:
        """Answer with a file of a record."""
        return await self.pages.hand_out(request, entity, kind, digest, signature)

    def _keep_drafts(self, request: Request) -> None:
        """Keep what was typed in this browser up to now: a page that is reloaded shows it again."""
        for guest in self.guests:
            if guest.view.visitor.id == request.session.get("id"):
                guest.view.leave()

    def welcome_back(self, client: Client) -> None:
        """Show what changed meanwhile to a browser that lost its connection."""
        if guest := self.guests.of(client):
            self._catch_up(guest)
        self._tell_who_is_here()

    def say_goodbye(self) -> None:
        """Follow a browser that lost its connection, or was closed."""
        self._tell_who_is_here()

    def _tell_who_is_here(self) -> None:
        for step in self.comers:
            self._take(step)

    def right_of(self, client: Client) -> Right:
        """Return what the browser with a page may do; a page that no browser has may do nothing."""
        try:
            return self._keys.right(client.request.cookies)
        except RuntimeError:
            return Right.NONE

    def hears(self, client: Client) -> bool:
        """Tell whether what is done on a page counts; a browser that may not be in is led out.

        A page that is older than what its browser was sent is brought up to that.
        """
        if self.right_of(client) is Right.NONE:
            client.run_javascript("location.reload()")
            return False
        if guest := self.guests.of(client):
            self.tidy.touch()
            self._catch_up(guest)
        return True

    def put_out(self) -> None:
        """Let pages be asked for again that their browsers may not see any more, or less of."""
        for client in list(Client.instances.values()):
            if client.has_socket_connection and self.right_of(client) is Right.NONE:
                client.run_javascript("location.reload()")
        self._show()

    def may_reset(self) -> bool:
        """Tell whether who has the page in use may reset the records of everybody."""
        return allows(self.right_of(ui.context.client), Permission.RESET_RECORDS)

    def _sight(self, view: View, client: Client) -> Sight:
        prefix = kit.addresses.prefix_of(client)
        return sight_of(view, self.right_of(client), prefix)

    def _sight_of_guest(self, guest: Guest) -> Sight:
        return self._sight(guest.view, guest.client)

    def change(self, change: Change) -> None:
        """Follow a change: load what was saved, then show it to everybody. Never raises."""
        self.tidy.touch()
        gc.disable()  # until it is shown
        try:
            self._problem = change.problem
            self._take(self._note_plain)
            if self._current.waits or any(path.suffix == ".py" for path in change.paths):
                self._load(change.paths)
            self._dress(change.paths)
            self._show(self.followers)
        except Exception:
            self._tell(traceback.format_exc())
            gc.enable()

    def _load(self, paths: Sequence[Path]) -> None:
        self._current.load(paths)
        self._prove()
        if self._current.waits:
            asyncio.get_running_loop().call_later(_RETRY_SECONDS, self._retry)

    def _retry(self) -> None:
        """Try again what a busy database kept from loading, unless a later change did."""
        if self._current.waits:
            self.change(Change(problem=self._problem))

    def _prove(self) -> None:
        """Build the first page where nobody is there to do so: who comes must find a good one."""
        if any(guest.is_there for guest in self.guests):
            return
        prototype = self.pages.prototype
        visitor = kit.visitor.Visitor(prototype.project, "", {})
        view = kit.screen.View(
            prototype, prototype.store, prototype.home.screen, visitor, host=self
        )
        try:
            with scratch():
                self._page(view)
        except Exception as error:
            self._current.go_back(error)

    @contextmanager
    def _building(self, good: Build | None = None) -> Iterator[_Building]:
        """Watch a page being built: whose view it is, and whether its screen failed."""
        building = _Building(good)
        token = _building.set(building)
        try:
            yield building
        finally:
            _building.reset(token)
        if building.view is None or building.failed:
            return
        prototype, screen = building.view.prototype, building.view.screen
        building.good = self._good[screen.key] = prototype.build_of(screen)
        self._wrong.mended(self._sight(building.view, ui.context.client))

    def in_header(self, view: View) -> None:
        """Put into the header what stands around the prototype."""
        for layer in self.around:
            layer.in_header(view)

    def at_end(self, view: View) -> None:
        """Put the bar on the page and what stands around it, and note whose page it is."""
        _building.get().view = view
        bar.show(self.problem, away=self._records_away)
        for layer in self.around:
            layer.at_end(view)

    def rescue(self, view: View, error: Exception) -> Build | None:
        """Say what is wrong with a screen that fails, and return how it was last shown."""
        building = _building.get()
        building.failed = True
        if type(error).__name__ == "Unavailable":  # by name: the kit may have been loaded anew
            self._follow_records(error)
            return None
        building.good = building.good or self._good.get(view.screen.key)
        self._wrong.note(self._sight(view, ui.context.client), error)
        return building.good

    def _follow_records(self, error: Exception) -> None:
        """Tell everybody that the database does not answer, and when it does again."""
        if getattr(error, "away", False) and not self._records_away:
            self._tell(f"{error} ({error.__cause__})")
            self._say_records_away(away=True)
            self._waiting_for_records = asyncio.create_task(self._wait_for_records())

    async def _wait_for_records(self) -> None:
        while not await asyncio.to_thread(self.store.answers):
            await asyncio.sleep(_LOOK_FOR_RECORDS_SECONDS)
        self._say_records_away(away=False)
        self._show()

    def _say_records_away(self, *, away: bool) -> None:
        self._records_away = away
        for guest in self.guests:
            guest.client.run_javascript(bar.toggle_away(away=away))

    def _dress(self, paths: Sequence[Path]) -> None:
        """Let every browser fetch the style sheets again when one changed."""
        if any(path.suffix == ".css" for path in paths):
            for guest in self.guests:
                guest.client.run_javascript(_FETCH_STYLES)

    def _show(self, then: Sequence[Callable[[], None]] = ()) -> None:
        """Begin to show everybody what there is now; what was being shown is left half-way."""
        self._leave_behind()
        if self._following is not None:
            self._following.cancel()
        self._following = asyncio.create_task(self._follow(then))

    async def _follow(self, then: Sequence[Callable[[], None]]) -> None:
        """Show what there is now: first to all who see the same, then each page for itself.

        What building the pages itself finds wrong is shown by another round.
        """
        steps = list(then)
        for _ in range(_MOST_ROUNDS):
            said = self.problem
            for group in self.guests.by_sight(self._sight_of_guest):
                await self._patiently(self._show_group, group)
                await asyncio.sleep(_BREATH_SECONDS)
            gc.enable()
            while steps:
                self._take(steps.pop(0))
            await self._build_own_pages()
            if said == self.problem:
                return
            self._leave_behind()

    def _leave_behind(self) -> None:
        """Note that nobody's browser shows what there is now."""
        self._showing += 1
        for guest in self.guests:
            guest.behind, guest.served = True, False

    async def _build_own_pages(self) -> None:
        """Build the pages for which it was not enough to be sent what is common to all.

        The others show the change already: only an event brings their pages up to it.
        """
        for guest in self.guests:
            guest.view.leave()
            if guest.is_there and guest.behind and (guest.has_own or not guest.served):
                async with kit.sockets.turn_of(guest.client):
                    await self._patiently(self._catch_up, guest)
                await asyncio.sleep(_BREATH_SECONDS)

    async def _patiently(self, do: Callable[_P, None], *args: _P.args, **more: _P.kwargs) -> None:
        """Do something that reads records; others go on while it waits for the database."""
        await kit.store.patiently(do, *args, **more)

    def _take(self, step: Callable[[], None]) -> None:
        """Do what another part of the server does after a change; its failures are its own."""
        try:
            step()
        except Exception:
            self._tell(traceback.format_exc())

    def _show_group(self, group: Sequence[Guest]) -> None:
        """Show the change to browsers that see the same, before their own pages are built.

        A page that is nobody's is built once, and what differs in it from how it was is sent to
        all. So nobody is sent what is another's: text that was typed, mistakes in it, notes.
        """
        sight = self._sight_of_guest(group[0])
        known = self._plain.get(sight)
        view = self._plain_view(group[0])
        if len(group) == 1 or known is None or view is None:
            self._catch_up(group[0])
            return
        try:
            with scratch(group[0].client) as beside:
                self._page(view)
                settle(beside)
                patch = difference(known.tree, beside)
        except Exception as error:
            self._fall_back(sight, error)
            return
        self._plain[sight] = _Plain(tree_of(beside), self._showing)
        for guest in group:
            send(guest.client, patch, beside.elements)
            guest.take_ahead(patch, known.tree)
            # Who came in between, or was passed over, has more that differs than this patch.
            guest.served &= guest.shows == known.showing
            guest.shows = self._showing if guest.served else guest.shows

    def _note_plain(self) -> None:
        """Note how the pages that several people see look now, before they change."""
        grouped = self.guests.by_sight(self._sight_of_guest)
        groups = {self._sight_of_guest(group[0]): group for group in grouped}
        shared = {sight: group for sight, group in groups.items() if len(group) > 1}
        self._plain = {sight: tree for sight, tree in self._plain.items() if sight in shared}
        for sight, group in shared.items():
            view = self._plain_view(group[0])
            if sight in self._plain or view is None:
                continue
            with scratch(group[0].client) as beside:
                self._page(view)
                settle(beside)
                self._plain[sight] = _Plain(tree_of(beside), self._showing)

    def _page(self, view: View, good: Build | None = None) -> Build | None:
        """Build the page of ``view`` on the client in use; return what showed its screen well."""
        with self._building(good) as building:
            kit.frame.page(view, view.prototype.build_of(view.screen))
        return building.good

    def _catch_up(self, guest: Guest) -> None:
        """Bring a page that is behind up to the prototype, before an event on it comes in."""
        if not guest.behind:
            return
        guest.behind = False
        try:
            self._rebuild(guest)
        except Exception as error:
            self._fall_back(self._sight_of_guest(guest), error)

    def _fall_back(self, sight: Sight, error: Exception) -> None:
        """Show the last good prototype again when not even the frame of a page can be built."""
        if self._current.go_back(error):
            asyncio.get_running_loop().call_soon(self._show)
        else:
            self._wrong.note(sight, error)

    def rebuild(self, view: View) -> bool:  # noqa: ARG002
        """Bring the page in use up to its records, just as to a prototype that changed."""
        if guest := self.guests.of(ui.context.client):
            guest.behind = True
            self._catch_up(guest)
        return True

    def _rebuild(self, guest: Guest) -> None:
        """Build a page anew and send its browser what differs."""
        guest.view.leave()
        view = self._renewed(guest)
        if view is None:
            return
        with scratch(guest.client) as beside:
            guest.good = self._page(view, guest.good)
            settle(beside)
            keep_dialogs(guest.client, beside)
            patch = difference(guest.shown(), beside, guest.strange())
            transplant(guest.client, beside)
        guest.view, guest.ahead, guest.shows = view, {}, self._showing
        send(guest.client, patch, guest.client.elements)

    def _renewed(self, guest: Guest) -> View | None:
        """Return the same view of the prototype as it is now.

        A screen that was renamed takes its viewers along; one that is gone sends them home, and
        None is returned.
        """
        old, prototype = guest.view, self.pages.prototype
        visitor = kit.visitor.Visitor(prototype.project, old.visitor.id, old.visitor.kept)
        screen = prototype.screen(old.screen.key)
        moved = screen is None
        if moved:
            screen = next((item for item in prototype.screens if old.screen.key in item.was), None)
        if screen is None:
            visitor.say_next(text("room.screen_gone", title=old.screen.title))
            guest.client.open("/")
            self.guests.forget(guest)
            return None
        view = kit.screen.View(
            prototype,
            prototype.store,
            screen,
            visitor,
            old.record_id,
            dict(old.query),
            fresh=False,
            memory=old.memory,
            host=self,
        )
        if moved:
            prefix = kit.addresses.prefix_of(guest.client)
            address = prefix + view.address(screen, view.record_id, view.query)
            guest.client.run_javascript(f"history.replaceState(null, '', {json.dumps(address)})")
        return view

    def _plain_view(self, guest: Guest) -> View | None:
        """Return what nobody in particular sees where ``guest`` is; None if the screen is gone."""
        old, prototype = guest.view, self.pages.prototype
        screen = prototype.screen(old.screen.key)
        if screen is None:
            return None
        visitor = kit.visitor.Visitor(prototype.project, "", {})
        visitor.act_as(old.role or "")
        visitor.view_phase(old.visitor.phase)
        asked = dict(old.query)
        return kit.screen.View(
            prototype,
            prototype.store,
            screen,
            visitor,
            old.record_id,
            asked,
            fresh=False,
            host=self,
        )
