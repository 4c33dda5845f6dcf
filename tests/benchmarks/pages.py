"""Pages beside bare pages of NiceGUI: ``python -m tests.benchmarks.pages`` prints both, as ratios.

A bare page has as many elements of each kind as the page of the prototype, and the same charts,
but no looks, rules or records; its server has NiceGUI's own settings. Both are visited in turns, so
that what else the machine does slows both. A first load is that of a browser that has nothing yet,
until the page is connected; a round trip is from what somebody does until the page shows what came
of it. The target is 1.3 times.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from blueprints.kit.server import browser as kit_browser
from generator.blueprints import Blueprints
from generator.pipeline import Pipeline
from generator.samples import sample
from tests.benchmarks.serving import Server, server
from tests.benchmarks.timing import load

ROUNDS, TRIPS = 12, 8
BARE = """
import json, os
from pathlib import Path
from nicegui import ui

KINDS = json.loads(Path("kinds.json").read_text(encoding="utf-8"))
NAMES = [f"c{number}" for number in range(6)]

def add(kind, options):
    if kind == "q-btn": ui.button("press", on_click=lambda: None)
    elif kind == "nicegui-input": ui.input("text", on_change=lambda: None)
    elif kind == "nicegui-echart": ui.echart(options, renderer="svg")
    elif kind == "nicegui-link": ui.link("link", "/")
    elif kind == "nicegui-records_table": table()
    elif kind == "input": ui.element("input").on("change", lambda: None)
    else: ui.label("text").tag = kind if kind.isalnum() else "div"

def table():
    rows = [{"id": n, **{name: f"text {n} {name}" for name in NAMES}} for n in range(20)]
    columns = [{"name": name, "field": name, "label": name} for name in NAMES]
    shown = ui.table(rows=rows, columns=columns, row_key="id")
    def turn():
        shown.rows = list(reversed(shown.rows))
    ui.button("turn", on_click=turn).props("id=turn")

@ui.page("/{name}")
def bare(name: str):
    with ui.left_drawer() as drawer:
        ui.label("menu")
    with ui.header():
        ui.button("menu", on_click=drawer.toggle).props("id=menu")
    for kind, options in KINDS.get(name, ()):
        add(kind, options)
    line = ui.input("line", on_change=lambda: None)
    said = ui.label().props("id=said")
    line.props("for=line").on("blur", lambda: said.set_text("" if line.value else "wrong"))

ui.run(port=int(os.environ["PROTOTYPE_PORT"]), host="127.0.0.1", show=False, reload=False)
"""
ROUND_TRIP = """([event, of, shows]) => new Promise((resolve) => {
  const shown = new Function("return " + shows);
  const before = shown();
  let begun = 0;
  const begin = () => { begun ||= performance.now(); };
  document.addEventListener(event, begin, {capture: true, once: true});
  new MutationObserver((_, watcher) => {
    if (!begun || shown() === before) return;
    watcher.disconnect();
    resolve(performance.now() - begun);
  }).observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
  const target = document.querySelector(of);
  if (event === "click") target.click(); else target.blur();
})"""
"""From an event on an element until something else looks different, in milliseconds."""


@dataclass(frozen=True)
class Subject:
    """A page, an event on an element of it, and the JavaScript that tells what comes of it.

    ``line`` is filled, or emptied when it was filled, before each event.
    """

    path: str
    event: str
    of: str
    shows: str
    line: str = ""


_FIRST_CELL = "document.querySelector('tbody td').textContent"
_DRAWER = "document.querySelector('.q-drawer').outerHTML.slice(0, 400)"
_PLACE = "[data-part='report.place']"
OURS = {
    "list": Subject("/s/report_list", "click", "th .kit-sort", _FIRST_CELL),
    "form": Subject(
        "/s/desk_form",
        "focusout",
        f"{_PLACE} input",
        f"""document.querySelector("{_PLACE}").className""",
        f"{_PLACE} input",
    ),
    "dashboard": Subject("/s/status", "click", ".kit-menu-button", _DRAWER),
}
BARES = {
    "list": Subject("/list", "click", "#turn", _FIRST_CELL),
    "form": Subject(
        "/form", "focusout", "#line", "document.querySelector('#said').textContent", "#line"
    ),
    "dashboard": Subject("/dashboard", "click", "#menu", _DRAWER),
}


def main() -> None:
    """Print first loads and round trips of both, in milliseconds, and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(**kit_browser.launch_arguments(playwright.chromium))
        spec = folder / "road.yaml"
        spec.write_bytes(sample("road_report"))
        Pipeline(Blueprints.find()).build(spec, folder / "road")
        ours = stack.enter_context(server(folder / "road"))
        (folder / "bare").mkdir()
        kinds = {name: kinds_of(browser, ours, page) for name, page in OURS.items()}
        (folder / "bare/kinds.json").write_text(json.dumps(kinds), encoding="utf-8")
        (folder / "bare/main.py").write_text(BARE, encoding="utf-8")
        bare = stack.enter_context(server(folder / "bare"))
        print(f"{'':22}{'bare ms':>10}{'ours ms':>10}{'ratio':>8}   {load()}")
        for name in OURS:
            print(f"{name}, {len(kinds[name])} elements")
            compare(browser, (bare, BARES[name]), (ours, OURS[name]), rounds)
        browser.close()


