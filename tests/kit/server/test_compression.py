"""What is compressed once for everybody is never half of a file."""

from __future__ import annotations

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor

import nicegui
from starlette.types import Message, Receive, Scope, Send

from blueprints.kit.server.compression import Compression

PATH = f"/_nicegui/{nicegui.__version__}/esm/key/drawing.js"
SCRIPT = b"draw();" * 400


class Shop:
    """Serves a script, whose first reader leaves before the end of it."""

    def __init__(self, sent_first: bytes) -> None:
        self._bodies = [sent_first, SCRIPT]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        headers = [(b"content-length", str(len(SCRIPT)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        body = self._bodies.pop(0)
        if body:
            await send({"type": "http.response.body", "body": body, "more_body": body != SCRIPT})


def ask(compression: Compression) -> list[Message]:
    """Return what is sent to somebody who asks for the script."""
    scope = {
        "type": "http",
        "method": "GET",
        "path": PATH,
        "headers": [(b"accept-encoding", b"gzip")],
    }
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    # In a thread of its own: where tests of a browser ran before, this one already has a loop.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, compression(scope, receive, send)).result()
    return sent


def test_what_the_first_reader_did_not_wait_for_is_whole_for_the_next() -> None:
    for sent_first in (b"", SCRIPT[:100]):
        compression = Compression(Shop(sent_first))
        assert ask(compression) == [], "nobody is told that this was all"
        for _ in range(2):
            start, body = ask(compression)
            assert start["status"] == 200
            assert gzip.decompress(body["body"]) == SCRIPT
