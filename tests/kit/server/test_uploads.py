"""Uploads come in parts into files without names, of which nothing is left whatever happens."""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
import socket
import threading
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from blueprints.kit.server import uploads
from blueprints.kit.server.uploads import NotReceivedError, Sent, received, unless_left
from blueprints.kit.store import Unavailable

MOST = 3_000_000
ANSWERED = "HTTP/1.1 200"


class Server:
    """A server that tells what came of each upload, and keeps nothing of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.outcomes: list[str] = []
        self._added = threading.Condition()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = self._listening.getsockname()
        routes = [
            Route("/", self._take, methods=["POST"]),
            Route("/wait", self._wait, methods=["POST"]),
        ]
        app = Starlette(routes=routes)
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="critical"))
        self._thread = threading.Thread(target=self._server.run, args=([self._listening],))
        self._thread.start()

    async def _take(self, request: Request) -> JSONResponse:
        try:
            with await received(request, MOST, self.folder) as sent:
                outcome = hashlib.file_digest(sent, "sha256").hexdigest()
        except NotReceivedError as error:
            outcome = error.why
        except Unavailable as error:
            outcome = str(error)
        self._add(outcome)
        return JSONResponse(outcome)

    def _add(self, outcome: str) -> None:
        with self._added:
            self.outcomes.append(outcome)
            self._added.notify()

    async def _wait(self, request: Request) -> JSONResponse:
        """Take what is sent, and then work until nobody waits for it."""
        with await received(request, MOST, self.folder):
            try:
                await unless_left(request, self._work())
            except NotReceivedError as error:
                self._add(error.why)
        return JSONResponse("")

    async def _work(self) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            self._add("stopped")

    def until(self, count: int) -> list[str]:
        """Wait until something came of ``count`` uploads."""
        with self._added:
            assert self._added.wait_for(lambda: len(self.outcomes) >= count, 60)
        return self.outcomes

    def connect(self, head: str, path: str = "/") -> socket.socket:
        """Open a connection and send the head of a request."""
        connection = socket.create_connection(self.address)
        connection.sendall(f"POST {path} HTTP/1.1\r\nHost: here\r\n{head}\r\n\r\n".encode())
        return connection

    def left_behind(self) -> list[str]:
        """Return what of uploads is still on the disk, with a name or without."""
        opened = list[str]()
        for handle in Path("/proc/self/fd").iterdir():
            with suppress(FileNotFoundError):
                opened.append(str(handle.readlink()))
        named = [str(path) for path in self.folder.rglob("*")]
        return named + [name for name in opened if name.startswith(str(self.folder))]

    def end(self) -> None:
        """Stop it."""
        self._server.should_exit = True
        self._thread.join()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server with a folder of its own."""
    server = Server(tmp_path / "files")
    yield server
    server.end()
    assert uploads._held.add(0) == 0


def post(server: Server, content: bytes | Iterator[bytes]) -> str:
    host, port = server.address
    return str(httpx.post(f"http://{host}:{port}/", content=content, timeout=60).json())


@pytest.mark.parametrize("length", [0, 1, 65_536, 65_537, 262_144, 1_000_003, MOST])
def test_what_is_sent_comes_whole_whatever_its_length(server: Server, length: int) -> None:
    content = os.urandom(length)
    assert post(server, content) == hashlib.sha256(content).hexdigest()
    assert server.left_behind() == []


def test_what_does_not_say_its_length_comes_whole_too(server: Server) -> None:
    parts = [os.urandom(100_001) for _ in range(12)]
    assert post(server, iter(parts)) == hashlib.sha256(b"".join(parts)).hexdigest()
    assert server.left_behind() == []


def test_what_is_too_large_is_refused_whether_it_says_so_or_not(server: Server) -> None:
    assert post(server, bytes(MOST + 1)) == "too_large"
    assert post(server, (bytes(100_000) for _ in range(40))) == "too_large"
    assert server.left_behind() == []


