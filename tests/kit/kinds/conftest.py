"""A prototype with the screens that these tests are about, served once for all of them."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.blueprints import Blueprints
from generator.pipeline import Pipeline
from tests.prototypes import ready, running

SPEC = Path(__file__).with_name("spec.yaml")

expect.set_options(timeout=20_000)  # for a loaded machine: nothing waits longer than it must

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the prototype of ``spec.yaml``, and serve it as it runs without the generator."""
    folder = tmp_path_factory.mktemp("screens")
    built = Pipeline(Blueprints.find()).build(SPEC, folder)
    assert [problem.as_text("en") for problem in built.loaded.problems] == []
    with running(folder) as address:
        yield address


@pytest.fixture
def enter(browser: Browser, address: str) -> Iterator[Open]:
    """Open a screen in a browser with records of its own; nothing may go wrong meanwhile."""
    context = browser.new_context(base_url=address)
    namespace = {"name": "namespace", "value": uuid.uuid4().hex, "url": address}
    context.add_cookies([namespace])  # type: ignore[list-item]
    page, wrong, outside = context.new_page(), list[str](), list[str]()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda each: wrong.append(each.text) if each.type == "error" else None)
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
