"""What a first visit costs: ``python -m tests.benchmarks.weight`` prints bytes, requests, time.

Each visit is that of a browser that has nothing yet; the processor time is what the server takes
for it, on average. Beside it a bare page of NiceGUI with one label. Nothing is asserted.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import mean, median

from playwright.sync_api import Browser, sync_playwright

from blueprints.kit.server import browser as kit_browser
from generator.blueprints import Blueprints
from generator.pipeline import Pipeline
from generator.samples import sample
from tests.benchmarks.serving import Server, server

BARE = """
import os
from nicegui import ui
ui.label("hello")
ui.run(port=int(os.environ["PROTOTYPE_PORT"]), host="127.0.0.1", show=False, reload=False)
"""
PAGES = ("/?role=desk", "/s/report_list?role=desk", "/s/desk_form?role=desk")


def main() -> None:
    """Visit each page anew several times and print a line for each."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        spec = folder / "road.yaml"
        spec.write_bytes(sample("road_report"))
        Pipeline(Blueprints.find()).build(spec, folder / "road")
        (folder / "bare").mkdir()
        (folder / "bare/main.py").write_text(BARE, encoding="utf-8")
        browser = playwright.chromium.launch(**kit_browser.launch_arguments(playwright.chromium))
        print(f"{'page':28}  requests   KB sent   median ms   server cpu ms   load")
        for name, pages in (("bare", ("/",)), ("road", PAGES)):
            with server(folder / name) as served:
                for page in pages:
                    _tell(browser, served, page, f"{name} {page}", rounds)
        browser.close()


def _tell(browser: Browser, served: Server, page: str, name: str, n: int) -> None:
    url = served.address + page
    _visit(browser, url)
    used = served.processor()
    visits = [_visit(browser, url) for _ in range(n)]
    cost = (served.processor() - used) / n
    requests, sizes, times = zip(*visits, strict=True)
    print(
        f"{name:28}  {mean(requests):8.0f}  {mean(sizes) / 1000:8.0f}  {median(times):10.0f}"
        f"  {cost:14.0f}   {os.getloadavg()[0]:.1f}",
        flush=True,
    )


def _visit(browser: Browser, url: str) -> tuple[int, float, float]:
    """Return requests, bytes and milliseconds of a first visit until the page is connected."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    begun = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.wait_for_function("window.did_handshake === true")
    taken = (time.perf_counter() - begun) * 1000
    page.evaluate("document.fonts.ready.then(() => true)")
    context.close()
    return len(sizes), sum(sizes), taken


if __name__ == "__main__":
    main()
