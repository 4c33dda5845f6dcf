"""What a room uses of NiceGUI's inside is there and does what it is used for.

A release of NiceGUI that fails here is mended in generator/live/nicegui_inside.py.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest
from fastapi import Request
from nicegui import Client, app, core, ui
from nicegui.dependencies import JsComponent
from nicegui.element import Element
from nicegui.storage import request_contextvar
from starlette.types import ASGIApp

from generator.live import nicegui_inside as inside

T = TypeVar("T")

HTTP = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}


def run(what: Coroutine[Any, Any, T]) -> T:
    """Run ``what`` in a thread of its own: in this one, a browser may have its own loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, what).result()


@pytest.fixture
def client() -> Iterator[Client]:
    """A page that no browser has."""
    made = inside.new_client()
    with made:
        yield made
    inside.drop_client(made)


def sent(client: Client) -> list[tuple[str, object]]:
    """Return the messages that wait for the browser: what each is, and what it says."""
    return [(kind, said) for _, kind, said in client.outbox.messages]


def test_a_page_is_made_apart_from_the_one_in_use_and_dropped(client: Client) -> None:
    before = inside.described(client.elements.values())
    beside = inside.new_client()
    assert beside in inside.clients()
    assert inside.described(client.elements.values()) == before
    assert beside.layout.parent_slot is None
    inside.drop_client(beside)
    assert beside not in inside.clients()
    assert beside.outbox._should_stop


def test_a_page_is_made_for_the_address_and_the_browser_of_another() -> None:
    like = Client(ui.page("/board"), request=Request(HTTP))
    made = inside.new_client(like)
    assert (made.page, made.request) == (like.page, like.request)
    for each in (like, made):
        inside.drop_client(each)


def test_a_page_is_unseen_until_a_browser_shows_it_and_not_again_when_that_is_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def come_and_go() -> list[tuple[bool, bool]]:
        monkeypatch.setattr(core, "loop", asyncio.get_running_loop())
        client = Client(ui.page("/"), request=Request(HTTP))
        seen = [(inside.is_unseen(client), client in inside.connected_clients())]
        await client.handle_handshake("socket", "tab", None, "document", None)
        seen.append((inside.is_unseen(client), client in inside.connected_clients()))
        client.handle_disconnect("socket")
        seen.append((inside.is_unseen(client), client in inside.connected_clients()))
        client.delete()
        return seen

    assert run(come_and_go()) == [(True, False), (False, True), (False, False)]


def test_elements_count_up_from_where_they_are_told_and_never_down(client: Client) -> None:
    inside.count_ids_from(client, 5_000)
    assert [ui.label().id, ui.label().id] == [5_000, 5_001]
    inside.count_ids_from(client, 10)
    assert ui.label().id == 5_002


@pytest.mark.usefixtures("client")
def test_elements_are_described_as_a_copy_with_lists() -> None:
    label = ui.label("town")
    label.props["shown"] = (1, 2)
    said = inside.described([label])
    label.text = "city"
    assert said[label.id]["text"] == "town"
    assert said[label.id]["props"]["shown"] == [1, 2]
    box = ui.element()
    with box:
        label = ui.label()
    assert inside.described([box])[box.id]["children"] == [label.id]


def test_what_is_typed_belongs_to_the_browser(client: Client) -> None:
    [owned] = inside.props_of_browser(ui.input(value="typed"))
    assert (
        inside.described(client.elements.values())[max(client.elements)]["props"][owned] == "typed"
    )
    assert inside.props_of_browser(ui.label("said")) == []


@pytest.mark.usefixtures("client")
def test_a_listener_acts_for_the_request_in_use_when_it_was_made() -> None:
    request, acted_for = Request(HTTP), []
    with inside.request_in_use(request):
        button = ui.button(on_click=lambda: acted_for.append(request_contextvar.get()))
    assert request_contextvar.get() is None
    [told] = [
        each["listener_id"]
        for each in inside.described([button])[button.id]["events"]
        if each["type"] == "click"
    ]
    contextvars.copy_context().run(button._handle_event, {"listener_id": told, "args": None})
    assert acted_for == [request]


