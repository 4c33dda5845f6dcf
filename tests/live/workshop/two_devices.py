"""Plays the generated test of a process on two devices that walk it together in the workshop.

``test_walk_of_samples`` copies this over the ``tests/conftest.py`` of a prototype. The test of a
process then fills in and presses what it always does, but every step is reached by the bar of the
walk, and whenever another role's turn comes, the other device goes on with the record.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Playwright, expect

from generator.messages import text

ADDRESS = os.environ.get("WALKED_ADDRESS", "")
"""Where ``generate`` serves the prototype."""


def pytest_configure(config: pytest.Config) -> None:
    """Know the layers of the prototype's tests."""
    config.addinivalue_line("markers", "crawl: as in the prototype's own tests")


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], playwright: Playwright
) -> dict[str, Any]:
    """Start a browser that is on this machine."""
    found: dict[str, Any] = import_module("blueprints.kit.server.browser").launch_arguments(
        playwright.chromium
    )
    return browser_type_launch_args | found


@pytest.fixture(scope="session")
def devices(browser: Browser) -> Iterator[list[BrowserContext]]:
    """Return two browsers for all processes: what they have loaded serves the next, too."""
    contexts = [browser.new_context() for _ in range(2)]
    yield contexts
    for context in contexts:
        context.close()


@pytest.fixture
def visit(request: pytest.FixtureRequest, devices: list[BrowserContext]) -> Iterator[TwoDevices]:
    """Let two devices walk the process of the test's module, from the home to its end."""
    visits = [import_module("tests.visit").Visit(one.new_page(), ADDRESS) for one in devices]
    walk = TwoDevices(visits, str(request.module.__doc__))
    yield walk
    walk.end()


def _said(key: str, **values: object) -> str:
    """Return what the workshop says in the language of the project, without what comes behind."""
    language = import_module("prototype.project").project.language
    return text(f"workshop.{key}", language, **values).rstrip(": ")


@dataclass
class Handed:
    """A record that goes through the process; its id is empty until it was on a screen."""

    id: str = ""


class TwoDevices:
    """The ``visit`` of a generated test: what is not about the way to a step, the device does."""

    def __init__(self, visits: list[Any], process: str) -> None:
        self._visits = visits
        self._process = process
        self._role: str | None = None
        self._steps = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._visits[0], name)

    def open(self, address: str, *, role: str | None = None) -> None:
        """Go on to the step that ``role`` takes on the screen at ``address``."""
        self._to_step(role)
        assert self._path().startswith(address)

    def open_for(self, address: str, record: Handed, *, role: str | None = None) -> None:
        """Go on to the step that ``role`` takes; from a list, to the ``record`` handed on."""
        self._to_step(role)
        here = self._visits[0]
        if not self._path().startswith(f"{address}/"):
            self._press(
                here, self._bar(here).get_by_role("link", name=_said("walk_record", label=""))
            )
            assert self._path().startswith(f"{address}/")
        assert record.id in ("", self._id()), "it is not the record that was handed on"
        record.id = self._id()

    def latest(self, entity: str) -> Handed:  # noqa: ARG002
        """Return the record that was added: it is on the screen when the role may see it."""
        return Handed(self._id())

    def record(self, entity: str, where: object) -> Handed:  # noqa: ARG002
        """Return a record that is not known yet: the walk finds one for the step."""
        return Handed()

    def end(self) -> None:
        """Finish the walk at its last step: the other device sees no bar any more."""
        here, other = (self._bar(visit) for visit in self._visits)
        expect(here).to_contain_text(_said("walk_step", number=self._steps, count=self._steps))
        self._press(self._visits[0], here.get_by_role("button", name=_said("walk_done")))
        expect(other).to_be_hidden()
        assert [visit._errors for visit in self._visits] == [[], []]

    def _id(self) -> str:
        found = re.search(r"/(\d+)$", self._path())
        return found[1] if found else ""

    def _path(self) -> str:
        return str(self._visits[0].page.url).removeprefix(ADDRESS).partition("?")[0]

    def _to_step(self, role: str | None) -> None:
        self._steps += 1
        here, other = self._visits
        if self._steps == 1:
            here.open("/")
            self._press(
                here, here.page.get_by_role("button", name=_said("walk_begin", title=self._process))
            )
            other.open("/walk")
            process = other.page.get_by_role("region", name=self._process, exact=True)
            self._press(other, process.get_by_role("button", name=_said("walk_join_all")))
        else:
            self._press(here, self._bar(here).get_by_role("button", name=_said("walk_on")))
            if role != self._role:
                self._visits = [other, here]
                self._press(other, self._bar(other).get_by_role("button", name=_said("walk_open")))
        self._role = role
        expect(self._bar(self._visits[0])).to_contain_text(
            _said("walk_step", number=self._steps, count="")
        )

    def _bar(self, visit: Any) -> Locator:
        bar: Locator = visit.page.get_by_role("region", name=_said("walk"))
        return bar

    def _press(self, visit: Any, button: Locator) -> None:
        """Press what leads to another page, and wait for that."""
        visit.wait()
        with visit.page.expect_navigation(wait_until="commit"):
            button.click()
        visit.wait()
