"""The pages of the workshop forget the browsers that left."""

from __future__ import annotations

import asyncio
import gc
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from fastapi import Request
from nicegui import Client
from nicegui.page import page

import blueprints
from generator.blueprints import Blueprints
from generator.live.room.rights import Permission
from generator.live.workshop.drafts import Drafts
from generator.live.workshop.open_pages import OpenPages
from generator.live.workshop.pages import find_pages
from generator.live.workshop.pages.board import PhaseBoard
from generator.live.workshop.participant import Participant
from generator.live.workshop.scribe import Scribe
from generator.live.workshop.specs import Specs
from tests.live.serving import save
from tests.live.workshop.conftest import SPEC

if TYPE_CHECKING:
    from blueprints.kit.store import Store

CHANGES = 3


@pytest.fixture(autouse=True)
def a_prototype_to_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prototype", blueprints)


def test_a_browser_that_left_is_followed_no_more_and_its_page_is_freed(tmp_path: Path) -> None:
    spec = tmp_path / "town.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    with ThreadPoolExecutor(1) as thread:  # in this one, a browser may have its own loop
        thread.submit(asyncio.run, _come_and_go(spec)).result()


async def _come_and_go(spec: Path) -> None:
    vocabulary = Blueprints.find(None).vocabulary
    specs = Specs(spec, lambda: vocabulary)

    def nothing(_: Permission) -> bool:
        return False

    def participant(_: Request, drafts: Drafts) -> Participant:
        store = cast("Store", None)  # nothing is read
        return Participant(specs, Scribe(spec, lambda: None), store, "", drafts, nothing)

    pages = OpenPages(specs, participant, lambda _, permission: nothing(permission))
    board = next(page for page in find_pages() if page.name == "board")
    request = Request({"type": "http", "query_string": b"", "headers": [], "path": "/board"})
    stays, leaves = (Client(page("/board"), request=request) for _ in range(2))
    for client in (stays, leaves):
        with client:
            pages.show(board, PhaseBoard(), request, Drafts({}))
    assert len(pages) == 2
    for number in range(CHANGES):
        save(spec, SPEC.replace("title: 通知", f"title: 通知{number}"))
        await pages.follow()
    assert all(f"通知{CHANGES - 1}" in _texts(client) for client in (stays, leaves))
    left = weakref.ref(leaves)
    leaves.delete()
    del leaves, client
    assert len(pages) == 1
    save(spec, SPEC)
    await pages.follow()
    await asyncio.sleep(0)
    gc.collect()
    assert left() is None
    stays.delete()


def _texts(client: Client) -> str:
    return " ".join(str(getattr(element, "text", "")) for element in client.elements.values())
