"""Reports the result of each test while pytest runs: one JSON object a line on standard output.

It runs inside of the generated project's pytest, with nothing of the generator at hand; only what
every generated project installs for its tests is imported. Each line begins with ``SAWARU_MARK``,
to tell it from whatever else is printed.

For each module it keeps a picture of what its first test left on the page, and for each test that
fails a picture of that moment, in the folder ``SAWARU_PICTURES``. With ``SAWARU_TRACES`` it keeps a
trace of each test that fails instead: recording takes a third of the time, so only those are run
with it that have failed before.
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

_LAYERS = os.environ["SAWARU_LAYERS"].split()
_USUAL = "behaviour"

_BLANK = "about:blank"
"""The address of a page on which nothing is to be seen."""

_pictured: set[str] = set()
_traced: set[BrowserContext] = set()
_counts: dict[str, dict[str, int]] = {}
_about: dict[str, dict[str, Any]] = {}


def _emit(**fields: object) -> None:
    sys.stdout.write(f"\n{_MARK}{json.dumps(fields)}\n")
    sys.stdout.flush()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the render layer first: the room waits for that answer."""
    items.sort(key=lambda item: _layer(item) != _LAYERS[0])


def pytest_deselected(items: list[pytest.Item]) -> None:
    """Note which layers modules have that will not run."""
    for item in items:
        _counts.setdefault(_module(item.nodeid), {}).setdefault(_layer(item), 0)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Report how many tests of each module will run, by layer."""
    for item in session.items:
        layers = _counts.setdefault(_module(item.nodeid), {})
        layers[_layer(item)] = layers.get(_layer(item), 0) + 1
    _emit(event="collected", modules=_counts)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Function) -> Generator[None]:
    """Record what a test does in its browser; only the record of a failure is kept."""
    visit, page = _visit(item), _page(item)
    if visit is not None and page is not None:
        _picture_what_comes_after(item, visit, page)
    if page is not None and _TRACED:
        tracing = page.context.tracing
        if page.context not in _traced:
            _traced.add(page.context)
            tracing.start(snapshots=True, screenshots=False)
        tracing.start_chunk()
    yield


def _picture_what_comes_after(item: pytest.Function, visit: Any, page: Page) -> None:
    """Keep a picture, too, when the look behind the screen finds something after the test."""
    check = type(visit).expect_no_errors

    def expect_no_errors() -> None:
        try:
            check(visit)
        except AssertionError:
            _about[item.nodeid].setdefault("picture", _picture(page, _failed(item)))
            raise

    visit.expect_no_errors = expect_no_errors


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note what happened in a phase of a test, and keep pictures while its page is open."""
    report = yield
    about = _about.setdefault(item.nodeid, _begun(item))
    if report.failed and about["outcome"] != "failed":
        about |= {"outcome": "failed", "phase": call.when, **_failure(item, call, report)}
    if report.skipped:
        about["outcome"] = "skipped"
    if call.when == "call":
        _keep_pictures(item, report, about)
    if call.when == "teardown":
        del _about[item.nodeid]
        seconds = time.monotonic() - about.pop("since")
        _emit(**about, seconds=round(seconds, 3))
    return report


def _begun(item: pytest.Function) -> dict[str, Any]:
    given = getattr(item, "callspec", None)
    params = dict(given.params) if given else {}
    params.pop("browser_name", None)
    return {
        "event": "test",
        "module": _module(item.nodeid),
        "id": item.nodeid,
        "layer": _layer(item),
        "name": getattr(item, "originalname", None) or item.name,
        "params": {key: value for key, value in params.items() if isinstance(value, str | None)},
        "outcome": "passed",
        "since": time.monotonic(),
    }


def _failure(
    item: pytest.Function, call: pytest.CallInfo[None], report: pytest.TestReport
) -> dict[str, Any]:
    """Return the details of a failure: its message, its line in the test, and the full report."""
    failure: dict[str, Any] = {"message": str(call.excinfo.value) if call.excinfo else ""}
    failure["details"] = report.longreprtext
    own = [e for e in (call.excinfo.traceback if call.excinfo else []) if e.path == item.path]
    if own:
        failure["line"] = own[-1].lineno + 1
        failure["source"] = str(own[-1].statement).strip()
    return failure


def _keep_pictures(item: pytest.Function, report: pytest.TestReport, about: dict[str, Any]) -> None:
    page = _page(item)
    if page is None:
        return
    module = Path(about["module"]).stem
    if _TRACED:
        about["trace"] = _trace(page.context, f"{_failed(item)}.zip" if report.failed else "")
    if report.failed:
        about["picture"] = _picture(page, _failed(item))
    elif not (_TRACED or module in _pictured or page.url == _BLANK):
        _pictured.add(module)
        _emit(event="picture", module=about["module"], picture=_picture(page, module))


def _visit(item: pytest.Function) -> Any:
    """Return what a test uses the prototype with; None for one that does without."""
    found = (value for value in item.funcargs.values() if hasattr(value, "expect_no_errors"))
    return next(found, None)


def _page(item: pytest.Function) -> Page | None:
    page = item.funcargs.get("page") or getattr(_visit(item), "page", None)
    return page if isinstance(page, Page) else None


def _failed(item: pytest.Function) -> str:
    name = hashlib.blake2b(item.nodeid.encode(), digest_size=6).hexdigest()
    return f"failed-{Path(_module(item.nodeid)).stem}-{name}"


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
    """End the record of a test; keep it as ``name``, and return that, unless it is ""."""
    try:
        if name:
            context.tracing.stop_chunk(path=_FOLDER / name)
        else:
            context.tracing.stop_chunk()
    except Error:
        return ""
    return name


def _layer(item: pytest.Item) -> str:
    return next((layer for layer in _LAYERS if item.get_closest_marker(layer)), _USUAL)


def _module(nodeid: str) -> str:
    return nodeid.partition("::")[0]