@pytest.mark.usefixtures("client")
def test_a_listener_with_another_id_is_found_by_that() -> None:
    pressed: list[str] = []
    button = ui.button(on_click=lambda: pressed.append("pressed"))
    inside.name_listeners(button, lambda element, number, _: f"{element.id}-{number}")
    told = [each["listener_id"] for each in inside.described([button])[button.id]["events"]]
    assert told == [f"{button.id}-{number}" for number in range(len(told))]
    button._handle_event({"listener_id": told[0], "args": None})
    assert pressed == ["pressed"]


@pytest.mark.usefixtures("client")
def test_a_dialog_has_a_canary_that_goes_along() -> None:
    with ui.element() as place:
        dialog = ui.dialog()
        last = ui.label()
    canary = inside.canary_of(dialog)
    assert canary in place.default_slot.children
    assert canary is not last


@pytest.mark.usefixtures("client")
def test_an_element_moves_to_another_page_with_what_is_in_it() -> None:
    with ui.element() as box:
        inner = ui.label()
    beside = inside.new_client()
    inside.place(box, beside.content.default_slot, beside)
    assert box.parent_slot is beside.content.default_slot
    assert [beside.elements[each.id] for each in (box, inner)] == [box, inner]
    inside.drop_client(beside)


def test_a_page_goes_on_with_the_elements_of_another(client: Client) -> None:
    beside = inside.new_client()
    with beside:
        heir = ui.label("new")
    beside.on_connect(lambda: None)
    expected = dict(beside.elements)
    inside.take_over(client, beside)
    inside.drop_client(beside)
    assert (client.elements, beside.elements) == (expected, {})
    assert heir.client is client
    assert heir.parent_slot is client.content.default_slot
    assert client.layout in client.elements.values()
    assert len(client.connect_handlers) == 1
    with client:
        assert ui.label("later").parent_slot is client.content.default_slot


@pytest.mark.usefixtures("client")
def test_a_handler_begun_in_an_element_that_is_retired_goes_on_in_its_heir() -> None:
    gone, heir = ui.element(), ui.element()
    with gone.default_slot:
        inside.retire(gone, heir)
        label = ui.label("made by a handler")
    assert gone.is_deleted
    assert label in heir.default_slot.children
    assert label.parent_slot is not None
    assert label.parent_slot.parent is heir


def test_what_is_not_yet_sent_of_an_element_can_be_taken_back(client: Client) -> None:
    client.outbox.updates.clear()
    one, other = ui.label("one"), ui.label("other")
    assert inside.withdraw_updates(client, [one]) == [one.id]
    assert one.id not in client.outbox.updates
    assert other.id in client.outbox.updates
    assert inside.withdraw_updates(client, [one]) == []


def test_a_component_is_loaded_once_before_it_is_spoken_of(client: Client) -> None:
    element: Element = ui.joystick()
    component = element.component
    assert isinstance(component, JsComponent)
    patch = {element.id: inside.described([element])[element.id], element.id + 1: None}
    for _ in range(2):
        inside.send_update(client, patch, client.elements)
    load = {"components": [{"key": component.key, "tag": component.tag}]}
    assert sent(client) == [("load_js_components", load), ("update", patch), ("update", patch)]


def test_text_in_a_script_stays_text() -> None:
    assert inside.as_script('"it\'s"') == '"\\"it\'s\\""'


def test_mermaid_can_be_imported_by_scripts() -> None:
    from nicegui.dependencies import esm_modules

    inside.offer_mermaid()
    assert "nicegui-mermaid" in [module.name for module in esm_modules.values()]


def test_what_stands_in_front_gets_the_application_that_would_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(app, "build_middleware_stack", app.build_middleware_stack)
    wrapped: list[ASGIApp] = []

    def wrap(inner: ASGIApp) -> ASGIApp:
        wrapped.append(inner)
        return inner

    inside.stand_in_front(wrap)
    assert [app.build_middleware_stack()] == wrapped
