"""Who is here: for the engineer, each screen with the people who have it open."""

from __future__ import annotations

from collections import defaultdict

from fastapi import Request
from nicegui import ui
from starlette.responses import Response

from generator.messages import text

from .door import is_here
from .guests import Guest, Guests

ADDRESS = "/room"
_SECONDS = 2


def serve_here(guests: Guests) -> None:
    """Register the page; it answers only on this machine."""

    @ui.page(ADDRESS, title=text("room.here"))
    def here(request: Request) -> Response | None:
        if not is_here(request):
            return Response(status_code=403)

        @ui.refreshable
        def everybody() -> None:
            _show(guests)

        everybody()
        ui.timer(_SECONDS, everybody.refresh)
        return None


def _show(guests: Guests) -> None:
    screens: defaultdict[str, list[Guest]] = defaultdict(list)
    for guest in guests:
        if guest.client.has_socket_connection:
            screens[guest.view.screen.title].append(guest)
    heading = ui.label(text("room.here")).style("font-size: 28px; font-weight: 700")
    heading.tag = "h1"
    if not screens:
        ui.label(text("room.here_none"))
    for title, there in sorted(screens.items(), key=lambda item: -len(item[1])):
        count = text("room.here_count", count=len(there))
        ui.label(f"{title} ({count})").style("font-size: 20px; font-weight: 700")
        for guest in there:
            ui.label(_name(guest))


def _name(guest: Guest) -> str:
    name = guest.person.name or text("room.here_unnamed")
    role = guest.view.project.role(guest.view.role)
    known = [name, guest.person.organization, role.title if role else ""]
    return " / ".join(part for part in known if part)
