"""The workshop as a whole: its layer on the prototype, its pages, and who writes."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import Request
from nicegui import Client, background_tasks, ui

from generator.live.room.keys import Keys
from generator.live.room.rights import Permission, allows
from generator.live.room.room import Room
from generator.live.wish import RESTART, VERIFY_ALL, wish
from generator.spec.vocabulary import Vocabulary

from .advice_page import AdvicePage
from .board import PhaseBoard
from .diagrams_page import DiagramsPage
from .drafts import Drafts
from .goal_tree import GoalTree
from .layer import WorkshopLayer
from .log_page import LogPage
from .pages import WorkshopPages
from .participant import Participant
from .process_page import ProcessPage
from .questions import QuestionsPage
from .room_page import RoomPage
from .scribe import Scribe
from .specs import Specs
from .trace_page import TracePage
from .verified import Verified
from .verify_page import VerifyPage, serve_board
from .walk import Walks
from .walk_page import WalkPage

if TYPE_CHECKING:
    from blueprints.kit.prototype import Prototype
    from blueprints.kit.screen import View


class Workshop:
    """Lets the ``room`` decide and ask about the prototype of the spec at ``spec``.

    ``keys`` know who sent a request and what they may do;
    ``port`` is the one that the server listens to. ``tell`` gets what the engineer is to read.
    """

    def __init__(
        self,
        spec: Path,
        vocabulary: Callable[[], Vocabulary],
        room: Room,
        keys: Keys,
        port: int,
        tell: Callable[[str], None],
    ) -> None:
        self._room = room
        self._keys = keys
        self._port = port
        self._walks = Walks()
        self._verified = Verified()
        self._specs = Specs(spec, vocabulary)
        self._pages = WorkshopPages(self._specs, self._participant, self._may)
        self._scribe = Scribe(spec, self._pages.refresh, lambda: self._specs.now, tell)
        self.layer = WorkshopLayer(self._specs, self._pages, self._walks, self._participant_of)

    def serve(self, board: Path) -> None:
        """Register the pages; ``board`` is the folder of what was verified."""
        self._pages.serve_files()
        self._pages.add("/walk", "walk", WalkPage(self._walks, self._prototype))
        self._pages.add("/process", "process", ProcessPage(self._prototype))
        self._pages.add("/diagrams", "diagrams", DiagramsPage())
        self._pages.add("/board", "board", PhaseBoard())
        self._pages.add("/log", "log", LogPage())
        self._pages.add("/questions", "questions", QuestionsPage())
        self._pages.add("/advice", "advice", AdvicePage())
        self._pages.add("/goals", "goals", GoalTree())
        self._pages.add("/trace", "trace", TracePage())
        page = VerifyPage(self._verified, board, lambda: wish(VERIFY_ALL))
        self._pages.add("/verify", "verify", page, needs=Permission.VERIFY)
        serve_board(board, self._verified, lambda request: self._may(request, Permission.VERIFY))
        self._pages.add("/room", "room", self._room_page(), needs=Permission.SEE_ROOM)
        self._room.comers.append(lambda: self._pages.change_soon("room"))

    def _room_page(self) -> RoomPage:
        return RoomPage(
            self._room.guests,
            self._keys,
            lambda guest: self._room.right_of(guest.client),
            self._put_out,
            lambda: wish(RESTART),
            self._port,
        )

    def _put_out(self) -> None:
        """Let pages be asked for again in browsers that may see less than when they opened them."""
        self._room.put_out()
        self._pages.change_soon("room")

    def _prototype(self) -> Prototype:
        return self._room.pages.prototype

    def begin(self) -> None:
        """Write what waits from before, and keep an eye on what others answer; runs in the loop."""
        self._scribe.catch_up()
        background_tasks.create(self._scribe.keep_looking())

    def follow(self) -> None:
        """Show the spec as it is now, and write what had to wait for it."""
        self._scribe.catch_up()
        self.layer.follow()
        self._pages.refresh()

    def hear_verified(self, known: dict[str, Any]) -> None:
        """Show what is known of the screens to those who look after that."""
        self._verified.hear(known)
        self._pages.change("verify")
        said = json.dumps(self._verified.menu())
        for client in list(Client.instances.values()):
            if client.has_socket_connection and self._may(client.request, Permission.VERIFY):
                client.run_javascript(f"window.workshopVerified?.({said})")

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
            return allows(self._room.right_of(client), permission)

        return Participant(self._specs, self._scribe, view.store, person, drafts, may)

    def _may(self, request: Request, permission: Permission) -> bool:
        return allows(self._keys.right(request.cookies), permission)
