"""Turns an open page into the next one, in place: the one module that leans on NiceGUI's inside.

A page is built anew beside the open one (:func:`scratch`), what differs is sent to the browser
(:func:`difference`, :func:`send`), and the new elements take the place of the old ones on the
server (:func:`transplant`). The browser patches an element in place while its id stays the same:
ids come from the keys of the spec (the kit's ``keys``), and listeners get ids from what they
listen to (:func:`settle`). What a person typed belongs to the browser and is never sent back.

Checked with NiceGUI 3.18. Uses: Client.elements, layout, page_container, content,
next_element_id, outbox, the handlers; Element._client, _event_listeners, _to_dict, _deleted,
_handle_delete; ValueElement.VALUE_PROP; the messages ``update`` (with ``preserved_props``) and
``load_js_components``. The tests in tests/live/room fail when one of them changes.
"""

from __future__ import annotations

import hashlib
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from nicegui import Client, ui
from nicegui import json as nicegui_json
from nicegui.dependencies import JsComponent
from nicegui.element import Element
from nicegui.elements.mixins.value_element import ValueElement

Tree = dict[int, dict[str, Any]]
"""A page as the browser gets it: element id → what it is."""

Patch = dict[int, dict[str, Any] | None]
"""What changed of a page; None for an element that is gone."""


@contextmanager
def scratch(like: Client) -> Iterator[Client]:
    """Yield a client that no browser has, to build a page on; afterwards it is gone."""
    beside = Client(like.page, request=like.request)
    try:
        with beside:
            yield beside
    finally:
        beside.outbox.stop()
        Client.instances.pop(beside.id, None)


def settle(client: Client) -> None:
    """Give every listener of a page an id that the same listener gets again next time."""
    for element in client.elements.values():
        listeners = list(element._event_listeners.values())
        element._event_listeners.clear()
        for number, listener in enumerate(listeners):
            said = (number, listener.type, listener.args, listener.js_handler, listener.throttle)
            digest = hashlib.blake2b(repr(said).encode(), digest_size=6).hexdigest()
            listener.id = f"{element.id:x}-{digest}"
            element._event_listeners[listener.id] = listener


def tree_of(client: Client) -> Tree:
    """Return the page of ``client`` as its browser would get it now."""
    return {key: element._to_dict() for key, element in client.elements.items()}


def difference(before: Mapping[int, Mapping[str, Any]], after: Client) -> Patch:
    """Return what must be sent to a browser that shows ``before`` to show ``after``'s page."""
    patch: Patch = {key: None for key in before if key not in after.elements}
    for key, element in after.elements.items():
        said, owned = element._to_dict(), _owned(element)
        known = before.get(key)
        if known is None:
            patch[key] = said
        elif _without(known, owned) != _without(said, owned):
            patch[key] = {**said, "preserved_props": owned}
    # Live objects would go on changing: what is sent is what they are now.
    frozen: dict[str, dict[str, Any] | None] = nicegui_json.loads(nicegui_json.dumps(patch))
    return {int(key): value for key, value in frozen.items()}


def _owned(element: Element) -> list[str]:
    """Return the props that belong to the browser: what is typed, chosen, opened."""
    return [element.VALUE_PROP] if isinstance(element, ValueElement) else []


def _without(said: Mapping[str, Any], owned: list[str]) -> dict[str, Any]:
    props = {key: value for key, value in said.get("props", {}).items() if key not in owned}
    plain = {**said, "props": props}
    plain.pop("preserved_props", None)
    return plain


def send(client: Client, patch: Patch, elements: Mapping[int, Element]) -> None:
    """Send ``patch`` to the browser of ``client``; ``elements`` are those that it speaks of."""
    if not patch:
        return
    components = {
        component.name: component
        for key in patch
        if (element := elements.get(key)) is not None
        and isinstance(component := element.component, JsComponent)
        and component.name not in client.outbox._loaded_components
    }
    if components:
        wanted = [{"key": item.key, "tag": item.tag} for item in components.values()]
        client.outbox.enqueue_message("load_js_components", {"components": wanted}, client.id)
        client.outbox._loaded_components.update(components)
    client.outbox.enqueue_message("update", dict(patch), client.id)


def keep_dialogs(client: Client, beside: Client) -> None:
    """Take the dialogs that are open on ``client`` over to the page built ``beside`` it."""
    for key, element in list(client.elements.items()):
        if not isinstance(element, ui.dialog) or not element.value or key in beside.elements:
            continue
        slot = element.parent_slot
        parent = beside.elements.get(slot.parent.id) if slot else None
        new_slot = (parent or beside.content).default_slot
        new_slot.children.append(element)
        element._parent_slot = weakref.ref(new_slot)
        for part in [element, *element.descendants()]:
            beside.elements[part.id] = part


def transplant(client: Client, beside: Client) -> None:
    """Let ``client`` go on with the page that was built ``beside`` it."""
    old, new = client.elements, beside.elements
    gone = [element for key, element in old.items() if new.get(key) is not element]
    client.elements = new
    beside.elements = {}
    for element in new.values():
        element._client = weakref.ref(client)
    client.layout, client.page_container = beside.layout, beside.page_container
    client.content = beside.content
    client.connect_handlers = beside.connect_handlers
    client.disconnect_handlers = beside.disconnect_handlers
    for element in gone:
        element._handle_delete()
        element._deleted = True
    if beside.title is not None and beside.title != client.title:
        client.title = beside.title
        client.run_javascript(f"document.title = {nicegui_json.dumps(beside.title)}")
