"""The door of the room: who may come in, and from where.

On this machine alone the door is open. Bound beyond it, a browser must have joined with the PIN
once; its name then stands in a signed cookie. Pages of other sites get nothing: the origin of a
socket must be this server, and no page may put this one into a frame.
"""

from __future__ import annotations

import ipaddress
import secrets
import socket
import time
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from urllib.parse import quote, urlsplit

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "room"
JOIN = "/join"
JOIN_STYLE = "/join/join.css"
COOKIE_SECONDS = 14 * 24 * 3600
MOST_WRONG = 5
"""Wrong PINs that one address may send in WRONG_SECONDS."""
WRONG_SECONDS = 60
_HEADERS = [
    (b"content-security-policy", b"frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
]


@dataclass(frozen=True)
class Person:
    """Somebody in the room, as they said who they are."""

    name: str = ""
    organization: str = ""

    def __str__(self) -> str:
        """Return how a record names them: 会津若松市 建設課 山田."""
        return " ".join(part for part in (self.organization, self.name) if part)


class Keys:
    """Knows the PIN and signs who joined; an empty ``pin`` is a room on this machine only."""

    def __init__(self, secret: str, pin: str) -> None:
        self.pin = pin
        # Another PIN is another room: those who joined the last one must join again.
        self._signer = URLSafeSerializer(secret, salt=f"room-{pin}")
        self._wrong: defaultdict[str, deque[float]] = defaultdict(deque)

    def sign(self, person: Person) -> str:
        """Return the cookie of ``person``."""
        return str(self._signer.dumps(asdict(person)))

    def person(self, cookies: Mapping[str, str]) -> Person | None:
        """Return who holds the cookies; None when they did not join."""
        try:
            return Person(**self._signer.loads(cookies.get(COOKIE, "")))
        except (BadSignature, TypeError):
            return None

    def fits(self, pin: str, address: str) -> bool | None:
        """Tell whether ``pin`` is the right one; None when ``address`` tried too often."""
        tries, now = self._wrong[address], time.monotonic()
        while tries and tries[0] < now - WRONG_SECONDS:
            tries.popleft()
        if len(tries) >= MOST_WRONG:
            return None
        if not self.pin or secrets.compare_digest(pin.encode(), self.pin.encode()):
            return True
        tries.append(now)
        return False


def is_here(connection: HTTPConnection) -> bool:
    """Tell whether a request comes from this very machine, and not through a proxy on it.

    A page of another site whose name was made to lead here has that name as its host.
    """
    if connection.client is None or "x-forwarded-for" in connection.headers:
        return False
    try:
        from_here = ipaddress.ip_address(connection.client.host).is_loopback
    except ValueError:
        return False
    return from_here and _own_host(connection)


def _own_host(connection: HTTPConnection) -> bool:
    """Tell whether the host that was asked for is an address or a name of this machine."""
    host = urlsplit(f"//{connection.headers.get('host', '')}").hostname or ""
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return host in {"localhost", socket.gethostname().lower()}


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
        if not _same_origin(connection) or not (self._keys.pin or _own_host(connection)):
            await _refuse(scope, receive, send, 403)
        elif self._may_enter(connection):
            await self._app(scope, receive, _with_headers(send))
        elif scope["type"] == "http" and scope["method"] == "GET" and _wants_page(connection):
            query = scope["query_string"].decode("latin-1")
            target = f"{JOIN}?to={quote(scope['path'] + '?' * bool(query) + query)}"
            await RedirectResponse(target, 303)(scope, receive, send)
        else:
            await _refuse(scope, receive, send, 401)

    def _may_enter(self, connection: HTTPConnection) -> bool:
        return (
            not self._keys.pin
            or connection.scope["path"] in (JOIN, JOIN_STYLE)
            or is_here(connection)
            or self._keys.person(connection.cookies) is not None
        )


def _same_origin(connection: HTTPConnection) -> bool:
    """Tell whether a socket was opened, or something sent, by a page of this server."""
    origin = connection.headers.get("origin")
    reading = connection.scope["type"] == "http" and connection.scope["method"] in ("GET", "HEAD")
    is_socket = "/_nicegui_ws/" in connection.scope["path"]
    if origin is None or (reading and not is_socket):
        return True
    return urlsplit(origin).netloc == connection.headers.get("host")


def _wants_page(connection: HTTPConnection) -> bool:
    return "text/html" in connection.headers.get("accept", "")


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    else:
        await Response(status_code=status)(scope, receive, send)


def _with_headers(send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", []), *_HEADERS]
        await send(message)

    return with_headers
