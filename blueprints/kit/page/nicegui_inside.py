"""The inside of NiceGUI: whatever of it has no documentation that promises it is used here alone.

Checked with NiceGUI 3.18. What a release changes of it is mended here; Sawaru's own
tests/kit/test_nicegui_inside.py fails then. Pages are NiceGUI's clients: one page in one browser.

- Pages: ``Client(page, request=…)``, ``Client.build_response``, ``Client.instances``,
  ``next_element_id``, ``_socket_to_document_id``, ``connect_handlers`` with that of a drawer,
  ``Slot.get_stack``, ``app.on_page_exception``.
- Elements: ``_event_listeners``.
- Sockets: the handlers of ``core.sio`` and of ``core.sio.eio``, and what they are given.
- The function ``helpers.expects_arguments``, and that it is looked up there at each call.
- Addresses: files that never change are below ``/_nicegui/<version>/``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import nicegui
from fastapi import Request
from nicegui import Client, app, core, helpers, ui
from nicegui.element import Element
from nicegui.slot import Slot
from starlette.responses import Response

Handler = Callable[..., Any]
AsksForArguments = Callable[[Callable[..., Any]], bool]

LASTING_FILES = tuple(
    f"/_nicegui/{nicegui.__version__}/{kind}/"
    for kind in ("static", "components", "libraries", "esm")
)
"""Where files are whose address changes when they do."""


def client_with(id: str) -> Client | None:
    """Return the page with that id; None when it is kept no more."""
    return Client.instances.get(id)


def new_client(request: Request) -> Client:
    """Return a page for an address that has none, to be filled and sent by :func:`response_with`."""
    return Client(ui.page(""), request=request)


def response_with(client: Client, request: Request, status: int) -> Response:
    """Return the answer that brings a page to the browser which asks."""
    return client.build_response(request, status)


def on_failing_page(show: Callable[[], object]) -> None:
    """Let ``show`` fill the page that a browser gets in the place of one that failed."""
    app.on_page_exception(show)


def is_on_page() -> bool:
    """Tell whether what runs now belongs to a page: elements that it makes come to stand there."""
    return bool(Slot.get_stack())


@contextmanager
def ids_from(first: int) -> Iterator[None]:
    """Give the elements that are made inside, on the page in use, ids that count from ``first``."""
    client = ui.context.client
    before = client.next_element_id
    client.next_element_id = first
    try:
        yield
    finally:
        client.next_element_id = before


def ask_nothing(drawer: ui.left_drawer) -> None:
    """Keep a drawer that was just made from asking every browser whether it is open."""
    drawer.client.connect_handlers.pop()


def listens(element: Element, listener: str) -> bool:
    """Tell whether an element listens to what a browser sends for the listener with that id."""
    return listener in element._event_listeners


def has_socket(client: Client, socket: str) -> bool:
    """Tell whether a page is shown by the browser at the other end of a socket."""
    return socket in client._socket_to_document_id


def socket_handlers() -> Mapping[str, Handler]:
    """Return what handles messages now: message → handler, of the socket and what was sent."""
    return dict(core.sio.handlers["/"])


def handle(message: str, handler: Handler) -> None:
    """Let ``handler`` handle a kind of message from now on."""
    core.sio.on(message, handler)


def environ_of(socket: str) -> Mapping[str, Any]:
    """Return the WSGI environment of the request that opened a socket."""
    environ: Mapping[str, Any] = core.sio.get_environ(socket)
    return environ


def packet_handler() -> Handler:
    """Return what takes packets now, before they are read."""
    handler: Handler = core.sio.eio.handlers["message"]
    return handler


def take_packets(handler: Handler) -> None:
    """Let ``handler`` take packets from now on."""
    core.sio.eio.handlers["message"] = handler


def asks_for_arguments() -> AsksForArguments | None:
    """Return what tells NiceGUI whether a function takes arguments; None if it does not ask so."""
    return getattr(helpers, "expects_arguments", None)


def ask_for_arguments_by(asks: AsksForArguments) -> None:
    """Let ``asks`` tell NiceGUI from now on whether a function takes arguments."""
    helpers.expects_arguments = asks  # type: ignore[assignment]
