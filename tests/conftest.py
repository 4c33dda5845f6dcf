"""What every test may use: a browser that is on this machine, and `--refresh`."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from playwright.sync_api import Playwright

from blueprints.kit.server import browser as kit_browser
from generator.messages import speak

hypothesis.settings.register_profile("sawaru", deadline=None)  # a busy machine is no failure
hypothesis.settings.load_profile("sawaru")

collect_ignore = ["golden"]  # the tests in there belong to the prototypes that it shows


def pytest_configure() -> None:
    # A run that was begun in the background does not hear Ctrl-C, and nor would what it starts.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh",
        action="store_true",
        help="write the golden prototypes anew instead of comparing with them",
    )


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """Let no test speak the language that a command in the one before it was asked for."""
    yield
    speak(None)


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], playwright: Playwright
) -> dict[str, Any]:
    """Start the browser that the generated projects would find."""
    found: dict[str, Any] = kit_browser.launch_arguments(playwright.chromium)
    return browser_type_launch_args | found
