"""What hostile uploads cost everybody else: ``python -m tests.benchmarks.uploads [COUNT] [KIND]``.

So many are sent at once: pictures, files and sheets that are looked at, each as nasty as they come.
``KIND`` is a part of what stands at the beginning of a line, such as ``sheets``.
Meanwhile somebody opens a page every two seconds. Printed is the memory of all processes of the
prototype together (before, at its peak, a minute later), how long the pages took, and what was
answered. Nothing is asserted. The prototype runs by itself first, then in a room.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect, sync_playwright

from blueprints.kit.server import browser as kit_browser
from generator.blueprints import Blueprints
from generator.pipeline import Pipeline
from tests.benchmarks.serving import server
from tests.benchmarks.timing import load
from tests.kit import hostile_pictures, hostile_sheets
from tests.live.serving import Generate, Served
from tests.memory import resident_with_children, watched

SPEC = """\
project: {id: uploads, title: 写真と表}
entities:
  report:
    title: 通報
    samples: 30
    fields:
      place: {title: 場所, unique: true}
      photos: {title: 写真, type: photo, many: true}
      plan: {title: 図面, type: file}
"""
PATIENCE = 600
_PAGE_SECONDS = 2
_QUIET_SECONDS = 20
_AFTER_SECONDS = 60
_MEGA = 1_000_000


VISITOR = """
import http.client, sys, time
host, port, path, pause = sys.argv[1], int(sys.argv[2]), sys.argv[3], float(sys.argv[4])
while True:
    begun = time.perf_counter()
    connection = http.client.HTTPConnection(host, port)
    connection.request("GET", path)
    connection.getresponse().read()
    print(time.perf_counter() - begun, flush=True)
    time.sleep(pause)
"""
"""Opens a page again and again in a process of its own, and tells how long each took."""


class Watch:
    """Watches the memory of a process with its children, and how long pages take meanwhile."""

    def __init__(self, process: int, address: str) -> None:
        self._process = process
        self._address = urlsplit(address)
        self.peak = 0
        self.pages: list[float] = []

    def now(self) -> int:
        return resident_with_children(self._process)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch until the block ends."""
        where = [str(self._address.hostname), str(self._address.port), "/s/report_list"]
        command = [sys.executable, "-c", VISITOR, *where, str(_PAGE_SECONDS)]
        visitor = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
        with watched(self._process) as memory:
            yield
        self.peak = memory.peak
        visitor.terminate()
        self.pages = [float(line) for line in visitor.communicate()[0].splitlines()]


def main() -> None:
    """Run all kinds of uploads against both ways of serving."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        spec = folder / "uploads.yaml"
        spec.write_text(SPEC, encoding="utf-8")
        Pipeline(Blueprints.find()).build(spec, folder / "alone")
        with server(folder / "alone") as alone:
            _tell("alone", alone.process, alone.address, count, wanted)
        generate = Generate(str(spec), "--no-open", "--port", "0")
        try:
            served = Served(generate, spec)
            _tell("room", generate.room_process(), served.address, count, wanted)
        finally:
            generate.end()


def _tell(name: str, process: int, address: str, count: int, wanted: str) -> None:
    watch = Watch(process, address)
    for _ in range(2):  # the first pages take longer
        with watch.watching():
            time.sleep(_QUIET_SECONDS)
    print(f"{name:6}nothing else: pages {median(watch.pages):.2f} s, {max(watch.pages):.2f} s")
    print(f"{'':28} before   peak  later MB   pages: median  longest s   took s   {load()}")
    for kind, (inputs, send) in KINDS.items():
        if wanted in kind:
            contents = list(islice(cycle([make() for make in inputs]), count))
            print(f"{name:6}{kind:22}{_line(watch, partial(send, address, contents))}")


def _line(watch: Watch, send: Callable[[], Mapping[str, int]]) -> str:
    """Return what came of sending, as a line of the table."""
    before, begun = watch.now(), time.perf_counter()
    with watch.watching():
        answers = send()
        took = time.perf_counter() - begun
    time.sleep(_AFTER_SECONDS)
    memory = "".join(f"{bytes_ / _MEGA:7.0f}" for bytes_ in (before, watch.peak, watch.now()))
    longest, usual = max(watch.pages, default=0), median(watch.pages or [0])
    said = {f"{text[:24]}…": times for text, times in answers.items()}
    return f"{memory}{usual:18.2f}{longest:11.2f}{took:9.1f}   {said}"


def _send_pictures(address: str, contents: list[bytes]) -> Mapping[str, int]:
    return _posted(address, "/_files/report/photos?name=a.jpg", contents)


def _send_files(address: str, contents: list[bytes]) -> Mapping[str, int]:
    return _posted(address, "/_files/report/plan?name=a.dat", contents)


def _posted(address: str, path: str, contents: list[bytes]) -> Mapping[str, int]:
    """Send everything at once, by plain means: the processor is for the server."""

    def post(content: bytes) -> str:
        connection = HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
        connection.request("POST", path, content)
        return str(json.load(connection.getresponse()).get("problem", "taken"))

    with ThreadPoolExecutor(len(contents)) as threads:
        return Counter(threads.map(post, contents))


def _send_sheets(address: str, contents: list[bytes]) -> Mapping[str, int]:
    """Let as many browsers take in a sheet at once."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**kit_browser.launch_arguments(playwright.chromium))
        pages = [browser.new_page() for _ in contents]
        for page in pages:
            page.set_default_timeout(PATIENCE * 1000)
            page.goto(f"{address}/s/report_list", wait_until="commit")
            page.wait_for_function("window.did_handshake === true")
            page.get_by_role("button", name="取り込む").click()
        for page, content in zip(pages, contents, strict=True):
            sheet = {"name": "a.xlsx", "mimeType": "", "buffer": content}
            page.get_by_label("ファイルを選ぶ").set_input_files(sheet)  # type: ignore[arg-type]
        answers = Counter(_answer(page) for page in pages)
        browser.close()
    return answers


def _answer(page: Page) -> str:
    said = page.get_by_role("dialog").locator("[role=alert], .kit-counts")
    expect(said).to_be_visible(timeout=PATIENCE * 1000)
    return said.inner_text()


KINDS = {
    "refused pictures": ([make for _, make in hostile_pictures.REFUSED.values()], _send_pictures),
    "largest pictures": (list(hostile_pictures.AT_THE_LIMIT.values()), _send_pictures),
    "sheets as files": ([make for _, make in hostile_sheets.REFUSED.values()], _send_files),
    "refused sheets": ([make for _, make in hostile_sheets.REFUSED.values()], _send_sheets),
    "largest sheets": ([make for _, make in hostile_sheets.AT_THE_LIMIT.values()], _send_sheets),
}

if __name__ == "__main__":
    main()
