"""Dozens who send the worst that they have, at once: everybody else works on, in little memory."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

import pytest
from playwright.sync_api import Browser, expect

from tests.kit.hostile_pictures import AT_THE_LIMIT as LARGEST_PICTURES
from tests.kit.hostile_pictures import REFUSED as REFUSED_PICTURES
from tests.kit.hostile_sheets import AT_THE_LIMIT as LARGEST_SHEETS
from tests.live.conftest import Start
from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.visiting import Visitor
from tests.memory import descendants, resident_with_children, wait_for_end, watched

SPEC = """\
project: {id: uploads, title: 写真と表}
entities:
  report:
    title: 通報
    fields:
      place: {title: 場所, unique: true}
      photos: {title: 写真, type: photo, many: true}
      plan: {title: 図面, type: file}
"""
MOST_MEMORY = 300_000_000
MOST_KEPT = 100_000_000
"""Bytes that the server may still have afterwards, of the pages that were opened meanwhile too."""


@pytest.fixture(scope="module")
def uploads(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """A prototype that takes pictures, files and sheets."""
    spec = tmp_path_factory.mktemp("uploads") / "uploads.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    return Served(start(str(spec), "--no-open", "--port", "0"), spec)


@pytest.fixture
def clerk(browser: Browser, uploads: Served) -> Iterator[Visitor]:
    """Somebody who works meanwhile."""
    entering = Enter(browser, uploads)
    yield entering("/s/report_form")
    for context in entering.contexts:
        context.close()


def send_at_once(served: Served, path: str, contents: Sequence[bytes]) -> list[str]:
    """Send everything at once and return what was answered to each."""

    def send(content: bytes) -> str:
        connection = HTTPConnection(served.address.removeprefix("http://"))
        connection.request("POST", path, content)
        return str(json.load(connection.getresponse()).get("problem", "taken"))

    with ThreadPoolExecutor(len(contents)) as threads:
        return list(threads.map(send, contents))


def expect_given_back(process: int, before: int) -> None:
    """Wait until what reads uploads has ended, and look how much is left."""
    for child in descendants(process):
        wait_for_end(child)
    assert resident_with_children(process) - before < MOST_KEPT


@pytest.mark.slow
def test_hostile_pictures_at_once_take_little_memory_and_give_it_back(
    uploads: Served, clerk: Visitor
) -> None:
    makes = [*LARGEST_PICTURES.values(), *(make for _, make in REFUSED_PICTURES.values())]
    contents = [make() for make in makes]
    room = uploads.generate.room_process()
    before = resident_with_children(room)
    with watched(room) as memory, ThreadPoolExecutor(1) as beside:
        sending = beside.submit(send_at_once, uploads, "/_files/report/photos?name=a", contents)
        clerk.types("場所", "写真のある道")
        clerk.button("登録する").click()
        expect(clerk.page.get_by_role("heading", name="写真のある道")).to_be_visible()
        answers = sending.result()
    assert answers.count("taken") == len(LARGEST_PICTURES)
    assert memory.peak - before < MOST_MEMORY
    expect_given_back(room, before)
    assert list((uploads.out / "data" / "files").rglob("*.part")) == []


@pytest.mark.slow
def test_hostile_sheets_at_once_take_little_memory_and_give_it_back(
    uploads: Served, browser: Browser
) -> None:
    contents = [make() for _, make in LARGEST_SHEETS.values()]
    room = uploads.generate.room_process()
    before = resident_with_children(room)
    entering = Enter(browser, uploads)
    with watched(room) as memory:
        clerks = [entering("/s/report_list") for _ in contents]
        for clerk, content in zip(clerks, contents, strict=True):
            clerk.button("取り込む").click()
            sheet = {"name": "a.xlsx", "mimeType": "", "buffer": content}
            clerk.page.get_by_label("ファイルを選ぶ").set_input_files(sheet)  # type: ignore[arg-type]
        for clerk in clerks:
            said = clerk.page.get_by_role("dialog").locator("[role=alert], .kit-counts")
            expect(said).to_be_visible(timeout=300_000)
    for context in entering.contexts:
        context.close()
    assert memory.peak - before < MOST_MEMORY
    expect_given_back(room, before)
