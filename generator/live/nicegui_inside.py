"""The inside of NiceGUI: whatever of it no documentation promises.

Names with an underscore are used here alone; ``created``, ``elements``, ``content`` and
``parent_slot`` are also read in the room and the workshop.

Checked with NiceGUI 3.18; tests/live/test_nicegui_inside.py fails when a release changes any of it.
Pages are NiceGUI's clients: one page in one browser.

- Pages: ``Client(page, request=…)``, ``Client.instances``, ``created``, ``_delete_tasks``,
  ``elements``, ``next_element_id``, ``layout``, ``page_container``, ``content``,
  ``connect_handlers``, ``disconnect_handlers``, and that the ids of elements count up.
- Elements: ``_client``, ``_to_dict``, ``_event_listeners``, ``_handle_delete``, ``_deleted``,
  ``parent_slot``, ``component``; ``Slot.children``, ``Slot._parent``;
  ``ValueElement.VALUE_PROP``; the canary that follows a dialog.
- Messages: ``Outbox.updates``, ``stop``, ``enqueue_message``, ``_loaded_components``; what
  ``update``, with ``preserved_props``, and ``load_js_components`` mean to browsers.
- ``storage.request_contextvar``, which listeners keep from when they are made.
- The module ``nicegui.json``, and Mermaid as ``nicegui-mermaid`` once its element was imported.
- Of FastAPI, below NiceGUI's ``app``: ``build_middleware_stack``.

What the kit of a prototype uses is listed in its own ``page/nicegui_inside.py``.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from fastapi import Request
from nicegui import Client, app, ui
from nicegui import json as nicegui_json
from nicegui.dependencies import JsComponent
from nicegui.element import Element
from nicegui.elements.mixins.value_element import ValueElement
from nicegui.event_listener import EventListener
from nicegui.page import page
from nicegui.slot import Slot
from nicegui.storage import request_contextvar
from starlette.types import ASGIApp

Described = dict[int, dict[str, Any]]
"""Elements as a browser gets them: element id → what the element is."""


def clients() -> list[Client]:
    """Return all pages that are kept, whether a browser shows them or not."""
    return list(Client.instances.values())


def connected_clients() -> list[Client]:
    """Return the pages that browsers show now."""
    return [client for client in clients() if client.has_socket_connection]


def is_unseen(client: Client) -> bool:
    """Tell whether no browser has shown a page yet; one that lost its connection has."""
    return not client.has_socket_connection and not client._delete_tasks


def new_client(like: Client | None = None) -> Client:
    """Return a page that no browser has, for the address and the browser of ``like``."""
    client = Client(like.page, request=like.request) if like else Client(page(""))
    # It must not be deleted together with a part of the page on which it was created.
    if slot := client.layout.parent_slot:
        slot.children.remove(client.layout)
        client.layout.parent_slot = None
    return client


@contextmanager
def request_in_use(request: Request) -> Iterator[None]:
    """Create what is built inside for whoever sent ``request``.

    So its listeners find the storage of that browser.
    """
    token = request_contextvar.set(request)
    try:
        yield
    finally:
        request_contextvar.reset(token)


def drop_client(client: Client) -> None:
    """Forget a page that no browser has; its elements may go on elsewhere."""
    client.outbox.stop()
    Client.instances.pop(client.id, None)


def count_ids_from(client: Client, first: int) -> None:
    """Let the elements that are made from now on have ids of at least ``first``."""
    client.next_element_id = max(client.next_element_id, first)


def described(elements: Iterable[Element]) -> Described:
    """Return ``elements`` as a browser would get them now.

    It is a copy: live objects would go on changing, and a browser gets tuples as lists.
    """
    live = {element.id: element._to_dict() for element in elements}
    copied: dict[str, dict[str, Any]] = nicegui_json.loads(nicegui_json.dumps(live))
    return {int(key): description for key, description in copied.items()}


def props_of_browser(element: Element) -> list[str]:
    """Return the props that belong to the browser: what is typed, chosen, opened."""
    return [element.VALUE_PROP] if isinstance(element, ValueElement) else []


def name_listeners(element: Element, name: Callable[[Element, int, EventListener], str]) -> None:
    """Give each listener of ``element`` the id that ``name`` returns for its place there."""
    listeners = list(element._event_listeners.values())
    element._event_listeners.clear()
    for number, listener in enumerate(listeners):
        listener.id = name(element, number, listener)
        element._event_listeners[listener.id] = listener


def canary_of(dialog: ui.dialog) -> Element | None:
    """Return what NiceGUI makes right after a dialog, and deletes the dialog with; None if gone."""
    return dialog.client.elements.get(dialog.id + 1)


def place(element: Element, slot: Slot, client: Client) -> None:
    """Put ``element``, which is on another page, at the end of ``slot``, on the page ``client``."""
    slot.children.append(element)
    element.parent_slot = slot
    for part in [element, *element.descendants()]:
        client.elements[part.id] = part


def take_over(client: Client, beside: Client) -> None:
    """Let ``client`` go on with the elements of the page ``beside`` it, which has none then."""
    client.elements, beside.elements = beside.elements, {}
    for element in client.elements.values():
        element._client = weakref.ref(client)
    client.layout, client.page_container = beside.layout, beside.page_container
    client.content = beside.content
    client.connect_handlers = beside.connect_handlers
    client.disconnect_handlers = beside.disconnect_handlers


def retire(element: Element, heir: Element) -> None:
    """Delete ``element``; handlers that were begun within it go on within ``heir``.

    It is by the element that they find the browser.
    """
    element._handle_delete()
    element._deleted = True
    for name, slot in element.slots.items():
        slot._parent = weakref.ref(heir)
        slot.children = heir.slots.get(name, heir.default_slot).children


def withdraw_updates(client: Client, elements: Collection[Element]) -> list[int]:
    """Take back what is not yet sent of ``elements``; return the ids of those where there was."""
    updates = client.outbox.updates
    keys = [element.id for element in elements if updates.get(element.id) is element]
    for key in keys:
        del updates[key]
    return keys


def send_update(
    client: Client,
    patch: Mapping[int, Mapping[str, Any] | None],
    elements: Mapping[int, Element],
) -> None:
    """Send the browser of ``client`` what it shall show of elements, None for those that are gone.

    Its own values stay in the props that are named as ``preserved_props`` of an element.
    ``elements`` are those that the patch mentions: their components are loaded first.
    """
    outbox = client.outbox
    spoken_of = (elements[key].component for key in patch if key in elements)
    components = {
        component.name: component
        for component in spoken_of
        if isinstance(component, JsComponent) and component.name not in outbox._loaded_components
    }
    if components:
        wanted = [{"key": item.key, "tag": item.tag} for item in components.values()]
        outbox.enqueue_message("load_js_components", {"components": wanted}, client.id)
        outbox._loaded_components.update(components)
    outbox.enqueue_message("update", dict(patch), client.id)


def as_script(value: object) -> str:
    """Return ``value`` as it is written in a script that a browser runs."""
    return str(nicegui_json.dumps(value))


def offer_mermaid() -> None:
    """Let the scripts of components import the Mermaid that NiceGUI brings along."""
    import nicegui.elements.mermaid  # noqa: F401


def stand_in_front(wrap: Callable[[ASGIApp], ASGIApp]) -> None:
    """Let what ``wrap`` returns for the application look at every request before anything else."""
    build = app.build_middleware_stack
    app.build_middleware_stack = lambda: wrap(build())  # type: ignore[method-assign]
