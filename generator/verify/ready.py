"""What verifying needs on this machine: pytest, Playwright, and a browser that starts."""

from __future__ import annotations

import importlib.util
import sys

from blueprints.kit.server import browser
from generator.messages import text

from .errors import NotReadyError

_NEEDED = {
    "axe_playwright_python": "axe-playwright-python",
    "httpx": "httpx",
    "playwright": "playwright",
    "pytest": "pytest",
    "pytest_playwright": "pytest-playwright",
}
"""Modules, and the distributions that bring them."""


def check_packages() -> None:
    """Raise NotReadyError when a package that runs tests is missing."""
    missing = [name for module, name in _NEEDED.items() if not importlib.util.find_spec(module)]
    if missing:
        raise NotReadyError(
            text("verify.no_packages", names=" ".join(missing), python=sys.executable)
        )


def browser_variable() -> dict[str, str]:
    """Return the environment variable with which tests find at once the browser that starts here.

    Empty when they find it without. Raises NotReadyError when none starts.
    """
    try:
        with browser.driver() as playwright:
            found = browser.launch_arguments(playwright.chromium).get("executable_path", "")
    except browser.NoBrowserError as error:
        raise NotReadyError(str(error)) from None
    return {browser.VARIABLE: str(found)} if found else {}
