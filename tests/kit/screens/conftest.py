"""A prototype with the screens that these tests are about, served once for all of them."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.blueprints import Blueprints
from generator.pipeline import Pipeline

SPEC = Path(__file__).with_name("spec.yaml")

expect.set_options(timeout=20_000)  # for a loaded machine: nothing waits longer than it must

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the prototype of ``spec.yaml``, and serve it as it runs without the generator."""
    folder = tmp_path_factory.mktemp("screens")
    built = Pipeline(Blueprints.find()).build(SPEC, folder)
    assert [problem.as_text("en") for problem in built.loaded.problems] == []
    # The server must not think that it runs inside of pytest.
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    server = subprocess.Popen(
        [sys.executable, "main.py"],
        cwd=folder,
        env=environment | {"PROTOTYPE_TEST": "1", "PROTOTYPE_PORT": "0", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert server.stdout
    yield server.stdout.readline().strip()
    server.terminate()
    server.communicate(timeout=20)


@pytest.fixture
def enter(browser: Browser, address: str) -> Iterator[Open]:
    """Open a screen in a browser with records of its own; nothing may go wrong meanwhile."""
    context = browser.new_context(base_url=address)
    namespace = {"name": "namespace", "value": uuid.uuid4().hex, "url": address}
    context.add_cookies([namespace])  # type: ignore[list-item]
    page, wrong, outside = context.new_page(), list[str](), list[str]()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: outside.append(request.url))

    def opened(path: str, **query: str) -> Page:
        page.goto(f"{path}?{urlencode(query)}" if query else path, wait_until="commit")
        ready(page)
        return page

    yield opened
    assert wrong == []
    assert [url for url in outside if not url.startswith((address, "data:"))] == []
    assert context.request.get("/_test/errors").json() == []
    context.close()


def ready(page: Page) -> None:
    """Wait until the page is complete and connected to the server."""
    expect(page.get_by_test_id("screen-ready")).to_be_attached()
    page.wait_for_function("window.did_handshake === true")


def barriers(page: Page) -> list[str]:
    """Return what stands seriously in the way of somebody on ``page``, as axe finds it."""
    expect(page.get_by_role("progressbar")).to_have_count(0)  # Quasar's, while a page loads
    found = Axe().run(page).response["violations"]
    return [item["id"] for item in found if item["impact"] in ("serious", "critical")]
