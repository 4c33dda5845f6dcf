"""The workshop as a whole: its layer on the prototype, its pages, and who writes."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import Request
from nicegui import background_tasks, ui

from generator.live.nicegui_inside import connected_clients
from generator.live.room.keys import Keys
from generator.live.room.rights import Permission, allows
from generator.live.room.room import Room
from generator.spec.vocabulary import Vocabulary

from .drafts import Drafts
from .layer import WorkshopLayer
from .open_pages import OpenPages
from .page import Services
from .pages import find_pages
from .participant import Participant
from .scribe import Scribe
from .specs import Specs
from .verified import Verified
from .walk import Walks

if TYPE_CHECKING:
    from blueprints.kit.page.screen import View


class Workshop:
    """Lets the ``room`` decide and ask about the prototype of the spec at ``spec``.

    ``keys`` know who sent a request and what they may do; ``port`` is the one that the server
    listens to. ``log`` gets what the engineer is to read.
    """

    def __init__(
        self,
        spec: Path,
        vocabulary: Callable[[], Vocabulary],
        room: Room,
        keys: Keys,
        port: int,
        log: Callable[[str], None],
    ) -> None:
        self._room = room
        self._keys = keys
        self._port = port
        self._walks = Walks()
        self._verified = Verified()
        self._specs = Specs(spec, vocabulary)
        self._pages = OpenPages(self._specs, self._participant, self._may)
        self._scribe = Scribe(spec, self._pages.refresh, lambda: self._specs.now, log)
        self.layer = WorkshopLayer(self._specs, self._pages, self._walks, self._participant_of)

    def serve(self, board: Path) -> None:
        """Register the pages; ``board`` is the folder of what was verified."""
        services = Services(
            self._room,
            self._keys,
            self._walks,
            self._verified,
            board,
            self._may,
            self._recheck_rights,
            self._port,
        )
        self._pages.serve(find_pages(), services)
        self._room.attendance_listeners.append(lambda: self._pages.change_soon("room"))

    def _recheck_rights(self) -> None:
        """Update all pages after somebody's rights changed."""
        self._room.recheck_rights()
        self._pages.change_soon("room")

    def begin(self) -> None:
        """Write what waits from before, and keep an eye on what others answer; runs in the loop."""
        self._scribe.catch_up()
        background_tasks.create(self._scribe.keep_looking())

    def follow(self) -> None:
        """Show the spec as it is now, and write what had to wait for it."""
        self._scribe.catch_up()
        self.layer.follow()
        self._pages.refresh()

    def update_verified(self, known: dict[str, Any]) -> None:
        """Show what is known of the screens to those who may see it."""
        self._verified.update(known)
        self._pages.change("verify")
        menu = json.dumps(self._verified.menu())
        for client in connected_clients():
            if self._may(client.request, Permission.VERIFY):
                client.run_javascript(f"window.workshopVerified?.({menu})")

    def _participant(self, request: Request, drafts: Drafts) -> Participant:
        """Return who looks at a page of the workshop."""
        person = str(self._keys.person(request.cookies) or "")
        may = partial(self._may, request)
        return Participant(self._specs, self._scribe, self._room.store, person, drafts, may)

    def _participant_of(self, view: View) -> Participant:
        """Return who looks at a screen of the prototype."""
        kept = view.visitor.kept
        person, drafts = str(kept.get("person", "")), Drafts(kept)
        client = ui.context.client

        def may(permission: Permission) -> bool:
            return allows(self._keys.right_of(client), permission)

        return Participant(self._specs, self._scribe, view.store, person, drafts, may)

    def _may(self, request: Request, permission: Permission) -> bool:
        return allows(self._keys.right(request.cookies), permission)
