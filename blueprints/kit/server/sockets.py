"""What browsers send by their sockets, looked at before NiceGUI acts on it.

Anybody who may open a page can send anything: messages that are malformed, that speak for another
browser's page, or that hold characters which can't be sent on. They are dropped quietly.

Sawaru's own tests/live/room/test_connections.py and test_rights.py send what nobody should.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from http.cookies import CookieError, SimpleCookie
from typing import Any, cast
from urllib.parse import parse_qs
from weakref import WeakKeyDictionary

from nicegui import Client, ui
from socketio.exceptions import ConnectionRefusedError as Refused

from ..page import nicegui_inside as inside
from ..store import patiently
from ..texts import say

Cookies = Mapping[str, str]
_NO_PACKET = (ValueError, TypeError, IndexError, KeyError, AttributeError, RecursionError)
"""What reading a packet raises that is none."""
_MOST_ARGUMENTS = 32
_PATIENCE_SECONDS = 0.3
_turns: WeakKeyDictionary[Client, asyncio.Lock] = WeakKeyDictionary()
_HANDSHAKE = ("client_id", "tab_id", "document_id")
_LEVELS = ("debug", "info", "warning", "error")


def guard_sockets(
    accepts: Callable[[Client, Cookies], bool] = lambda client, cookies: True,  # noqa: ARG005
    accepts_event: Callable[[Client], bool] = lambda client: True,  # noqa: ARG005
) -> None:
    """Let only well-formed messages through, each from the browser whose page it is about.

    ``accepts`` tells whether a socket with these cookies may take over the page of a client;
    ``accepts_event`` whether what is done on a page still counts. It brings the page up to what its browser
    shows, so that what is done there finds its element.
    """
    handlers = inside.socket_handlers()
    connect, shake_hands = handlers["connect"], handlers["handshake"]

    def may_take_over(message: Mapping[str, Any], environ: Mapping[str, Any]) -> bool:
        if not all(isinstance(message.get(name), str) for name in _HANDSHAKE):
            return False
        number = message.get("next_message_id")
        if number is not None and not str(number).isdecimal():
            return False
        client = inside.client_with(message["client_id"])
        return client is None or accepts(client, cookies_of(environ))

    async def on_connect(sid: str, environ: dict[str, Any], auth: object = None) -> None:
        query = {k: v[0] for k, v in parse_qs(environ.get("QUERY_STRING", "")).items()}
        if query.get("implicit_handshake") == "true" and not may_take_over(query, environ):
            raise Refused("refused")
        await connect(sid, environ, auth)

    async def on_handshake(sid: str, message: object) -> bool:
        if not isinstance(message, dict) or not may_take_over(message, inside.environ_of(sid)):
            return False
        return bool(await cast(Awaitable[bool], shake_hands(sid, message)))

    async def on_event(sid: str, message: object) -> None:
        if client := _client_of(sid, message):
            async with turn_of(client):
                with _saying_why(client):
                    await patiently(act, client, sid, cast(dict[str, Any], message))

    def act(client: Client, sid: str, message: dict[str, Any]) -> None:
        if accepts_event(client) and _is_event_of(client, message):
            handle_event(sid, message)

    handle_event = handlers["event"]
    inside.handle("connect", on_connect)
    inside.handle("handshake", on_handshake)
    inside.handle("event", on_event)
    for name, is_well_formed in _OTHERS.items():
        inside.handle(name, _guarded(handlers[name], is_well_formed))
    _drop_what_is_no_message()


def _drop_what_is_no_message() -> None:
    """Let nothing be said of packets that can't be read, whoever sent them."""
    take = inside.packet_handler()

    async def on_packet(sid: str, packet: object) -> None:
        try:
            await take(sid, packet)
        except _NO_PACKET:
            return

    inside.take_packets(on_packet)


def turn_of(client: Client) -> asyncio.Lock:
    """Return the lock of a page: what happens on it happens one after the other.

    What somebody does there may have to wait for the database in the middle.
    """
    return _turns.setdefault(client, asyncio.Lock())


@contextmanager
def _saying_why(client: Client) -> Iterator[None]:
    """Tell somebody why nothing happens, when it takes long enough to wonder."""

    def say_why() -> None:
        with client:
            ui.notify(say("frame.reading"), spinner=True, timeout=4000)

    telling = asyncio.get_running_loop().call_later(_PATIENCE_SECONDS, say_why)
    try:
        yield
    finally:
        telling.cancel()


def cookies_of(environ: Mapping[str, Any]) -> Cookies:
    """Return the cookies with which a socket was opened."""
    try:
        parsed = SimpleCookie(str(environ.get("HTTP_COOKIE", "")))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in parsed.items()}


def _guarded(
    handler: Callable[[str, Any], object], is_well_formed: Callable[[dict[str, Any]], bool]
) -> Callable[[str, object], None]:
    def on_message(sid: str, message: object) -> None:
        if _client_of(sid, message) and is_well_formed(cast(dict[str, Any], message)):
            handler(sid, message)

    return on_message


def _client_of(sid: str, message: object) -> Client | None:
    """Return the client that a message is about; None when it is not this socket's."""
    if not isinstance(message, dict) or not isinstance(message.get("client_id"), str):
        return None
    client = inside.client_with(message["client_id"])
    return client if client and inside.has_socket(client, sid) else None


def _is_event_of(client: Client, message: dict[str, Any]) -> bool:
    """Tell whether an event is one that its element listens to, with arguments that are JSON.

    Arguments come as JSON within JSON. They are written anew where they hold halves of characters,
    which no answer could hold.
    """
    element = client.elements.get(message["id"]) if isinstance(message.get("id"), int) else None
    arguments = message.get("args", [])
    if element is None or not isinstance(message.get("listener_id"), str):
        return False
    if not inside.listens(element, message["listener_id"]):
        return False
    if not isinstance(arguments, list) or len(arguments) > _MOST_ARGUMENTS:
        return False
    try:
        message["args"] = [None if each is None else _whole(each) for each in arguments]
    except (TypeError, ValueError, RecursionError):
        return False
    return True


def _whole(argument: str) -> str:
    """Return JSON without halves of characters. Raises ValueError or TypeError when it is none."""
    parsed = json.loads(argument)
    whole = json.dumps(parsed, ensure_ascii=False, allow_nan=False)
    return whole.encode("utf-8", "replace").decode()


def _is_ack(message: dict[str, Any]) -> bool:
    return isinstance(message.get("next_message_id"), int)


def _is_response(message: dict[str, Any]) -> bool:
    return isinstance(message.get("request_id"), str)


def _is_log(message: dict[str, Any]) -> bool:
    return message.get("level") in _LEVELS and isinstance(message.get("message"), str)


_OTHERS: Mapping[str, Callable[[dict[str, Any]], bool]] = {
    "ack": _is_ack,
    "javascript_response": _is_response,
    "log": _is_log,
}
