"""A room full of people beside a bare NiceGUI: ``python -m tests.benchmarks.crowd`` prints ratios.

A hundred people, each with a page of one of twelve screens and its socket, act at the pace of
people: once in ten seconds they unfold the menu, sort a list or open another page. Two real
browsers do the same beside them. Then a hundred pages are asked for at once. The bare server has
pages with as many elements of each kind, but no looks, rules or records, and both have the same
crowd, one after the other.
"""

from __future__ import annotations

import asyncio
import json
import random
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, sync_playwright

from blueprints.kit.server import browser as kit_browser
from generator.samples import sample
from tests.benchmarks.clients import Client
from tests.benchmarks.pages import (
    BARE,
    BARES,
    OURS,
    Subject,
    kinds_of,
    parse_elements,
    visit,
)
from tests.benchmarks.serving import Server, server
from tests.benchmarks.timing import load
from tests.live.serving import Generate

PEOPLE, SECONDS, PAUSE = 100, 60.0, 10.0
AT_ONCE = 100
SCREENS = (
    *("report_list", "report_form", "desk_form", "report_board", "report_map", "status"),
    *("report_public", "road_list", "road_form", "work_list", "work_form", "patrol_form"),
)


@dataclass
class Times:
    """Milliseconds that something took, each time."""

    all: list[float] = field(default_factory=list)

    def at(self, share: float) -> float:
        """Return what ``share`` of them did not exceed."""
        return sorted(self.all)[min(len(self.all) - 1, int(len(self.all) * share))]


@dataclass
class Crowd:
    """What a crowd saw of a server: acts on a page, other pages, and two real browsers."""

    acts: Times = field(default_factory=Times)
    pages: Times = field(default_factory=Times)
    browsers: Times = field(default_factory=Times)
    at_once: float = 0.0


class Person(Client):
    """Somebody with a page; ``act`` presses something on it and waits for what comes."""

    def __init__(self, http: httpx.AsyncClient, address: str, paths: list[str]) -> None:
        super().__init__()
        self._http, self._address, self._paths = http, address, paths
        self._events: list[dict[str, Any]] = []
        self._came = asyncio.Event()

    async def arrive(self) -> None:
        """Open a page and listen to its socket."""
        page = await self.open(self._http, self._address, random.choice(self._paths))
        self._events = list(_events(page))
        self._listening = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        async for message in self._socket:
            if message == "2":
                await self._socket.send("3")
            elif str(message).startswith("42["):
                self._came.set()

    async def live(self, until: float, seen: Crowd) -> None:
        """Act now and then until the time has come."""
        await asyncio.sleep(random.random() * PAUSE)
        while time.monotonic() < until:
            if random.random() < 0.2:
                await self._go_elsewhere(seen)
            else:
                await self._act(seen)
            await asyncio.sleep(PAUSE * (0.5 + random.random()))

    async def _act(self, seen: Crowd) -> None:
        told = {"client_id": self.id, **random.choice(self._events)}
        self._came.clear()
        begun = time.perf_counter()
        await self._socket.send(f"42{json.dumps(['event', told])}")
        await asyncio.wait_for(self._came.wait(), 60)
        seen.acts.all.append((time.perf_counter() - begun) * 1000)

    async def _go_elsewhere(self, seen: Crowd) -> None:
        begun = time.perf_counter()
        self._listening.cancel()
        await self._socket.close()
        await self.arrive()
        seen.pages.all.append((time.perf_counter() - begun) * 1000)


def _events(page: str) -> Iterator[dict[str, Any]]:
    """Yield what can be done on a page and always changes it: the menu, and the order of a list."""
    for key, element in parse_elements(page).items():
        for event in element.get("events", ()):
            args: list[Any] | None = None
            if event["type"] == "sort":
                columns = element.get("props", {}).get("columns", ())
                args = [columns[0]["key"]] if columns else None
            elif event["type"] == "click" and _is_menu(element):
                args = [{}]
            if args is not None:
                told = [json.dumps(each) for each in args]
                yield {"id": int(key), "listener_id": event["listener_id"], "args": told}


