"""Browsers in the room: each visitor has cookies and so drafts of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.live.serving import Served
from tests.live.visiting import Visitor


class Enter:
    """Opens addresses in browsers of their own."""

    def __init__(self, browser: Browser, served: Served) -> None:
        self._browser = browser
        self._served = served
        self.contexts: list[BrowserContext] = []
        self.visitors: list[Visitor] = []

    def __call__(self, path: str = "/", **settings: Any) -> Visitor:
        """Open an address in a new browser; ``settings`` are those of Playwright's contexts."""
        self.contexts.append(self._browser.new_context(**settings))
        return self._visitor(self.contexts[-1]).visit(path)

    def as_engineer(self, path: str = "/", **settings: Any) -> Visitor:
        """Open an address in a new browser that has the engineer's right."""
        self.contexts.append(self._browser.new_context(**settings))
        become_engineer(self.contexts[-1], self._served)
        return self._visitor(self.contexts[-1]).visit(path)

    def prepare(self) -> Visitor:
        """Start a new browser that has opened nothing yet."""
        self.contexts.append(self._browser.new_context())
        return self._visitor(self.contexts[-1])

    def another_tab(self, visitor: Visitor, path: str) -> Visitor:
        """Open an address in another tab of the same browser."""
        return self._visitor(visitor.page.context).visit(path)

    def _visitor(self, context: BrowserContext) -> Visitor:
        self.visitors.append(Visitor(context.new_page(), self._served.address))
        return self.visitors[-1]


def become_engineer(context: BrowserContext, served: Served) -> None:
    """Let a browser have the engineer's right."""
    answer = context.request.get(served.engineer_link, max_redirects=0)
    assert answer.status == 303


@pytest.fixture
def enter(browser: Browser, served: Served) -> Iterator[Enter]:
    """Open addresses of the small prototype."""
    entering = Enter(browser, served)
    yield entering
    for number, visitor in enumerate(entering.visitors):  # shown of a test that failed
        print(f"browser {number}:", *visitor.errors, *visitor.console, sep="\n  ")
    for context in entering.contexts:
        context.close()
