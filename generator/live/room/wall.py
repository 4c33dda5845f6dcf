"""The page on the projector while people join: QR code, PIN, address, and how many are here."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from html import escape
from pathlib import Path

import segno
from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse
from nicegui import app
from starlette.responses import Response

from generator.live.address import own_address
from generator.live.nicegui_inside import connected_clients
from generator.messages import text

from .door import JOIN
from .join import Title
from .keys import Keys
from .rights import Permission, allows

_FILES = {
    f"{JOIN}/wall.css": Path(__file__).with_name("wall.css"),
    f"{JOIN}/wall.js": Path(__file__).with_name("wall.js"),
}
STATE = f"{JOIN}/state"
_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="{root}{join}/wall.css">
<script src="{root}{join}/wall.js" defer></script></head>
<body data-state="{root}{state}" data-shown="{shown}"><main><h1>{title}</h1>{body}</main>
<nav><a href="{root}/">{start}</a> <a href="{root}/room">{room}</a></nav></body></html>
"""


@dataclass(frozen=True)
class Wall:
    """The page for the projector; ``port`` is the one that the server listens to."""

    keys: Keys
    title: Title
    port: int

    def serve(self) -> None:
        """Register what the page fetches."""
        for address, file in _FILES.items():
            app.add_static_file(local_file=file, url_path=address)

        @app.get(STATE)
        def state(request: Request) -> Response:
            if not allows(self.keys.right(request.cookies), Permission.INVITE):
                return Response(status_code=403)
            answer = {
                "shown": self._shown(request),
                "count": text("room.join_count", count=count()),
            }
            return JSONResponse(answer)

    def __call__(self, request: Request) -> Response:
        """Show how others come in; the script loads it anew when that changes."""
        page = _PAGE.format(
            language=text("room.language"),
            title=escape(self.title()),
            root=escape(request.scope.get("root_path", "")),
            join=JOIN,
            state=STATE,
            shown=escape(self._shown(request)),
            body=self._body(request),
            start=escape(text("room.to_start")),
            room=escape(text("workshop.room")),
        )
        return HTMLResponse(page, headers={"Cache-Control": "no-store"})

    def _shown(self, request: Request) -> str:
        """Return what the page depends on: it is reloaded when this changes."""
        return f"{self._address(request)} {'' if self.keys.local else self.keys.now.pin}"

    def _address(self, request: Request) -> str:
        return "" if self.keys.local else address_for_others(request, self.port)

    def _body(self, request: Request) -> str:
        address = self._address(request)
        if not address:
            why = "room.join_only_here" if self.keys.local else "room.join_no_network"
            return f'<p class="none" role="status">{escape(text(why))}</p>'
        now = self.keys.now
        code = segno.make(f"{address}{JOIN.lstrip('/')}?key={now.invitation}", error="m")
        picture = code.svg_inline(scale=8, border=2, omitsize=True)
        label = escape(text("room.join_code"))
        return (
            f'<div class="code" role="img" aria-label="{label}">{picture}</div><div class="ways">'
            f"<p>{escape(text('room.join_how'))}</p>"
            f'<p class="address">{escape(address)}</p>'
            f"<p>{escape(text('room.join_pin'))}</p>"
            f'<p class="pin">{now.pin[:3]} {now.pin[3:]}</p>'
            f'<p class="count" role="status"></p></div>'
        )


def address_for_others(request: Request, port: int) -> str:
    """Return the address at which other devices reach this server, "" when none can.

    It is the one that was asked for; in a browser on this machine that of its network, and
    ``port``.
    """
    root = request.scope.get("root_path", "")
    host = request.url.netloc
    if _is_loopback(request.url.hostname or ""):
        own = own_address()
        if _is_loopback(own):
            return ""
        host = f"{own}:{port}"
    return f"{request.url.scheme}://{host}{root}/"


def count() -> int:
    """Return how many browsers have a page open."""
    return len({client.request.session.get("id") for client in connected_clients()})


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
