"""Tells what becomes of each test while pytest runs: one JSON object a line on standard output.

It runs inside of the generated project's pytest, with nothing of the generator at hand; only what
every generated project installs for its tests is imported. Each line begins with ``SAWARU_MARK``,
so that whatever else is printed is told apart.

For each module it keeps a picture of what its first test left on the page, and for each test that
fails a picture of that moment and a trace, in the folder ``SAWARU_PICTURES``.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Error, Page

_MARK = os.environ["SAWARU_MARK"]
_FOLDER = Path(os.environ["SAWARU_PICTURES"])
_TRACED = bool(os.environ.get("SAWARU_TRACES"))
_PATIENCE = 5_000
"""Milliseconds for a picture: a page that hangs must not hold up the next test."""

_pictured: set[str] = set()
_about: dict[str, dict[str, Any]] = {}


def _tell(**what: object) -> None:
    sys.stdout.write(f"\n{_MARK}{json.dumps(what)}\n")
    sys.stdout.flush()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Tell how many tests each module has."""
    counts: dict[str, int] = {}
    for item in session.items:
        module = _module(item.nodeid)
        counts[module] = counts.get(module, 0) + 1
    _tell(event="collected", modules=counts)


@pytest.fixture(autouse=True)
def _traced(request: pytest.FixtureRequest) -> None:
    """Record what a test does in its browser; only the record of a failure is kept."""
    if _TRACED and "context" in request.fixturenames:
        context: BrowserContext = request.getfixturevalue("context")
        context.tracing.start(snapshots=True, screenshots=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note what happened in a phase of a test, and keep pictures while its page is open."""
    report = yield
    about = _about.setdefault(item.nodeid, _begun(item))
    if report.failed and about["outcome"] != "failed":
        about |= {"outcome": "failed", "phase": call.when, **_said(item, call, report)}
    if report.skipped:
        about["outcome"] = "skipped"
    if call.when == "call":
        _keep_pictures(item, report, about)
    if call.when == "teardown":
        del _about[item.nodeid]
        seconds = time.monotonic() - about.pop("since")
        _tell(**about, seconds=round(seconds, 3))
    return report


def _begun(item: pytest.Function) -> dict[str, Any]:
    given = getattr(item, "callspec", None)
    params = dict(given.params) if given else {}
    params.pop("browser_name", None)
    return {
        "event": "test",
        "module": _module(item.nodeid),
        "name": getattr(item, "originalname", None) or item.name,
        "params": {key: value for key, value in params.items() if isinstance(value, str | None)},
        "outcome": "passed",
        "since": time.monotonic(),
    }


def _said(
    item: pytest.Function, call: pytest.CallInfo[None], report: pytest.TestReport
) -> dict[str, Any]:
    """Return what a failure says: its message, its line in the test, and all of it."""
    said: dict[str, Any] = {"message": str(call.excinfo.value) if call.excinfo else ""}
    said["details"] = report.longreprtext
    own = [e for e in (call.excinfo.traceback if call.excinfo else []) if e.path == item.path]
    if own:
        said["line"] = own[-1].lineno + 1
        said["source"] = str(own[-1].statement).strip()
    return said


def _keep_pictures(item: pytest.Function, report: pytest.TestReport, about: dict[str, Any]) -> None:
    page = item.funcargs.get("page")
    if not isinstance(page, Page):
        return
    module = Path(about["module"]).stem
    if report.failed:
        name = hashlib.blake2b(item.nodeid.encode(), digest_size=6).hexdigest()
        about["picture"] = _picture(page, f"failed-{module}-{name}")
        about["trace"] = _trace(page.context, f"failed-{module}-{name}.zip")
    elif module not in _pictured:
        _pictured.add(module)
        _tell(event="picture", module=about["module"], picture=_picture(page, module))


def _picture(page: Page, stem: str) -> str:
    """Keep a picture of the page and return the name of its file, "" when it can't be taken."""
    settings: dict[str, Any] = {"animations": "disabled", "full_page": True, "timeout": _PATIENCE}
    for kind in ({"type": "webp", "quality": 80}, {"type": "png"}):  # older releases have no WebP
        name = f"{stem}.{kind['type']}"
        try:
            page.screenshot(path=_FOLDER / name, **settings, **kind)
        except Error:
            continue
        return name
    return ""


def _trace(context: BrowserContext, name: str) -> str:
    if not _TRACED:
        return ""
    try:
        context.tracing.stop(path=_FOLDER / name)
    except Error:
        return ""
    return name


def _module(nodeid: str) -> str:
    return nodeid.partition("::")[0]
