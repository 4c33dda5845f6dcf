"""Many connections, many requests, strange ones: everybody else is served as ever."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from generator.live.room import connections
from tests.live.conftest import Start
from tests.live.room.test_door import HTML, Room, _open
from tests.live.serving import PATIENCE, Served
from tests.live.visiting import Visitor

PACKETS = (
    *('42["event",{"x":', "42", "4", "49", "42[]", "42{}", '42["event"]', '42["event",1,2,3]'),
    *('42/none,["event"]', "451-", "4519-[]", "451-[1]", '451-["event",{"_placeholder":true}]'),
    *("43", "43[]", "430[1]", "44{}", "41", "40{", "99999", "b4AAAA", "6", "", "42[1,2]", "42[[]]"),
    *('42["event",' + "[" * 2000, '42["\ud800"]', '42["event",{"client_id":"\ud800"}]', "4\x00"),
)
"""What no browser sends: packets of engine and socket that are cut short or mean nothing."""


@pytest.fixture(scope="module")
def room(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    room = _open(start, tmp_path_factory)
    yield room
    assert "Traceback" not in "".join(room.served.generate.said)


def connect(room: Room) -> socket.socket:
    url = urlsplit(room.outside)
    return socket.create_connection((url.hostname, url.port), PATIENCE)


def resident(process: int) -> int:
    """Return the memory of a process, in megabytes."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


@pytest.mark.parametrize("begin", [b"", b"GET / HTTP/1.1\r\nHost: x\r\nX-A: "])
def test_half_open_requests_do_not_pile_up_and_others_are_served(room: Room, begin: bytes) -> None:
    cookie = room.cookie("佐藤")
    with ExitStack() as stack:
        waiting = [stack.enter_context(closing(connect(room))) for _ in range(600)]
        for one in waiting:
            with suppress(OSError):
                one.sendall(begin)
        assert room.ask("/s/report_list", **HTML, Cookie=cookie)[0] == 200
        oldest = waiting[0]
        oldest.settimeout(PATIENCE)
        with suppress(ConnectionResetError):
            assert oldest.recv(1) == b"", "the one that waited longest was closed"


def test_a_request_that_never_ends_is_closed_by_its_size(room: Room) -> None:
    with closing(connect(room)) as endless:
        endless.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-A: ")
        sent = 0
        with suppress(OSError):
            while sent < 100 * connections.MOST_BYTES:
                endless.sendall(b"x" * 8192)
                sent += 8192
        assert sent < 100 * connections.MOST_BYTES


def test_one_who_asks_for_thousands_of_pages_keeps_nobody_waiting(room: Room) -> None:
    """The turn of somebody else comes after one or two pages, not after all of them."""
    greedy, other = room.cookie("佐藤"), room.cookie("鈴木")
    before = resident(room.served.generate.room_process())
    url = urlsplit(room.outside)
    answered: list[float] = []

    def ask(_: int) -> None:
        connection = HTTPConnection(url.netloc, timeout=PATIENCE)
        with closing(connection):
            connection.request("GET", "/s/report_list", headers={"Cookie": greedy, **HTML})
            assert connection.getresponse().read()
            answered.append(time.monotonic())

    with ThreadPoolExecutor(100) as threads:
        asking = [threads.submit(ask, number) for number in range(400)]
        while len(answered) < 20:
            time.sleep(0.01)
        ahead = len(answered)
        assert room.ask("/s/report_list", **HTML, Cookie=other)[0] == 200
        assert len(answered) - ahead < 60, "not behind the hundred that were asked for before"
        for one in asking:
            one.result()
    assert resident(room.served.generate.room_process()) - before < 300


