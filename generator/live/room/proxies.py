"""Requests that came through a proxy: only proxies that the engineer named are trusted.

A proxy says whose request it passes on (``X-Forwarded-For``), how it was asked
(``X-Forwarded-Proto``) and which part of the path it took away (``X-Forwarded-Prefix``). Anybody
can send such headers, so from everybody else they are dropped before anything reads them.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

_PREFIX = re.compile(r"(/[A-Za-z0-9._~-]+)+")
_PROXY_HEADERS = {
    b"forwarded",
    b"x-forwarded-for",
    b"x-forwarded-host",
    b"x-forwarded-port",
    b"x-forwarded-prefix",
    b"x-forwarded-proto",
    b"x-real-ip",
}


class ThroughProxies:
    """Lets ``app`` see requests as they were before the proxies at ``trusted`` passed them on.

    ``trusted`` are addresses and networks (``127.0.0.1``, ``10.0.0.0/8``). What a proxy took away
    of the path becomes the ``root_path``, which stands at the beginning of the path, too.
    """

    def __init__(self, app: ASGIApp, trusted: Sequence[str]) -> None:
        self._app = app
        self._networks = [ipaddress.ip_network(each, strict=False) for each in trusted]
        self._behind_proxy = ProxyHeadersMiddleware(app, list(trusted))  # type: ignore[arg-type]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its headers checked."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        trusted = self._trusts(scope)
        prefix = _prefix(scope) if trusted else ""
        believed = {b"x-forwarded-for", b"x-forwarded-proto"} if trusted else set()
        dropped = _PROXY_HEADERS - believed
        scope["headers"] = [item for item in scope["headers"] if item[0] not in dropped]
        if prefix:
            scope["root_path"] = prefix + scope.get("root_path", "")
            scope["path"] = prefix + scope["path"]
        app = self._behind_proxy if trusted else self._app
        await app(scope, receive, send)  # type: ignore[arg-type]

    def _trusts(self, scope: Scope) -> bool:
        host = scope["client"][0] if scope.get("client") else ""
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return False
        if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
            address = address.ipv4_mapped
            scope["client"] = (str(address), scope["client"][1])
        return any(address in network for network in self._networks)


def _prefix(scope: Scope) -> str:
    prefix = Headers(scope=scope).get("x-forwarded-prefix", "").rstrip("/")
    return prefix if _PREFIX.fullmatch(prefix) else ""


class BelowPath:
    """Answers only below ``base`` (``/t/roads``), as if the rest of the path were all of it."""

    def __init__(self, app: ASGIApp, base: str) -> None:
        self._app = app
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what is asked for below the base, and refuse everything else."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        root, path = scope.get("root_path", ""), scope["path"]
        inner = path.removeprefix(root)
        if inner == self._base or inner.startswith(f"{self._base}/"):
            scope["root_path"] = root + self._base
            scope["path"] = path if inner != self._base else f"{path}/"
        else:
            scope["outside_of"] = self._base
        await self._app(scope, receive, send)
