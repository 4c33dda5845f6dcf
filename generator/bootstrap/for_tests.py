"""What the tests need of the machine: a browser, and what they use where it is there."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from . import packages
from .packages import Wanted
from .words import say, stop, tell

_PLAYWRIGHT_SECONDS = 1200
_PATIENCE = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}

_BROWSER = Wanted("ブラウザー", "a browser", ["chromium-headless-shell", "chromium"])
_DRIVER = Wanted("Playwrightに要る部品", "a library that Playwright needs", ["libatomic1"])
_FONT = Wanted("日本語のフォント", "a Japanese font", ["fonts-noto-cjk"])
_POSTGRESQL = Wanted("PostgreSQL", "PostgreSQL", ["postgresql"], ["postgresql.service"])
_NGINX = Wanted("nginx", "nginx", ["nginx-light", "nginx"], ["nginx.service"])
_CADDY = Wanted("Caddy", "Caddy", ["caddy"], ["caddy.service"])

Way = Callable[[], str]
"""Tries to install a browser; returns why it failed, where that can be told."""


def find_browser(python: Path, search: Path) -> None:
    """Make sure that there is a browser: one that is here, or one that can be installed.

    ``search`` is the script that looks for one; what it says is the last word when there is none.
    """
    command = [str(python), str(search)]
    if _succeeds(command):
        return
    starts = _starts(python)
    if not starts and packages.install([_DRIVER]):
        if _succeeds(command):
            return
        starts = _starts(python)
    reason = ""
    for way in ways_to_a_browser(python) if starts else []:
        reason = way()
        if _succeeds(command):
            return
    if subprocess.run(command).returncode:
        stop(*filter(None, [reason]))


def ways_to_a_browser(python: Path) -> list[Way]:
    """Return what may bring a browser, in order.

    Ubuntu's own package only fetches a snap, which can't be driven from outside: there Playwright's
    browser comes first, with the libraries of the system that it needs.
    """
    if os.environ.get("PROTOTYPE_BROWSER"):
        return []  # then no other one is used
    from_playwright = partial(_from_playwright, python)
    if not packages.Installer.here():
        return [from_playwright]
    ways: list[Way] = [_from_system, from_playwright]
    if "ubuntu" in packages.names():
        ways.insert(0, partial(from_playwright, "--with-deps"))
    return ways


def install_what_is_used() -> None:
    """Install what tests use where it is there, or say that they are left out without it."""
    missing = list(_missing()) if packages.by_apt() else []
    if not missing or packages.install(missing):
        return
    missing = list(_missing())  # some of it may be there now
    japanese, english = packages.named(missing)
    tell(
        f"{japanese}がないため、それを使うテストは省かれます。入れるには次を入力してください",
        f"Without {english}, tests that use it are left out; to install it, type",
    )
    say("    sudo apt-get install " + " ".join(wanted.packages[0] for wanted in missing))


def _missing() -> Iterator[Wanted]:
    system = packages.SYSTEM
    if not any((system / "usr/share/fonts").rglob("NotoSansCJK*")):
        yield _FONT
    if not shutil.which("pg_ctl") and not any(system.glob("usr/lib/postgresql/*/bin/initdb")):
        yield _POSTGRESQL
    if not shutil.which("nginx") and not (system / "usr/sbin/nginx").exists():
        yield _NGINX
    if not shutil.which("caddy") and not (system / "usr/bin/caddy").exists():
        yield _CADDY


def _starts(python: Path) -> bool:
    """Tell whether Playwright itself starts: on a bare system it lacks a library."""
    return _succeeds([str(python), "-m", "playwright", "--version"])


def _from_system() -> str:
    packages.install([_BROWSER])
    return ""


def _from_playwright(python: Path, *options: str) -> str:
    tell("Playwrightのブラウザーを入れています…", "Installing Playwright's browser…")
    command = [str(python), "-m", "playwright", "install", *options, "--only-shell", "chromium"]
    try:
        installed = subprocess.run(
            command,
            env=_PATIENCE | os.environ | packages.ASK_NOTHING,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PLAYWRIGHT_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return f"Error: playwright install: > {_PLAYWRIGHT_SECONDS} s"
    return next((line for line in installed.stderr.splitlines() if line.startswith("Error: ")), "")


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0