@pytest.mark.parametrize(
    "path",
    [
        "/s/report_list?q=%ed%a0%80",
        "/s/report_list?q=%ff%fe%00",
        "/s/%ed%a0%80",
        "/s/report_detail/%00",
        "/s/report_detail/99999999999999999999",
        "/s/report_list?sort=%0a&page=-1",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/_workshop/%2e%2e%2fpages.py",
        "/_kit/..%2fserver.py",
        "/board?x=%ed%a0%80",
        "/trace?at=%ed%a0%80",
        "/join?to=%ed%a0%80&key=%ed%a0%80",
        "/enter/%ed%a0%80",
        "/join/state?%ed",
    ],
)
def test_an_address_that_is_no_text_is_answered_like_any_other(room: Room, path: str) -> None:
    assert room.ask(path, **HTML, Cookie=room.cookie("佐藤"))[0] in (200, 303, 403, 404)


@pytest.mark.parametrize(
    ("method", "path", "body", "headers"),
    [
        (
            "POST",
            "/join",
            b"name=%ed%a0%80&pin=%ff",
            {"Content-Type": "application/x-www-form-urlencoded"},
        ),
        (
            "POST",
            "/join",
            b"--b\r\nContent-Disposition: x\r\n\r\n",
            {"Content-Type": "multipart/form-data; boundary=b"},
        ),
        ("POST", "/join", b"{}", {"Content-Type": "application/json"}),
        ("POST", "/join", b"x", {"Content-Type": "multipart/form-data"}),
        ("POST", "/s/report_form", b"", {}),
        ("DELETE", "/", b"", {}),
        ("GET", "/", b"", {"Cookie": "room-\xed=1; \xff\xfe"}),
        ("GET", "/", b"", {"Host": "[::"}),
        ("GET", "/", b"", {"Origin": "http://[::"}),
        ("POST", "/_files/report/ sheet", b"PK", {}),
    ],
)
def test_a_strange_request_is_refused_quietly(
    room: Room, method: str, path: str, body: bytes, headers: dict[str, str]
) -> None:
    connection = HTTPConnection(urlsplit(room.outside).netloc, timeout=PATIENCE)
    with closing(connection):
        connection.putrequest(method, path.replace(" ", "%20"), skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value.encode("latin-1"))
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        assert connection.getresponse().status < 500


def test_strange_messages_on_a_socket_are_dropped_quietly(browser: Browser, served: Served) -> None:
    visitor = Visitor(browser.new_page(), served.address).visit("/s/report_form")
    page = visitor.page
    client = page.evaluate("window.socket.io.opts.query.client_id")
    element = page.evaluate(
        """() => { const input = document.querySelector("main input");
                   return { id: Number(input.id.replace(/^[a-z]+/, "0x")), name: input.id } }"""
    )
    messages: list[object] = [
        None,
        [],
        "x",
        7,
        {},
        {"client_id": None},
        {"client_id": client},
        {"client_id": client, "id": "x", "listener_id": "y", "args": []},
        {"client_id": client, "id": element["id"], "listener_id": "nothing", "args": []},
        {"client_id": client, "id": 0, "listener_id": [], "args": {}},
        {"client_id": client, "id": 0, "listener_id": "x", "args": ["{"]},
        {"client_id": client, "request_id": None, "next_message_id": "x", "level": 3},
        {"client_id": client, "tab_id": 5, "document_id": {}, "next_message_id": "-"},
    ]
    for kind in ("event", "handshake", "javascript_response", "ack", "log", "unknown"):
        for message in messages:
            page.evaluate(f"window.socket.emit({json.dumps(kind)}, {json.dumps(message)})")
    for packet in PACKETS:
        page.evaluate(f"window.socket.io.engine.write({json.dumps(packet)})")
    visitor.visit("/s/report_form")
    place = page.get_by_role("textbox", name="場所")
    place.evaluate(
        """(box) => { box.value = "半分\\ud83dの道";
                     box.dispatchEvent(new Event("input", { bubbles: true })) }"""
    )
    page.get_by_role("button", name="登録する", exact=True).click()
    expect(page.get_by_role("heading", name="半分")).to_be_visible()
    page.close()
    assert "Traceback" not in "".join(served.generate.said)