def test_a_browser_that_leaves_takes_everything_along(server: Server) -> None:
    with server.connect("Content-Length: 2000000") as connection:
        connection.sendall(bytes(1_000_000))
    with server.connect("Transfer-Encoding: chunked") as connection:
        connection.sendall(b"F4240\r\n" + bytes(1_000_000) + b"\r\n")
    assert server.until(2) == ["left", "left"]
    assert server.left_behind() == []


def test_nothing_is_done_any_more_for_a_browser_that_left_after_it_had_sent_everything(
    server: Server,
) -> None:
    with server.connect("Content-Length: 5", "/wait") as connection:
        connection.sendall(b"12345")
    assert sorted(server.until(2)) == ["left", "stopped"]
    assert server.left_behind() == []


@pytest.mark.parametrize(
    "length", ["-1", "abc", "1e6", "99999999999999999999999", "5, 6", "²", "+5"]
)
def test_a_length_that_is_none_breaks_nothing(server: Server, length: str) -> None:
    connection = socket.create_connection(server.address)
    head = f"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: {length}\r\n\r\n"
    connection.sendall(head.encode("latin-1") + b"12345")
    connection.shutdown(socket.SHUT_WR)
    with connection:
        answer = connection.makefile("rb").read()
    assert b"500" not in answer.partition(b"\r\n")[0]
    assert server.left_behind() == []


def test_more_than_was_said_is_not_taken_for_more_of_it(server: Server) -> None:
    with server.connect("Content-Length: 5\r\nConnection: close") as connection:
        connection.sendall(b"12345" + b"6" * 1000)
        answer = connection.makefile("rb").read().decode()
    assert hashlib.sha256(b"12345").hexdigest() in answer
    assert server.left_behind() == []


def test_who_sends_nothing_more_for_long_is_given_up(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "PATIENCE_SECONDS", 0.05)
    with server.connect("Content-Length: 2000000") as connection:
        connection.sendall(bytes(1_000_000))
        assert server.until(1) == ["too_slow"]
        assert connection.recv(100).decode().startswith(ANSWERED)
    assert server.left_behind() == []


def test_all_that_is_under_way_together_is_bounded(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_HELD", 1_500_000)
    with server.connect("Content-Length: 2000000") as first:
        first.sendall(bytes(1_000_000))
        while uploads._held.add(0) < 1_000_000:  # until it has come
            pass
        assert post(server, bytes(1_000_000)) == "busy"
    assert server.until(2)[1] == "left"
    content = bytes(1_000_000)
    assert post(server, content) == hashlib.sha256(content).hexdigest()


def test_a_disk_that_is_nearly_full_takes_no_uploads(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LEAST_FREE", shutil.disk_usage("/").total)
    assert "いっぱい" in post(server, bytes(1_000_000))
    assert server.left_behind() == []


def test_a_folder_that_can_not_be_written_to_says_so(server: Server) -> None:
    server.folder.write_text("not a folder")
    assert "保存できませんでした" in post(server, b"1")


def test_a_file_is_counted_until_it_is_closed(tmp_path: Path) -> None:
    sent = Sent(tmp_path)
    sent.count(10)
    assert uploads._held.add(0) == 10
    sent.close()
    sent.close()
    assert uploads._held.add(0) == 0


def in_a_thread(work: Coroutine[Any, Any, None]) -> None:
    """Run ``work`` where no test of a browser that came before has left a loop."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


def test_uploads_that_are_broken_off_by_the_server_leave_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        waits = asyncio.Event()

        async def receive() -> dict[str, Any]:
            if not waits.is_set():
                waits.set()
                return {"type": "http.request", "body": bytes(1_000_000), "more_body": True}
            await asyncio.Event().wait()
            raise AssertionError

        request = Request({"type": "http", "method": "POST", "headers": []}, receive)
        task = asyncio.create_task(received(request, MOST, tmp_path))
        while uploads._held.add(0) < 1_000_000:
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    in_a_thread(run())
    assert uploads._held.add(0) == 0
    assert list(tmp_path.iterdir()) == []
