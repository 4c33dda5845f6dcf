"""Finds a browser for the tests: the first one that really starts.

The order: the one that ``PROTOTYPE_BROWSER`` names (and no other), Playwright's own, Debian's
headless shell, Chrome or Edge, Chromium or Chrome on the PATH. Snap packages are passed over: they
can't be driven from outside.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import BrowserType, Playwright

VARIABLE = "PROTOTYPE_BROWSER"
HOW_TO_INSTALL = """\
ブラウザーが見つかりません。次のどちらかを入力してください。
No browser was found. Type one of these:

    {python} -m playwright install --only-shell chromium
    sudo apt-get install chromium-headless-shell    # Debian, Ubuntu

{variable} に実行ファイルを書くこともできます。{variable} may name an executable.
"""

NO_DRIVER = """\
Playwrightが動きません。足りない部品があるときは、上に名前が出ています。次を入力してみてください。
Playwright does not start. If something is missing, it is named above. Try this:

    sudo apt-get install libatomic1    # Debian, Ubuntu

{reason}
"""


class NoBrowserError(RuntimeError):
    """No browser could be started; the message says what to type."""


@contextmanager
def driver() -> Iterator[Playwright]:
    """Start Playwright. Raises NoBrowserError when it can't be, as without a library of the system."""
    from playwright.sync_api import sync_playwright

    try:
        playwright = sync_playwright().start()
    except Exception as error:
        raise NoBrowserError(NO_DRIVER.format(reason=error)) from error
    try:
        yield playwright
    finally:
        playwright.stop()


def launch_arguments(browser_type: BrowserType) -> dict[str, Any]:
    """Return the arguments with which a browser starts on this machine.

    Each candidate is started once: a file that is there may still lack a library. Raises
    NoBrowserError when none starts.
    """
    tried = []
    for candidate in _candidates(os.environ):
        arguments = {**candidate, "args": _switches()}
        try:
            browser_type.launch(**arguments).close()
        except Exception as error:
            tried.append(f"{candidate}: {str(error).splitlines()[0]}")
        else:
            return arguments
    raise NoBrowserError(
        "\n".join([HOW_TO_INSTALL.format(python=sys.executable, variable=VARIABLE), *tried])
    )


def _candidates(environment: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    if own := environment.get(VARIABLE):
        yield {"executable_path": own}
        return
    yield {}
    yield from _on_path("chromium-headless-shell")
    for channel in ("chrome", "msedge"):
        yield {"channel": channel}
    for name in ("chromium", "chromium-browser", "google-chrome"):
        yield from _on_path(name)


def _on_path(name: str) -> Iterator[dict[str, Any]]:
    found = shutil.which(name)
    if found and "snap" not in Path(found).resolve().parts:
        yield {"executable_path": found}


def _switches() -> list[str]:
    """Return what Chromium needs as root in a container, and to leave the network alone."""
    switches = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*switches, "--no-sandbox"] if is_root else switches
