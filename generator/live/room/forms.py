"""The body of a small form, read whole within bounds before anything else looks at it."""

from __future__ import annotations

import asyncio
import re

from starlette.requests import HTTPConnection
from starlette.types import Message, Receive

MOST_BYTES = 16_384
"""A form with a name, an organisation and a PIN has a few hundred bytes."""
_SECONDS = 10.0
_LENGTH = re.compile("[0-9]{1,9}")


async def read_form(connection: HTTPConnection, receive: Receive) -> Receive | None:
    """Return a way to receive the body once more; None when it is too large, or too slow."""
    length = connection.headers.get("content-length", "0")
    if not _LENGTH.fullmatch(length) or int(length) > MOST_BYTES:
        return None
    body = b""
    try:
        async with asyncio.timeout(_SECONDS):
            more = True
            while more:
                message = await receive()
                if message["type"] != "http.request":
                    return None
                body += message.get("body", b"")
                more = message.get("more_body", False)
                if len(body) > MOST_BYTES:
                    return None
    except TimeoutError:
        return None
    return _replay(body, receive)


def _replay(body: bytes, receive: Receive) -> Receive:
    parts: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return parts.pop() if parts else await receive()

    return again