def compare(
    browser: Browser,
    bare: tuple[Server, Subject],
    ours: tuple[Server, Subject],
    rounds: int,
) -> None:
    """Visit both in turns and print two lines."""
    loads: dict[str, list[float]] = {"bare": [], "ours": []}
    trips: dict[str, list[float]] = {"bare": [], "ours": []}
    for _ in range(rounds):
        for side, (served, subject) in {"bare": bare, "ours": ours}.items():
            taken, again = visit(browser, served, subject)
            loads[side].append(taken)
            trips[side] += again
    for what, times in (("first load", loads), ("round trip", trips)):
        base, own = median(times["bare"]), median(times["ours"])
        print(f"  {what:20}{base:10.1f}{own:10.1f}{own / base:8.2f}", flush=True)


def visit(browser: Browser, served: Server, subject: Subject) -> tuple[float, list[float]]:
    """Return the milliseconds of a first load, and those of some round trips after it."""
    context = as_desk(browser, served)
    page = context.new_page()
    begun = time.perf_counter()
    page.goto(served.address + subject.path, wait_until="commit")
    page.wait_for_function("window.did_handshake === true")
    taken = (time.perf_counter() - begun) * 1000
    page.locator(subject.of).first.wait_for()
    if subject.line:
        page.locator(subject.line).first.fill("text")
    trips = [round_trip(page, subject) for _ in range(TRIPS)]
    context.close()
    return taken, trips[1:]


def round_trip(page: Page, subject: Subject) -> float:
    """Do what the subject says and return how long it took until it was seen."""
    if subject.line:
        line = page.locator(subject.line).first
        line.fill("" if line.input_value() else "text")
    taken: float = page.evaluate(ROUND_TRIP, [subject.event, subject.of, subject.shows])
    return taken


def as_desk(browser: Browser, served: Server) -> BrowserContext:
    """Return a browser that has loaded nothing yet, and acts as the desk."""
    context = browser.new_context()
    context.request.get(f"{served.address}/?role=desk", max_redirects=0)
    return context


def kinds_of(
    browser: Browser, served: Server, subject: Subject
) -> list[tuple[str, Mapping[str, object] | None]]:
    """Return the kinds of all elements of a page, and what its charts draw."""
    context = as_desk(browser, served)
    page = context.request.get(served.address + subject.path).text()
    context.close()
    elements = parse_elements(page).values()
    return [(_kind(element), element.get("props", {}).get("options")) for element in elements]


def parse_elements(page: str) -> dict[str, Any]:
    """Return the elements of a page, by id, as its browser gets them."""
    found = re.search(r"parseElements\(String\.raw`(.*?)`\)", page, re.S)
    assert found, page[:2000]
    raw = found[1]
    for escaped, character in (("&#36;", "$"), ("&#96;", "`"), ("&lt;", "<"), ("&gt;", ">")):
        raw = raw.replace(escaped, character)
    elements: dict[str, Any] = json.loads(raw.replace("&amp;", "&"))
    return elements


def _kind(element: Mapping[str, object]) -> str:
    component = element.get("component")
    if isinstance(component, dict):
        component = component.get("name")
    return str(component or element.get("tag"))


if __name__ == "__main__":
    main()
