"""A printed form as a PDF: the prototype is served for a moment, and a browser prints it."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from blueprints.kit.server.browser import NoBrowserError, driver, launch_arguments
from generator.blueprints import Blueprints
from generator.plan import ScreenPlan

if TYPE_CHECKING:
    from playwright.sync_api import Page

_PATIENCE = 30_000
"""Milliseconds that a page may take."""
_STOP_SECONDS = 10


class NotPrintedError(Exception):
    """There is no PDF; ``reason`` is the message key below ``cli.print``."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason, values)
        self.reason = reason
        self.values = values


def printed_pdf(folder: Path, screen: ScreenPlan, record: int, blueprints: Blueprints) -> bytes:
    """Return ``record`` as the prototype in ``folder`` prints it on ``screen``.

    Raises NotPrintedError when Playwright or a browser is missing, or when there is nothing to
    print, with what the screen says instead.
    """
    try:
        importlib.import_module("playwright.sync_api")
    except ImportError:
        raise NotPrintedError("no_playwright", python=sys.executable) from None
    role = next(iter(screen.spec.roles), "")
    query = f"?{urlencode({'role': role})}" if role else ""
    path = f"/s/{screen.module}/{record}{query}"
    with _served(folder) as address, _page(blueprints) as page:
        return _print(page, f"{address}{path}")


def _print(page: Page, address: str) -> bytes:
    page.goto(address, wait_until="commit")
    page.get_by_test_id("screen-ready").wait_for(state="attached")
    if not page.locator(".kit-paper").count():
        alert = page.get_by_role("main").get_by_role("alert")
        raise NotPrintedError("nothing", said=alert.first.inner_text() if alert.count() else "?")
    page.evaluate("document.fonts.ready.then(() => true)")
    return page.pdf(prefer_css_page_size=True, print_background=True)


@contextmanager
def _page(blueprints: Blueprints) -> Iterator[Page]:
    """Open a page in the first browser that starts."""
    drive, arguments = blueprints.kit.own(driver), blueprints.kit.own(launch_arguments)
    try:
        with drive() as playwright:
            browser = playwright.chromium.launch(**arguments(playwright.chromium))
            try:
                page = browser.new_page()
                page.set_default_timeout(_PATIENCE)
                yield page
            finally:
                browser.close()
    except blueprints.kit.own(NoBrowserError) as error:
        raise NotPrintedError("no_browser", said=str(error).rstrip()) from None


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve the prototype with its own records, to this machine only; yield the address."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    with tempfile.TemporaryDirectory() as visitors, tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen(
            [sys.executable, "main.py"],
            cwd=folder,
            env=inherited
            | {
                "NICEGUI_STORAGE_PATH": visitors,
                "PROTOTYPE_HOST": "127.0.0.1",
                "PROTOTYPE_PORT": "0",
                "PYTHONUNBUFFERED": "1",
            },
            stdout=subprocess.PIPE,
            stderr=log,
            encoding="utf-8",
        )
        try:
            assert server.stdout
            address = server.stdout.readline().strip()
            if not address.startswith("http"):
                log.seek(0)
                raise NotPrintedError("not_served", said=log.read().strip())
            yield address
        finally:
            server.terminate()
            try:
                server.communicate(timeout=_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                server.kill()
                server.communicate()
