"""Turns an open page into the next one, in place.

A page is built anew beside the open one (:func:`scratch`), what differs is sent to the browser
(:func:`difference`, :func:`send`), and the new elements take the place of the old ones on the
server (:func:`transplant`). The browser patches an element in place while its id stays the same:
ids come from the keys of the spec (the kit's ``keys``), and listeners get ids from what they
listen to (:func:`settle`). What a person typed belongs to the browser and is never sent back.

How NiceGUI is made to do all this is described in :mod:`generator.live.nicegui_inside`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from typing import Any, TypeVar

from nicegui import Client, ui
from nicegui.element import Element
from nicegui.event_listener import EventListener

from generator.live import nicegui_inside as inside

T = TypeVar("T")

Tree = inside.Described
"""A page as the browser gets it: element id → what it is."""

Patch = dict[int, dict[str, Any] | None]
"""What changed of a page; None for an element that is gone."""


_MADE_LATER = 1 << 20
"""Elements that an event makes have ids from here on: those that are built stay below."""


@contextmanager
def scratch(like: Client | None = None) -> Iterator[Client]:
    """Yield a client that no browser has, to build a page on; afterwards it is gone.

    What is built is for the browser of ``like``: its listeners find what is kept for that one.
    """
    beside = inside.new_client(like)
    try:
        with inside.request_in_use(like.request) if like else nullcontext(), beside:
            yield beside
    finally:
        inside.drop_client(beside)


def rebuild(
    client: Client,
    build: Callable[[], T],
    shown: Callable[[], Tree] | None = None,
    generic: Callable[[], Collection[int]] = tuple,
) -> T:
    """Build the page of ``client`` anew and change in its browser what differs; return the result.

    ``shown`` returns what the browser shows, if that is not the page of ``client``, and ``generic``
    what of it is, as in :func:`difference`. Both are asked after the page was built, which may have
    taken a while.
    """
    with scratch(client) as beside:
        result = build()
        settle(beside)
        keep_dialogs(client, beside)
        patch = difference(shown() if shown else tree_of(client), beside, generic())
        transplant(client, beside)
    send(client, patch, client.elements)
    return result


def settle(client: Client) -> None:
    """Give every listener of a page that was built an id that it gets again next time."""
    for element in client.elements.values():
        inside.name_listeners(element, _listener_id)
    inside.count_ids_from(client, _MADE_LATER)


def _listener_id(element: Element, number: int, listener: EventListener) -> str:
    identity = (number, listener.type, listener.args, listener.js_handler, listener.throttle)
    digest = hashlib.blake2b(repr(identity).encode(), digest_size=6).hexdigest()
    return f"{element.id:x}-{digest}"


def tree_of(client: Client) -> Tree:
    """Return the page of ``client`` as its browser would get it now."""
    return inside.described(client.elements.values())


def part_of(client: Client, key: int) -> Mapping[str, Any] | None:
    """Return the description of one element, as in :func:`tree_of`; None when there is none."""
    element = client.elements.get(key)
    return None if element is None else inside.described([element])[key]


def difference(before: Tree, after: Client, generic: Collection[int] = ()) -> Patch:
    """Return what must be sent to a browser that shows ``before`` to show ``after``'s page.

    What a person typed stays, except in elements that are ``generic``: the browser shows those
    without this person's state, so they are replaced as a whole.
    """
    tree = tree_of(after)
    patch: Patch = {key: None for key in before if key not in tree}
    for key, description in tree.items():
        known, owned = before.get(key), inside.props_of_browser(after.elements[key])
        if known is None or (key in generic and plain(known) != plain(description)):
            patch[key] = description
        elif plain(known, owned) != plain(description, owned):
            patch[key] = {**description, "preserved_props": owned}
    return patch


def plain(description: Mapping[str, Any], owned: Collection[str] = ()) -> dict[str, Any]:
    """Return the description of an element without the props that are ``owned`` by the browser."""
    props = {key: value for key, value in description.get("props", {}).items() if key not in owned}
    plain = {**description, "props": props}
    plain.pop("preserved_props", None)
    return plain


def send(client: Client, patch: Patch, elements: Mapping[int, Element]) -> None:
    """Send ``patch`` to the browser of ``client``; ``elements`` are those that it mentions."""
    if patch:
        inside.send_update(client, patch, elements)


def keep_dialogs(client: Client, beside: Client) -> None:
    """Take the dialogs that are open on ``client`` over to the page built ``beside`` it."""
    for key, element in list(client.elements.items()):
        if not isinstance(element, ui.dialog) or not element.value or key in beside.elements:
            continue
        canary = inside.canary_of(element)
        _move(element, beside)
        if canary is not None:
            _move(canary, beside)


def _move(element: Element, beside: Client) -> None:
    """Put ``element`` where its parent stands on the page built ``beside`` its own."""
    slot = element.parent_slot
    parent = beside.elements.get(slot.parent.id) if slot else None
    inside.place(element, (parent or beside.content).default_slot, beside)


def transplant(client: Client, beside: Client) -> None:
    """Let ``client`` go on with the page that was built ``beside`` it."""
    new = beside.elements
    gone = [element for key, element in client.elements.items() if new.get(key) is not element]
    unsent = _take_over_unsent(client, gone, new)
    inside.take_over(client, beside)
    for element in gone:
        inside.retire(element, new.get(element.id, client.content))
    send(client, unsent, new)
    if beside.title is not None and beside.title != client.title:
        client.title = beside.title
        client.run_javascript(f"document.title = {inside.as_script(beside.title)}")


def _take_over_unsent(client: Client, gone: list[Element], new: Mapping[int, Element]) -> Patch:
    """Return what was not yet sent of the elements that are ``gone``, as their heirs are.

    It must not be sent as it is: what is gone speaks of the children of its heir.
    """
    keys = inside.withdraw_updates(client, gone)
    heirs = [new[key] for key in keys if key in new]
    return {
        key: {**description, "preserved_props": inside.props_of_browser(new[key])}
        for key, description in inside.described(heirs).items()
    }
