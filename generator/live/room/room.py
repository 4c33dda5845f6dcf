"""The room: one prototype that everybody looks at, changed while they do.

It puts the parts together, and answers requests and what browsers do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fastapi import Request
from nicegui import Client, ui
from starlette.responses import RedirectResponse, Response

from generator.live import kit
from generator.live.nicegui_inside import connected_clients

from .building import Builder, Building
from .changes import Changes
from .cleanup import Cleanup
from .code import Code
from .current import Current
from .guest import Guest
from .guests import Guests, ViewKey, view_key_of
from .host import RoomHost
from .keys import Keys, Person
from .patch import settle
from .problems import Problems
from .records_away import RecordsAway
from .rights import Right
from .showing import Showing

if TYPE_CHECKING:
    from blueprints.kit.page.screen import View
    from blueprints.kit.server.prototype import Prototype
    from blueprints.kit.store import Store


class Room:
    """Serves the prototype whose ``code`` it is given, and follows its ``changes``.

    ``host`` surrounds every page; ``attendance_listeners`` are called whenever somebody comes or
    goes. ``keys`` know who joined and who may do what; ``log`` gets the full text of errors, for
    the terminal.
    """

    def __init__(
        self, code: Code, database_url: str, keys: Keys, log: Callable[[str], None]
    ) -> None:
        self._keys = keys
        self._problems = Problems(code.folder, log)
        self.attendance_listeners: list[Callable[[], None]] = []
        self.guests = Guests(self._notify_attendance, self._view_key)
        self.cleanup = Cleanup()
        builder = self._builder = Builder(self._problems, self._view_key)
        records = RecordsAway(self.guests, self._has_records, log, self._show)
        self.host = RoomHost(builder, keys, self._problems, records, self._rebuild)
        self._current = Current(code, database_url, self._problems, self.host)
        self._showing = Showing(self._current, builder, self.guests, self._problems)
        self.changes = Changes(
            self._current, self._showing, builder, self.guests, self._problems, self.cleanup
        )

    @property
    def prototype(self) -> Prototype:
        """The prototype as it is now."""
        return self._current.prototype

    @property
    def store(self) -> Store:
        """The records of the prototype as it is now."""
        return self._current.store

    async def open(self, request: Request, address: str = "", record: str = "") -> Response | None:
        """Show a screen to whoever requests it, and remember them as a guest."""
        client, problems, showing = ui.context.client, str(self._problems), self.guests.showing
        self._keep_drafts(request)
        try:
            with self._builder.watched() as building:
                answer = await self._current.pages.open(request, address, record)
        except Exception as error:
            if not self._current.go_back(error):
                raise
            self._show()
            return RedirectResponse(kit.pages.path_of(request.url), 303)
        settle(client)
        self._welcome(request, client, building, showing)
        if str(self._problems) != problems:  # the others are to see it as well
            self._showing.begin_soon()
        return answer

    async def receive(self, request: Request, part: str) -> Response:
        """Keep a file that a browser sends for a field of the prototype."""
        return await self._current.pages.receive(request, part)

    async def hand_out(
        self, request: Request, entity: str, kind: str, digest: str, signature: str
    ) -> Response:
        """Answer with a file of a record."""
        return await self._current.pages.hand_out(request, entity, kind, digest, signature)

    def on_connect(self, client: Client) -> None:
        """Bring the page of a browser that connects again up to what changed meanwhile."""
        if guest := self.guests.of(client):
            self._showing.catch_up(guest)
        self._notify_attendance()

    def on_disconnect(self) -> None:
        """Take note of a browser that lost its connection, or was closed."""
        self._notify_attendance()

    def accepts_event(self, client: Client) -> bool:
        """Tell whether events of a page are handled; a browser without a right is sent to join.

        A page that is older than what its browser was sent is brought up to date first.
        """
        if self._keys.right_of(client) is Right.NONE:
            _reload(client)
            return False
        if guest := self.guests.of(client):
            self.cleanup.postpone()
            self._showing.catch_up(guest)
        return True

    def recheck_rights(self) -> None:
        """Update all pages after rights changed; browsers that have none any more are sent away."""
        for client in connected_clients():
            if self._keys.right_of(client) is Right.NONE:
                _reload(client)
        self._show()

    def _keep_drafts(self, request: Request) -> None:
        """Keep what was typed in this browser so far: a page that is reloaded shows it again."""
        for guest in self.guests:
            if guest.view.visitor.id == request.session.get("id"):
                guest.view.leave()

    def _welcome(self, request: Request, client: Client, building: Building, showing: int) -> None:
        """Remember who opened a page, if it shows a screen."""
        if building.view is None:
            return
        person = self._keys.person(request.cookies) or Person()
        building.view.visitor.kept["person"] = str(person)
        self.guests.welcome(Guest(client, building.view, person, building.good, shows=showing))

    def _notify_attendance(self) -> None:
        for step in self.attendance_listeners:
            self._problems.attempt(step)

    def _view_key(self, view: View, client: Client) -> ViewKey:
        return view_key_of(view, self._keys.right_of(client), kit.addresses.prefix_of(client))

    def _show(self) -> None:
        self._showing.begin()

    def _rebuild(self, client: Client) -> None:
        if guest := self.guests.of(client):
            self._showing.rebuild(guest)

    def _has_records(self) -> bool:
        return self.store.answers()


def _reload(client: Client) -> None:
    """Let a browser reload its page; without a right it is redirected to the join page."""
    client.run_javascript("location.reload()")
