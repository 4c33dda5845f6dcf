"""What the kit uses of NiceGUI's inside is there and does what it is used for.

A release of NiceGUI that fails here is mended in blueprints/kit/page/nicegui_inside.py.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest
from fastapi import Request
from nicegui import Client, app, core, helpers, ui

from blueprints.kit.page import nicegui_inside as inside

T = TypeVar("T")

HTTP = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}


def run(what: Coroutine[Any, Any, T]) -> T:
    """Run ``what`` in a thread of its own: in this one, a browser may have its own loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, what).result()


@pytest.fixture
def client() -> Iterator[Client]:
    """A page that no browser has."""
    client = inside.new_client(Request(HTTP | {"app": app}))
    with client:
        yield client
    Client.instances.pop(client.id, None)


def test_a_page_is_made_for_an_address_that_has_none_and_found_by_its_id(client: Client) -> None:
    assert inside.client_with(client.id) is client
    assert inside.client_with("nobody's") is None


def test_a_page_becomes_the_answer_to_a_request(client: Client) -> None:
    # What comes of it is seen where a prototype refuses something, as NiceGUI must run for that.
    inspect.signature(client.build_response).bind(client.request, 404)


@pytest.mark.usefixtures("client")
def test_elements_count_from_where_they_are_told() -> None:
    before = ui.label()
    with inside.ids_from(5_000):
        assert [ui.label().id for _ in range(3)] == [5_000, 5_001, 5_002]
    assert ui.label().id == before.id + 1


@pytest.mark.usefixtures("client")
def test_code_knows_whether_it_runs_on_a_page() -> None:
    assert inside.is_on_page()

    async def elsewhere() -> bool:
        return inside.is_on_page()

    assert not run(elsewhere())


def test_a_drawer_asks_the_browser_by_one_handler_which_is_the_last(client: Client) -> None:
    ui.label()
    others = list(client.connect_handlers)
    with client.content:
        inside.ask_nothing(ui.left_drawer())
    assert client.connect_handlers == others


@pytest.mark.usefixtures("client")
def test_an_element_listens_by_the_id_that_its_browser_is_told() -> None:
    button = ui.button(on_click=lambda: None)
    [listener_id] = [
        each["listener_id"] for each in button._to_dict()["events"] if each["type"] == "click"
    ]
    assert inside.listens(button, listener_id)
    assert not inside.listens(button, "another")


def test_a_page_knows_the_sockets_of_its_browser(client: Client) -> None:
    async def come() -> None:
        await client.handle_handshake("socket", "tab", None, "document", None)

    assert not inside.has_socket(client, "socket")
    run(come())
    assert inside.has_socket(client, "socket")
    assert client.has_socket_connection


@pytest.mark.parametrize(
    "message", ["connect", "handshake", "event", "ack", "javascript_response", "log"]
)
def test_every_message_of_a_browser_has_a_handler_that_takes_the_socket_and_what_was_sent(
    message: str,
) -> None:
    handler = inside.socket_handlers()[message]
    inspect.signature(handler).bind("socket", {})
    assert inspect.iscoroutinefunction(handler) is (message in ("connect", "handshake"))


def test_nicegui_listens_to_no_message_that_nobody_looks_at() -> None:
    looked_at = {"connect", "handshake", "event", "ack", "javascript_response", "log"}
    assert set(inside.socket_handlers()) - looked_at <= {"disconnect"}


def test_a_handler_takes_the_place_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core.sio, "handlers", {"/": dict(inside.socket_handlers())})
    monkeypatch.setattr(core.sio.eio, "handlers", dict(core.sio.eio.handlers))

    def ours(socket: str, sent: object) -> None: ...

    inside.handle("event", ours)
    assert inside.socket_handlers()["event"] is ours
    inspect.signature(inside.packet_handler()).bind("socket", "packet")
    assert inspect.iscoroutinefunction(inside.packet_handler())
    inside.take_packets(ours)
    assert inside.packet_handler() is ours


def test_who_is_at_a_socket_is_told_by_the_request_that_opened_it() -> None:
    inspect.signature(core.sio.get_environ).bind("socket")


@pytest.mark.usefixtures("client")
def test_nicegui_asks_for_arguments_where_the_answer_can_be_replaced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert inside.asks_for_arguments() is helpers.expects_arguments
    asked: list[object] = []
    monkeypatch.setattr(helpers, "expects_arguments", helpers.expects_arguments)

    def asks(function: object) -> bool:
        asked.append(function)
        return False

    inside.ask_for_arguments_by(asks)
    ui.label()
    assert asked


def test_a_page_that_fails_can_be_filled() -> None:
    inspect.signature(app.on_page_exception).bind(lambda: None)


def test_files_that_last_are_where_they_are_thought_to_be() -> None:
    served = {getattr(route, "path", "") + "/" for route in app.routes}
    for place in inside.LASTING_FILES:
        assert any(path.startswith(place) for path in served), place
