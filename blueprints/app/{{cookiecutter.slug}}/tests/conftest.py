"""Starts the prototype once for all tests and gives each test a browser with its own records."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright

from prototype.kit.browser import launch_arguments
from tests.visit import Visit

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], playwright: Playwright
) -> dict[str, Any]:
    """Start a browser that is on this machine."""
    return browser_type_launch_args | launch_arguments(playwright.chromium)


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Ask for pages as they are: on one machine packing them costs more than it saves."""
    return browser_context_args | {"extra_http_headers": {"Accept-Encoding": "identity"}}


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the prototype with a new database, and stop it after the last test."""
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
        server = subprocess.Popen(
            [sys.executable, "main.py"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=log,
            encoding="utf-8",
        )
    assert server.stdout
    address = server.stdout.readline().strip()
    if not address.startswith("http"):
        pytest.exit((folder / "server.log").read_text(encoding="utf-8"), 1)
    yield address
    server.terminate()
    server.communicate(timeout=20)


@pytest.fixture
def visit(context: BrowserContext, page: Page, base_url: str) -> Iterator[Visit]:
    """Return a browser with records of its own; nothing may have gone wrong when the test ends."""
    namespace = {"name": "namespace", "value": uuid.uuid4().hex, "url": base_url}
    context.add_cookies([namespace])  # type: ignore[list-item]
    visit = Visit(page, base_url)
    yield visit
    visit.expect_no_errors()
