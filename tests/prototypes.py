"""Generated prototypes as they run without the generator, and what must be true of their pages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

PATIENCE = 20


def outside_of_pytest() -> dict[str, str]:
    """Return the environment for a process that must not think that it runs inside of pytest."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}


def run_in(folder: Path, *command: str) -> str:
    """Run the Python module ``command`` in a project; return what it says. It must succeed."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=outside_of_pytest(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Run the prototype in ``folder`` in test mode, and yield its address."""
    environment = outside_of_pytest()
    server = subprocess.Popen(
        [sys.executable, "main.py"],
        cwd=folder,
        env=environment | {"PROTOTYPE_TEST": "1", "PROTOTYPE_PORT": "0", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert server.stdout
    try:
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.communicate(timeout=PATIENCE)


def processes_in(folder: Path) -> list[str]:
    """Return the command lines of the processes that work in ``folder`` or name it."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            if (process / "cwd").resolve().is_relative_to(folder) or str(folder) in command:
                found.append(command)
        except OSError:  # it has just ended
            continue
    return found


def ready(page: Page) -> None:
    """Wait until the page is complete and connected to the server."""
    expect(page.get_by_test_id("screen-ready")).to_be_attached()
    page.wait_for_function("window.did_handshake === true")


def expect_no_sideways_scrolling(page: Page) -> None:
    """Wait until ``page``, which may be taking on a new width, has nothing beyond its edge."""
    page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")


def barriers(page: Page) -> list[str]:
    """Return what stands seriously in the way of somebody on ``page``, as axe finds it."""
    expect(page.get_by_role("progressbar")).to_have_count(0)  # Quasar's, while a page loads
    found = Axe().run(page).response["violations"]
    return [item["id"] for item in found if item["impact"] in ("serious", "critical")]
