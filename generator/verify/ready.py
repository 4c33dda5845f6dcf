"""What verifying needs on this machine: pytest, Playwright, and a browser that starts."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from generator.blueprints import KIT_FOLDER, PROJECT_FOLDER, built_in
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
    search = kit_browser()
    try:
        with search.driver() as playwright:
            found = search.launch_arguments(playwright.chromium).get("executable_path", "")
    except search.NoBrowserError as error:
        raise NotReadyError(str(error)) from None
    return {search.VARIABLE: str(found)} if found else {}


def kit_browser() -> ModuleType:
    """Return the kit's module that finds a browser, as generated projects have it."""
    path = Path(built_in(), "app", PROJECT_FOLDER, KIT_FOLDER, "browser.py")
    spec = importlib.util.spec_from_file_location("kit_browser", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
