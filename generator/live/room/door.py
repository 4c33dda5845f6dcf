"""The door of the room: lets in who has shown a right, and refuses requests of other sites.

Nothing but the join page and the links that give a right is answered to others. The origin of a
socket must be this server, and no page may put this one into a frame.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from html import escape
from urllib.parse import quote, urlsplit

from starlette._utils import get_route_path
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.messages import text

from .forms import read_form
from .keys import Keys
from .rights import Right

JOIN = "/join"
ENTER = "/enter"
"""Below it stands the token of a link that gives a right."""
ALIVE = "/_alive"
"""Where the process that started this one asks whether it answers."""
JOIN_STYLE = f"{JOIN}/join.css"
_OPEN = (JOIN, JOIN_STYLE, ALIVE)
_PATH_OF_COOKIE = re.compile(rb"; *path=/(?=;|$)", re.IGNORECASE)
_LINK = re.compile(rf"{ENTER}/[^/]+")
_HEADERS = [
    (b"content-security-policy", b"frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
]


class Door:
    """Lets requests in, sends browsers that did not join to the join page, and refuses the rest."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app = app
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that may not come in, hand on any other."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        if base := scope.get("outside_of"):
            await self._refuse(connection, receive, send, 404, f"{base}/")
        elif not _same_origin(connection) or (self._keys.local and not _own_host(connection)):
            await self._refuse(connection, receive, send, 403)
        elif self._may_enter(connection):
            await self._let_in(connection, receive, send)
        elif scope["type"] == "http" and scope["method"] == "GET" and _wants_page(connection):
            await RedirectResponse(_way_to_join(scope), 303)(scope, receive, send)
        else:
            await self._refuse(connection, receive, send, 401)

    async def _let_in(self, connection: HTTPConnection, receive: Receive, send: Send) -> None:
        """Hand a request on; of those who show nothing yet no more is read than a form holds."""
        scope, sent = connection.scope, _with_headers(connection.scope, send)
        if get_route_path(scope) != JOIN or scope["method"] in ("GET", "HEAD"):
            await self._app(scope, receive, sent)
        elif (form := await read_form(connection, receive)) is None:
            await self._refuse(connection, receive, send, 413)
        else:
            await self._app(scope, form, sent)

    def _may_enter(self, connection: HTTPConnection) -> bool:
        path = get_route_path(connection.scope)
        return (
            path in _OPEN
            or bool(_LINK.fullmatch(path))
            or self._keys.right(connection.cookies) is not Right.NONE
        )

    async def _refuse(
        self, connection: HTTPConnection, receive: Receive, send: Send, status: int, to: str = ""
    ) -> None:
        scope = connection.scope
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif _wants_page(connection):
            home = to or f"{scope.get('root_path', '')}/"
            await HTMLResponse(_refusal(status, home), status)(scope, receive, send)
        else:
            await Response(status_code=status)(scope, receive, send)


def _refusal(status: int, home: str) -> str:
    """Return a page that says what is wrong and where to go on."""
    title, link = escape(text(f"room.refused_{status}")), escape(text("room.to_start"))
    return (
        f'<!DOCTYPE html><html lang="{text("room.language")}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title></head><body><main><h1>{title}</h1>"
        f'<p><a href="{escape(home)}">{link}</a></p></main></body></html>'
    )


def _way_to_join(scope: Scope) -> str:
    query = scope["query_string"].decode("latin-1")
    wanted = get_route_path(scope) + "?" * bool(query) + query
    return f"{scope.get('root_path', '')}{JOIN}?to={quote(wanted)}"


def _own_host(connection: HTTPConnection) -> bool:
    """Tell whether the host that was asked for is an address or a name of this machine.

    This stops DNS rebinding: a page of another site whose name resolves to this machine sends that
    name as its host.
    """
    try:
        host = urlsplit(f"//{connection.headers.get('host', '')}").hostname or ""
    except ValueError:  # brackets that hold no address
        return False
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return host in {"localhost", socket.gethostname().lower()}


def _same_origin(connection: HTTPConnection) -> bool:
    """Tell whether a socket was opened, or something sent, by a page of this server."""
    origin = connection.headers.get("origin")
    reading = connection.scope["type"] == "http" and connection.scope["method"] in ("GET", "HEAD")
    is_socket = "/_nicegui_ws/" in connection.scope["path"]
    if origin is None or (reading and not is_socket):
        return True
    try:
        return urlsplit(origin).netloc == connection.headers.get("host")
    except ValueError:
        return False


def _wants_page(connection: HTTPConnection) -> bool:
    return "text/html" in connection.headers.get("accept", "")


def _with_headers(scope: Scope, send: Send) -> Send:
    secure, root = scope["scheme"] in ("https", "wss"), scope.get("root_path", "")

    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [*message.get("headers", []), *_HEADERS]
            message["headers"] = [
                _for_this_place(name, value, secure, root) for name, value in headers
            ]
        await send(message)

    return with_headers


def _for_this_place(name: bytes, value: bytes, secure: bool, root: str) -> tuple[bytes, bytes]:
    """Return a header whose cookie is sent to this prototype alone, and behind TLS only there."""
    if name.lower() != b"set-cookie":
        return name, value
    if root:
        value = _PATH_OF_COOKIE.sub(f"; path={root}".encode(), value)
    if secure and b"; secure" not in value.lower():
        value += b"; Secure"
    return name, value
