"""Starts the prototype once for all tests, and gives each a browser to change things or to look."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright

from prototype.kit.server.browser import launch_arguments
from tests.look import Look
from tests.visit import Visit

ROOT = Path(__file__).parents[1]

_broken: set[Path] = set()
"""The modules of which a test has failed."""

LAYERS = ("render", "behaviour", "crawl")
"""The marks of tests."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every test its mark."""
    for item in items:
        if not any(item.get_closest_marker(layer) for layer in LAYERS):
            item.add_marker("behaviour")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note which screens are broken: their other tests need not wait long for what is not there."""
    report = yield
    if report.failed:
        _broken.add(item.path)
    return report


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], playwright: Playwright
) -> dict[str, Any]:
    """Start a browser that is on this machine."""
    return browser_type_launch_args | launch_arguments(playwright.chromium)


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Wait for nothing that only pleases the eye, and ask for pages as they are.

    On one machine packing them costs more than it saves.
    """
    plain = {"extra_http_headers": {"Accept-Encoding": "identity"}}
    return browser_context_args | plain | {"reduced_motion": "reduce"}


@dataclass(frozen=True)
class Server:
    """The process that serves the prototype, and the file to which it writes what goes wrong."""

    process: subprocess.Popen[str]
    log: Path


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start the prototype with a new database, and stop it after the last test."""
    folder = tmp_path_factory.mktemp("prototype")
    # The server must not think that it runs inside of pytest.
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    environment = inherited | {
        # Another database gets a schema for the tests, which goes with them.
        "DATABASE_URL": inherited.get("DATABASE_URL") or f"sqlite:///{folder / 'records.db'}",
        "PROTOTYPE_FILES": str(folder / "files"),
        "NICEGUI_STORAGE_PATH": str(folder / "visitors"),
        "PROTOTYPE_PORT": "0",
        "PROTOTYPE_TEST": "1",
        "PYTHONUNBUFFERED": "1",
    }
    with (folder / "server.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, "main.py"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=log,
            encoding="utf-8",
        )
    yield Server(process, folder / "server.log")
    process.terminate()
    process.communicate(timeout=20)


@pytest.fixture(scope="session")
def base_url(server: Server, browser: Browser) -> str:
    """Return where the prototype is served; a browser starts while it does."""
    assert browser.is_connected()
    assert server.process.stdout
    address = server.process.stdout.readline().strip()
    if not address.startswith("http"):
        pytest.exit(server.log.read_text(encoding="utf-8"), 1)
    return address


@pytest.fixture(scope="session")
def visitor(
    base_url: str, browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[Visit]:
    """Return who uses the screens: what the browser has fetched and compiled serves every test."""
    context = browser.new_context(**browser_context_args)
    yield Visit(context.new_page(), base_url)
    context.close()


@pytest.fixture
def visit(visitor: Visit, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Return a browser of somebody who was never here, with records of their own.

    Nothing may have gone wrong when the test ends.
    """
    visitor.come_anew()
    visitor.begin(broken=request.path in _broken)
    yield visitor
    visitor.expect_no_errors()


@pytest.fixture(scope="session")
def onlooker(
    base_url: str, browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[Look]:
    """Return who looks at the screens and changes nothing."""
    context = browser.new_context(**browser_context_args)
    yield Look(context.new_page(), base_url)
    context.close()


@pytest.fixture(scope="module")
def in_this_module(onlooker: Look) -> Look:
    """Let the onlooker see records as they were at first."""
    if onlooker.has_changed or _broken:
        onlooker.come_anew()
    return onlooker


@pytest.fixture
def look(in_this_module: Look, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Return a browser for a test that saves nothing: the next finds open what this one opens.

    Nothing may have gone wrong when the test ends.
    """
    in_this_module.begin(broken=request.path in _broken)
    yield in_this_module
    in_this_module.expect_no_errors()
