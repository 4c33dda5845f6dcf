"""Turns an open page into the next one, in place, by what NiceGUI keeps inside of its elements.

A page is built anew beside the open one (:func:`scratch`), what differs is sent to the browser
(:func:`difference`, :func:`send`), and the new elements take the place of the old ones on the
server (:func:`transplant`). The browser patches an element in place while its id stays the same:
ids come from the keys of the spec (the kit's ``keys``), and listeners get ids from what they
listen to (:func:`settle`). What a person typed belongs to the browser and is never sent back.

Checked with NiceGUI 3.18. Uses: Client.elements, layout, page_container, content,
next_element_id, outbox, the handlers; Element._client, _event_listeners, _to_dict, _deleted,
_handle_delete; Slot._parent; Outbox.updates; ValueElement.VALUE_PROP; the messages ``update``
(with ``preserved_props``) and ``load_js_components``. The tests in tests/live/room fail when one
of them changes. Elsewhere the generator names little of NiceGUI's inside: ``Client.instances`` in
the room and the workshop, ``Client._delete_tasks`` in :mod:`.admission`, the element of Mermaid in
the workshop's ``drawing_view``. The README of the kit tells what the kit leans on.
"""

from __future__ import annotations

import hashlib
import weakref
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from nicegui import Client, ui
from nicegui import json as nicegui_json
from nicegui.dependencies import JsComponent
from nicegui.element import Element
from nicegui.elements.mixins.value_element import ValueElement
from nicegui.page import page

Tree = dict[int, dict[str, Any]]
"""A page as the browser gets it: element id → what it is."""

Patch = dict[int, dict[str, Any] | None]
"""What changed of a page; None for an element that is gone."""


_MADE_LATER = 1 << 20
"""Elements that an event makes have ids from here on: those that are built stay below."""


@contextmanager
def scratch(like: Client | None = None) -> Iterator[Client]:
    """Yield a client that no browser has, to build a page on; afterwards it is gone."""
    beside = Client(like.page, request=like.request) if like else Client(page(""))
    _stand_alone(beside.layout)
    try:
        with beside:
            yield beside
    finally:
        beside.outbox.stop()
        Client.instances.pop(beside.id, None)


def _stand_alone(layout: Element) -> None:
    """Take a layout out of the page on which it was made: it would go with a part of that one."""
    if slot := layout.parent_slot:
        slot.children.remove(layout)
        layout._parent_slot = None


def settle(client: Client) -> None:
    """Give every listener of a page that was built an id that it gets again next time."""
    for element in client.elements.values():
        listeners = list(element._event_listeners.values())
        element._event_listeners.clear()
        for number, listener in enumerate(listeners):
            said = (number, listener.type, listener.args, listener.js_handler, listener.throttle)
            digest = hashlib.blake2b(repr(said).encode(), digest_size=6).hexdigest()
            listener.id = f"{element.id:x}-{digest}"
            element._event_listeners[listener.id] = listener
    client.next_element_id = max(client.next_element_id, _MADE_LATER)


def tree_of(client: Client) -> Tree:
    """Return the page of ``client`` as its browser would get it now."""
    live = {key: element._to_dict() for key, element in client.elements.items()}
    frozen: dict[str, dict[str, Any]] = _frozen(live)
    return {int(key): said for key, said in frozen.items()}


def part_of(client: Client, key: int) -> Mapping[str, Any] | None:
    """Return one element as it stands in :func:`tree_of`; None when there is none."""
    element = client.elements.get(key)
    return None if element is None else _frozen(element._to_dict())


def _frozen(live: Any) -> Any:
    """Return a copy: live objects would go on changing, and a browser gets tuples as lists."""
    return nicegui_json.loads(nicegui_json.dumps(live))


def difference(before: Tree, after: Client, strange: Collection[int] = ()) -> Patch:
    """Return what must be sent to a browser that shows ``before`` to show ``after``'s page.

    What a person typed stays, except in elements that are ``strange``: the browser has them
    without what is this person's own.
    """
    tree = tree_of(after)
    patch: Patch = {key: None for key in before if key not in tree}
    for key, said in tree.items():
        known, owned = before.get(key), _owned(after.elements[key])
        if known is None or (key in strange and plain(known) != plain(said)):
            patch[key] = said
        elif plain(known, owned) != plain(said, owned):
            patch[key] = {**said, "preserved_props": owned}
    return patch


def _owned(element: Element) -> list[str]:
    """Return the props that belong to the browser: what is typed, chosen, opened."""
    return [element.VALUE_PROP] if isinstance(element, ValueElement) else []


def plain(said: Mapping[str, Any], owned: Collection[str] = ()) -> dict[str, Any]:
    """Return what an element is, but for the props that are ``owned`` by the browser."""
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
        _move(element, beside)
        # NiceGUI makes this one right after a dialog, and deletes the dialog when it is gone.
        canary = client.elements.get(key + 1)
        if canary is not None:
            _move(canary, beside)


def _move(element: Element, beside: Client) -> None:
    """Put ``element`` where its parent stands on the page built ``beside`` its own."""
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
    unsent = _take_over_unsent(client, gone, new)
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
        _inherit(element, new.get(element.id, client.content))
    send(client, unsent, new)
    if beside.title is not None and beside.title != client.title:
        client.title = beside.title
        client.run_javascript(f"document.title = {nicegui_json.dumps(beside.title)}")


def _take_over_unsent(client: Client, gone: list[Element], new: Mapping[int, Element]) -> Patch:
    """Return what was not yet sent of the elements that are ``gone``, as their heirs are.

    It must not be sent as it is: what is gone speaks of the children of its heir.
    """
    updates = client.outbox.updates
    keys = [element.id for element in gone if updates.get(element.id) is element]
    for key in keys:
        del updates[key]
    heirs = [new[key] for key in keys if key in new]
    return {heir.id: {**heir._to_dict(), "preserved_props": _owned(heir)} for heir in heirs}


def _inherit(gone: Element, heir: Element) -> None:
    """Let handlers that were begun within ``gone`` go on within ``heir``: they find the browser."""
    for name, slot in gone.slots.items():
        slot._parent = weakref.ref(heir)
        slot.children = heir.slots.get(name, heir.default_slot).children
