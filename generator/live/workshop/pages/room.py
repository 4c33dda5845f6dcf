"""The page of facilitators and the engineer: who is here, how others join, who else may lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import segno
from fastapi import Request
from nicegui import ui

from generator.live import kit
from generator.live.parent_request import RESTART, send_request
from generator.live.room.door import ENTER, JOIN
from generator.live.room.guest import Guest
from generator.live.room.rights import Permission, Right
from generator.live.room.wall import address_for_others
from generator.live.room_secrets import FacilitatorLink
from generator.messages import text

from ..page import Page, Services
from ..participant import Participant


class RoomPage:
    """Who has a page open, the facilitators' links, the PIN, and the way to start again."""

    def __init__(self, services: Services) -> None:
        self._room = services.room
        self._keys = services.keys
        self._recheck_rights = services.recheck_rights
        self._port = services.port

    def build(self, request: Request, who: Participant) -> None:
        """Show who is here, and the actions that ``who`` may take."""
        kit.widgets.link(text("room.to_wall"), JOIN)
        self._who_is_here()
        if who.may(Permission.GIVE_RIGHTS):
            self._facilitators(request, who)
        if who.may(Permission.RENEW_PIN) and not self._keys.local:
            self._pin(who)
        if who.may(Permission.RESTART):
            self._restarting(who)

    def _who_is_here(
        self,
    ) -> None:
        keyed = kit.keys.keyed
        screens: defaultdict[str, list[Guest]] = defaultdict(list)
        for guest in self._room.guests:
            if guest.is_there:
                screens[guest.view.screen.title].append(guest)
        with keyed("here"), _part():
            kit.widgets.heading(text("room.here"), 2)
            if not screens:
                kit.widgets.words(text("room.here_none"), "p")
            for title, there in sorted(screens.items(), key=lambda item: (-len(item[1]), item[0])):
                with keyed("screen", title):
                    count = text("room.here_count", count=len(there))
                    kit.widgets.heading(f"{title} ({count})", 3)
                    with ui.element("ul"):
                        for guest in there:
                            kit.widgets.words(self._called(guest), "li")

    def _called(self, guest: Guest) -> str:
        """Return a line about a guest: name, organisation, role, right."""
        name = guest.person.name or text("room.here_unnamed")
        role = guest.view.project.role(guest.view.role)
        right = self._keys.right_of(guest.client)
        right_title = text(f"room.right_{right.name.lower()}") if right > Right.PARTICIPANT else ""
        known = [name, guest.person.organization, role.title if role else "", right_title]
        return " / ".join(part for part in known if part)

    def _facilitators(self, request: Request, who: Participant) -> None:
        keyed = kit.keys.keyed
        with keyed("facilitators"), _part():
            kit.widgets.heading(text("room.facilitators"), 2)
            kit.widgets.words(text("room.facilitators_help"), "p")
            with ui.element("ul").classes("room-links"):
                for number, link in enumerate(self._keys.now.facilitators, 1):
                    with keyed("link", link.token), ui.element("li"):
                        self._link(request, who, number, link)
            give = partial(self._act, who, Permission.GIVE_RIGHTS, self._give)
            kit.widgets.button(text("room.give_link"), give, "outline")

    def _link(self, request: Request, who: Participant, number: int, link: FacilitatorLink) -> None:
        """Show one link: it opens the room to whoever has it, so it is seen only when asked for."""
        reached = address_for_others(request, self._port) or str(request.base_url)
        address = f"{reached.rstrip('/')}{ENTER}/{link.token}"
        with ui.element("details"):
            kit.widgets.words(
                text("room.link", number=number, given=_moment(link.given_at)), "summary"
            )
            kit.widgets.words(address, "p", "room-address")
            with ui.element("img").classes("room-code") as code:
                code.props["src"] = segno.make(address).svg_data_uri(scale=5, border=2)
                code.props["alt"] = text("room.link_code")
        withdraw = partial(
            self._act, who, Permission.GIVE_RIGHTS, partial(self._withdraw, link.token)
        )
        kit.widgets.button(text("room.withdraw_link", number=number), withdraw, "text")

    def _pin(self, who: Participant) -> None:
        with kit.keys.keyed("pin"), _part():
            kit.widgets.heading(text("room.pin"), 2)
            kit.widgets.words(text("room.pin_help"), "p")
            renew = partial(self._ask, who, Permission.RENEW_PIN, "room.renew_pin", self._renew_pin)
            kit.widgets.button(text("room.renew_pin"), renew, "outline")

    def _restarting(self, who: Participant) -> None:
        with kit.keys.keyed("restart"), _part():
            kit.widgets.heading(text("room.prototype"), 2)
            kit.widgets.words(text("room.restart_help"), "p")
            again = partial(self._ask, who, Permission.RESTART, "room.restart", _restart)
            kit.widgets.button(text("room.restart"), again, "outline")

    async def _ask(
        self, who: Participant, needs: Permission, key: str, act: Callable[[], Any]
    ) -> None:
        """Act after a confirmation."""
        question, yes = text(f"{key}_question"), text(key)
        if await kit.dialogs.confirmed(question, yes):
            self._act(who, needs, act)

    def _act(self, who: Participant, needs: Permission, act: Callable[[], Any]) -> None:
        """Do something if it is still allowed: a right may have been withdrawn meanwhile."""
        if who.may(needs):
            act()
        else:
            ui.notify(text("workshop.not_allowed"), type="negative")

    def _give(self) -> None:
        now = datetime.now(UTC).astimezone()
        self._keys.file.change(lambda room: room.with_facilitator(now))
        self._recheck_rights()

    def _withdraw(self, token: str) -> None:
        self._keys.file.change(lambda room: room.without_facilitator(token))
        self._recheck_rights()

    def _renew_pin(self) -> None:
        self._keys.file.change(lambda room: room.with_new_pin())
        self._recheck_rights()


def _part() -> ui.element:
    """Add a section to the page, set apart from the one above."""
    return ui.element("section").classes("room-part")


def _moment(given_at: str) -> str:
    """Return a moment in ISO 8601 as people write it."""
    moment = datetime.fromisoformat(given_at)
    return text("room.moment", month=moment.month, day=moment.day, time=f"{moment:%H:%M}")


def _restart() -> None:
    send_request(RESTART)


PAGE = Page(order=110, content=RoomPage, needs=Permission.SEE_ROOM)
