"""Lists of 100,000 records beside lists of 100, as a browser sees them.

``python -m tests.benchmarks.lists`` prints how long it takes from the request until the rows are
there, both visited in turns by browsers that know the scripts already. The target is twice the time
of the small list. What the database takes of it: ``python -m tests.benchmarks.records``.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from blueprints.kit.server import browser as kit_browser
from generator.blueprints import Blueprints
from generator.pipeline import Pipeline
from tests.benchmarks.serving import Server, server
from tests.benchmarks.timing import load

SMALL, LARGE, ROUNDS = 100, 100_000, 9
SPEC = """
project: {{id: roads, title: 道路}}
entities:
  road:
    title: 路線
    label: "{{name}}"
    samples: 40
    fields: {{name: {{title: 路線名, required: true}}}}
  report:
    title: 通報
    label: "{{number}} {{kind}}"
    samples: {samples}
    fields:
      number: {{title: 番号, type: auto_number, format: "R{{seq:06}}"}}
      kind: {{title: 種別, type: choice, choices: [穴ぼこ, 段差, 側溝, 標識], required: true}}
      place: {{title: 場所, required: true}}
      due: {{title: 期限, type: date}}
      road: {{title: 路線, type: reference, entity: road}}
      note: {{title: 備考, type: multiline}}
    states: {{受付: {{initial: true}}, 完了: {{final: true}}}}
screens:
  report_list:
    title: 通報一覧
    kind: list
    entity: report
    columns: [number, kind, place, road, state]
    filters: [kind, state]
"""
ASKED = {
    "first page": "",
    "last page": "page={last}",
    "by number": "sort=number",
    "by road": "sort=road",
    "by kind": "sort=kind",
    "by state": "sort=-state",
    "filter by kind": "f.kind=標識",
    "search for a number": "q=R000099",
    "search for two characters": "q=側溝",
    "search for nothing there": "q=zqxj",
}


def main() -> None:
    """Print both times, in milliseconds, and how many times the larger is the smaller."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(**kit_browser.launch_arguments(playwright.chromium))
        served = {}
        for samples in (SMALL, LARGE):
            spec = folder / f"{samples}.yaml"
            spec.write_text(SPEC.format(samples=samples), encoding="utf-8")
            Pipeline(Blueprints.find()).build(spec, folder / str(samples))
            served[samples] = stack.enter_context(server(folder / str(samples)))
        pages = {samples: browser.new_page() for samples in served}
        print(f"{'':28}{SMALL:>10}{LARGE:>10}{'ratio':>8}   {load()}")
        for name, query in ASKED.items():
            tell(name, query, served, pages)
        browser.close()


def tell(name: str, query: str, served: Mapping[int, Server], pages: Mapping[int, Page]) -> None:
    """Ask both in turns for the same and print a line."""
    times: dict[int, list[float]] = {SMALL: [], LARGE: []}
    for _ in range(ROUNDS):
        for samples, page in pages.items():
            asked = query.format(last=samples // 20)
            address = f"{served[samples].address}/s/report_list?{asked}"
            begun = time.perf_counter()
            page.goto(address, wait_until="commit")
            page.wait_for_function("window.did_handshake === true")
            times[samples].append((time.perf_counter() - begun) * 1000)
    small, large = median(times[SMALL]), median(times[LARGE])
    print(f"{name:28}{small:10.1f}{large:10.1f}{large / small:8.2f}", flush=True)


if __name__ == "__main__":
    main()
