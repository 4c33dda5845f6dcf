"""Compresses what is sent; what never changes is compressed once for everybody.

Fifty tablets that open a prototype for the first time fetch the same scripts and style sheets.
Compressing them anew for each would keep the server busy for seconds.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..page.nicegui_inside import LASTING_FILES

_SMALLEST = 500
_LARGEST = 5_000_000
"""Bytes: what is larger is not kept in memory."""
_QUICK, _SMALL = 1, 9
_COMPRESSED_ALREADY = (".woff2", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".xlsx", ".pdf", ".zip")

_ONLY_A_PART = {"range", "if-none-match", "if-modified-since"}
"""Headers of requests that may be answered with less than the whole file."""


@dataclass(frozen=True)
class _Kept:
    """A response that was compressed."""

    headers: list[tuple[bytes, bytes]]
    body: bytes


class Compression(GZipMiddleware):
    """Compresses pages quickly, and lasting files well but once."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(app, minimum_size=_SMALLEST, compresslevel=_QUICK)
        self._kept: dict[str, _Kept] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, or compress what the application answers."""
        if scope["type"] != "http" or scope["path"].endswith(_COMPRESSED_ALREADY):
            await self.app(scope, receive, send)
        elif not _is_plain_request_for_a_lasting_file(scope):
            await super().__call__(scope, receive, send)
        elif kept := self._kept.get(scope["path"]):
            await _send(kept, send)
        else:
            await self._keep(scope, receive, send)

    async def _keep(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the application answer, and keep that compressed if it lasts."""
        collected = _Collected(send)
        await self.app(scope, receive, collected.take)
        # When the browser leaves, the application stops in the middle: nobody else may get a half.
        if not collected.passed_on and collected.is_whole:
            kept = collected.compressed()
            self._kept[scope["path"]] = kept
            await _send(kept, send)


class _Collected:
    """Collects an answer that can be kept; any other is passed on as it comes."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message = {}
        self._body = b""
        self.passed_on = False

    async def take(self, message: Message) -> None:
        """Take the next part of the answer."""
        if message["type"] == "http.response.start":
            self._start = message
            self.passed_on = not _lasts(message["status"], Headers(raw=message["headers"]))
        if self.passed_on:
            await self._send(message)
        elif message["type"] == "http.response.body":
            self._body += message.get("body", b"")

    @property
    def is_whole(self) -> bool:
        """Whether all of the answer has come."""
        promised = Headers(raw=self._start["headers"])["content-length"] if self._start else ""
        return promised == str(len(self._body))

    def compressed(self) -> _Kept:
        """Return the whole answer, compressed."""
        body = gzip.compress(self._body, _SMALL, mtime=0)
        headers = MutableHeaders(raw=list(self._start["headers"]))
        headers["Content-Encoding"] = "gzip"
        headers["Content-Length"] = str(len(body))
        headers.add_vary_header("Accept-Encoding")
        return _Kept(headers.raw, body)


async def _send(kept: _Kept, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": kept.headers})
    await send({"type": "http.response.body", "body": kept.body})


def _is_plain_request_for_a_lasting_file(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    return (
        scope["method"] == "GET"
        and scope["path"].startswith(LASTING_FILES)
        and "gzip" in headers.get("accept-encoding", "")
        and _ONLY_A_PART.isdisjoint(headers.keys())
    )


def _lasts(status: int, headers: Mapping[str, str]) -> bool:
    return (
        status == 200
        and "content-encoding" not in headers
        and _SMALLEST <= int(headers.get("content-length", 0)) <= _LARGEST
    )
