"""What verifying needs on this machine: pytest, Playwright, and a browser that starts."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from generator.blueprints import KIT_FOLDER, PROJECT_FOLDER, built_in
from generator.messages import text

from .errors import NotReadyError

if TYPE_CHECKING:
    from playwright.sync_api import BrowserType

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
    from playwright.sync_api import sync_playwright

    search = kit_browser()
    with sync_playwright() as playwright:
        found = _found(search, playwright.chromium)
    return {search.VARIABLE: found} if found else {}


def _found(search: ModuleType, chromium: BrowserType) -> str:
    try:
        return str(search.launch_arguments(chromium).get("executable_path", ""))
    except search.NoBrowserError as error:
        raise NotReadyError(str(error)) from None


def kit_browser() -> ModuleType:
    """Return the kit's module that finds a browser, as generated projects have it."""
    path = Path(built_in(), "app", PROJECT_FOLDER, KIT_FOLDER, "browser.py")
    spec = importlib.util.spec_from_file_location("kit_browser", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