def _is_menu(element: Mapping[str, Any]) -> bool:
    props, classes = element.get("props", {}), element.get("class", ())
    return props.get("icon") == "menu" or "kit-menu-button" in classes or props.get("id") == "menu"


async def _crowd(address: str, paths: list[str], seen: Crowd) -> None:
    async with httpx.AsyncClient(timeout=120, limits=httpx.Limits(max_connections=None)) as http:
        people = [Person(http, address, paths) for _ in range(PEOPLE)]
        gate = asyncio.Semaphore(4)

        async def come_in(person: Person) -> None:
            async with gate:
                await person.arrive()

        await asyncio.gather(*map(come_in, people))
        until = time.monotonic() + SECONDS
        await asyncio.gather(*(person.live(until, seen) for person in people))
        begun = time.perf_counter()
        asked = (http.get(f"{address}{paths[n % len(paths)]}") for n in range(AT_ONCE))
        answers = await asyncio.gather(*asked)
        seen.at_once = time.perf_counter() - begun
        assert all(answer.status_code == 200 for answer in answers)


def crowd(browser: Browser, served: Server, paths: list[str], subject: Subject) -> Crowd:
    """Let a crowd act on a server, and two browsers beside it."""
    seen = Crowd()
    thread = threading.Thread(target=lambda: asyncio.run(_crowd(served.address, paths, seen)))
    thread.start()
    while thread.is_alive():
        for _ in range(2):
            seen.browsers.all += visit(browser, served, subject)[1]
    thread.join()
    return seen


@contextmanager
def room(folder: Path) -> Iterator[Server]:
    """Serve road_report as the room has it."""
    spec = folder / "road.yaml"
    spec.write_bytes(sample("road_report"))
    generate = Generate(str(spec), "--no-open", "--port", "0")
    try:
        yield Server(generate.address(), generate.room_process())
    finally:
        generate.end()


def main() -> None:
    """Print what a crowd saw of both servers, in milliseconds, and the ratios."""
    random.seed(13)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(**kit_browser.launch_arguments(playwright.chromium))
        ours = stack.enter_context(room(folder))
        paths = [f"/s/{screen}" for screen in SCREENS]
        kinds = {
            path.rpartition("/")[2]: kinds_of(browser, ours, Subject(path, "", "", ""))
            for path in paths
        }
        (folder / "bare").mkdir()
        (folder / "bare/kinds.json").write_text(
            json.dumps(kinds | {"list": kinds["report_list"]}), encoding="utf-8"
        )
        (folder / "bare/main.py").write_text(BARE, encoding="utf-8")
        bare = stack.enter_context(server(folder / "bare"))
        print(f"{PEOPLE} people for {SECONDS:.0f} s on {len(SCREENS)} screens   {load()}")
        seen = {
            "bare": crowd(browser, bare, [f"/{screen}" for screen in SCREENS], BARES["list"]),
            "ours": crowd(browser, ours, paths, OURS["list"]),
        }
        browser.close()
    print(f"{'':34}{'bare':>10}{'ours':>10}{'ratio':>8}")
    for name, what in (("an act", "acts"), ("another page", "pages"), ("in a browser", "browsers")):
        for share in (0.5, 0.95):
            base, own = (getattr(seen[side], what).at(share) for side in ("bare", "ours"))
            print(f"{f'{name}, ms, {share:.0%}':34}{base:10.1f}{own:10.1f}{own / base:8.2f}")
    base, own = seen["bare"].at_once, seen["ours"].at_once
    print(f"{f'{AT_ONCE} pages at once, s':34}{base:10.2f}{own:10.2f}{own / base:8.2f}")


if __name__ == "__main__":
    main()
