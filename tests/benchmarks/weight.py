"""What a first visit costs: ``python -m tests.benchmarks.weight`` prints bytes, requests, time.

Each visit is that of a browser that has nothing yet; the processor time is what the server takes
for it, on average. Beside it a bare page of NiceGUI with one label. Nothing is asserted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import mean, median

from playwright.sync_api import Browser, sync_playwright

from generator.blueprints import Blueprints
from generator.live.port import free_port
from generator.pipeline import Pipeline
from generator.samples import sample
from tests.benchmarks.live import _processor
from tests.browser import kit_browser

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
        browser = playwright.chromium.launch(**kit_browser().launch_arguments(playwright.chromium))
        print(f"{'page':28}  requests   KB sent   median ms   server cpu ms   load")
        for name, pages in (("bare", ("/",)), ("road", PAGES)):
            port = free_port("127.0.0.1", 0)
            server = subprocess.Popen(
                [sys.executable, "main.py"],
                cwd=folder / name,
                env=os.environ | {"PROTOTYPE_PORT": str(port)},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            for page in pages:
                _tell(browser, server, f"http://127.0.0.1:{port}{page}", f"{name} {page}", rounds)
            server.terminate()
            server.wait()
        browser.close()


def _tell(browser: Browser, server: subprocess.Popen[bytes], url: str, name: str, n: int) -> None:
    _visit(browser, url)
    used = _processor(server.pid)
    visits = [_visit(browser, url) for _ in range(n)]
    cost = (_processor(server.pid) - used) / n
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
    _go(page, url)
    page.wait_for_function("window.did_handshake === true")
    taken = (time.perf_counter() - begun) * 1000
    page.evaluate("document.fonts.ready.then(() => true)")
    context.close()
    return len(sizes), sum(sizes), taken


def _go(page: object, url: str) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            page.goto(url)  # type: ignore[attr-defined]
            return
        except Exception:
            if time.monotonic() > deadline:
                raise


if __name__ == "__main__":
    main()
