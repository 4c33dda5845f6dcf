"""How long from a save until it is painted: ``python -m tests.benchmarks.live`` prints a table.

Measured in a real browser with the clock of this machine: from just before the saved spec takes the
place of the old one until the first frame that shows the change is done. With websocket clients on
the same screen, "last" is when the last of them has got the change. The reload of the same page is
measured in the same prototype under ``ui.run(reload=True)``.

"build" and "room" are the processor time that the two processes take until it is painted, on
average: unlike the times by the clock they hardly depend on what else the machine is doing.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median, quantiles

from playwright.sync_api import Browser, Page, sync_playwright

from blueprints.kit.server import browser as kit_browser
from tests.benchmarks.specs import spec_of
from tests.live.serving import Generate, save

ROOT = Path(__file__).parents[2]
PATIENCE_MS = 60_000

WATCH = """
const look = () => {
  const wanted = sessionStorage.getItem("wanted");
  if (!wanted || !document.body || !new Function("return " + wanted)()) return;
  sessionStorage.removeItem("wanted");
  requestAnimationFrame(() => {
    const painted = new MessageChannel();
    const now = () => performance.timeOrigin + performance.now();
    painted.port1.onmessage = () => { window.painted = now(); };
    painted.port2.postMessage(null);
  });
};
new MutationObserver(look).observe(document, {
  subtree: true, childList: true, characterData: true, attributes: true,
});
"""


WANT = "wanted => { window.painted = 0; sessionStorage.setItem('wanted', wanted); }"


@dataclass(frozen=True)
class Edit:
    """A spec as it is saved, and the JavaScript that is true once a page shows it."""

    text: str
    shown: str


@dataclass(frozen=True)
class Sample:
    """A spec with the page that is looked at; ``edits`` return the n-th change of a kind."""

    name: str
    text: str
    address: str
    edits: Mapping[str, Callable[[int], Edit]]


@dataclass
class Times:
    """Milliseconds from the save: until it is painted, and until the last client has it."""

    painted: list[float] = field(default_factory=list)
    last: list[float] = field(default_factory=list)
    build: list[float] = field(default_factory=list)
    room: list[float] = field(default_factory=list)


def road_report() -> Sample:
    """Return the sample of 12 screens and more, looked at by the desk."""
    text = (ROOT / "sample_specs/road_report.yaml").read_text(encoding="utf-8")
    place, fields = (
        "      place: {title: 場所,",
        "fields: [received_by, town, kind, kind_other, place,",
    )
    position = '[data-part="report.position"] .kit-chip:not(.kit-usual)'

    def phase(number: int) -> Edit:
        later = number % 2 == 0
        put_off = text.replace(
            "step: P1.S1, phase: 1, difficulty: medium, needs: [F1], detail: 地図",
            "step: P1.S1, phase: 2, difficulty: medium, needs: [F1], detail: 地図",
        )
        assert put_off != text
        shown = f"Boolean(document.querySelector('{position}')) === {str(later).lower()}"
        return Edit(put_off if later else text, shown)

    return Sample(
        "road_report (15 screens)",
        text,
        "/s/desk_form?role=desk",
        {
            "label": lambda n: _edit(
                text, f"場所{n}号", (place, place.replace("場所", f"場所{n}号"))
            ),
            "field": lambda n: _edit(
                text,
                f"追加{n}号",
                (place, f"      extra: {{title: 追加{n}号}}\n{place}"),
                (f"{fields} position, detail", f"{fields} extra, position, detail"),
            ),
            "screen": lambda n: _edit(
                text,
                f"画面{n}号",
                (
                    "  report_form:\n",
                    f"  extra: {{title: 画面{n}号, kind: list, entity: road}}\n  report_form:\n",
                ),
            ),
            "phase": phase,
        },
    )


def generated(screens: int) -> Sample:
    """Return a spec of so many screens, looked at in its middle."""
    middle = screens // 8
    text = spec_of(screens, changed="場所の計測")
    place = "      place:\n        title: 場所の計測\n"
    feature = f"  F{middle}:\n    title: 機能{middle}\n    phase: "
    cost = f'[data-part="record{middle}.cost"] .kit-chip:not(.kit-usual)'
    now = int(text.partition(feature)[2][0])

    def phase(number: int) -> Edit:
        wanted = (3 - now) if number % 2 == 0 else now
        shown = f"Boolean(document.querySelector('{cost}')) === {str(wanted == 2).lower()}"
        return Edit(text.replace(f"{feature}{now}", f"{feature}{wanted}"), shown)

    return Sample(
        f"generated ({screens} screens)",
        text,
        f"/s/record{middle}_form",
        {
            "label": lambda n: _edit(
                text, f"場所{n}号", (place, place.replace("場所の計測", f"場所{n}号"))
            ),
            "field": lambda n: _edit(
                text, f"追加{n}号", (place, f"      extra:\n        title: 追加{n}号\n{place}")
            ),
            "screen": lambda n: _edit(
                text,
                f"画面{n}号",
                (
                    "  record0_list:\n",
                    f"  extra:\n    title: 画面{n}号\n    kind: list\n    entity: record0\n"
                    "  record0_list:\n",
                ),
            ),
            "phase": phase,
        },
    )


def _edit(text: str, marker: str, *changes: tuple[str, str]) -> Edit:
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return Edit(text, f'document.body.textContent.includes("{marker}")')


class Clients:
    """Websocket clients in a process of their own, each with a page like a browser's."""

    def __init__(self, address: str, path: str, count: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.clients", address, path, str(count)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._line() == "ready"

    def await_update(self) -> None:
        """Let every client wait for the next update."""
        assert self._process.stdin is not None
        self._process.stdin.write("next\n")
        self._process.stdin.flush()
        assert self._line() == "waiting"

    def last(self) -> float:
        """Wait until all have got it; return when the last one did, in seconds of the clock."""
        return float(self._line())

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def measure(
    sample: Sample, browser: Browser, clients: int, rounds: int, pause: float, *, verify: bool
) -> Iterator[tuple[str, Times]]:
    """Yield the times of each kind of change."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / "benchmark.yaml"
        spec.write_text(sample.text, encoding="utf-8")
        generate = Generate(str(spec), "--no-open", "--port", "0", verify=verify)
        address = generate.address()
        page = _open(browser, f"{address}{sample.address}")
        crowd = Clients(address, sample.address, clients) if clients else None
        processes = [generate.process.pid, generate.room_process()]
        for kind, edit_of in sample.edits.items():
            times = Times()
            for number in range(rounds + 1):
                change = edit_of(number)
                page.wait_for_timeout(pause * 1000)
                used = [_processor(process) for process in processes]
                began = _save(page, spec, change, crowd)
                painted = page.wait_for_function("window.painted", timeout=PATIENCE_MS)
                build, room = (_processor(p) - u for p, u in zip(processes, used, strict=True))
                last = crowd.last() if crowd else began
                if number:  # the first change of a kind finds nothing warm
                    times.painted.append(float(painted.json_value()) - began * 1000)
                    times.last.append((last - began) * 1000)
                    times.build.append(build)
                    times.room.append(room)
                if kind in ("field", "screen"):
                    _save(page, spec, Edit(sample.text, f"!({change.shown})"), crowd)
                    page.wait_for_function("window.painted", timeout=PATIENCE_MS)
                    if crowd:
                        crowd.last()
            yield kind, times
            _save(page, spec, Edit(sample.text, "true"), None)
            generate.until("作りました|変わりはありません")
            page.wait_for_timeout(500)
        if crowd:
            crowd.close()
        page.context.close()
        generate.end()


def _processor(process: int) -> float:
    """Return the processor time that a process has used, in milliseconds."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _open(browser: Browser, address: str) -> Page:
    page = browser.new_context().new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function("window.did_handshake === true")
    return page


def _save(page: Page, spec: Path, change: Edit, crowd: Clients | None) -> float:
    """Save a change and return when, in seconds of the clock."""
    page.evaluate(WANT, change.shown)
    if crowd:
        crowd.await_update()
    began = time.time()
    save(spec, change.text)
    return began


MAIN = '''\
"""The prototype with NiceGUI's own reloading."""

import os
from functools import partial
from pathlib import Path

from nicegui import ui

from prototype.kit.server import run as server
from prototype.kit.server.pages import Pages
from prototype.kit.server.prototype import Prototype
from prototype.kit.store import Store

data = Path("data").resolve()
data.mkdir(exist_ok=True)
records = partial(Store.open, f"sqlite:///{data / 'records.db'}")
pages = Pages(Prototype("prototype", records))
server.serve(lambda: pages)
ui.run(
    host="127.0.0.1", port=int(os.environ["PROTOTYPE_PORT"]), show=False, tailwind=False,
    reload=True, storage_secret="benchmark",
)
'''


@contextmanager
def _reloading(sample: Sample, folder: Path) -> Iterator[tuple[str, Path]]:
    """Serve the prototype under NiceGUI's reload; yield its address and its model."""
    from generator.live.port import port_to_serve

    spec = folder / "benchmark.yaml"
    spec.write_text(sample.text, encoding="utf-8")
    out = folder / "out"
    build = [sys.executable, "-m", "generator", "build", str(spec), "-o", str(out)]
    subprocess.run(build, check=True, capture_output=True)
    (out / "main.py").write_text(MAIN, encoding="utf-8")
    shutil.rmtree(out / "tests")
    port = port_to_serve("127.0.0.1", 0)
    process = subprocess.Popen(
        [sys.executable, "main.py"],
        cwd=out,
        env=os.environ | {"PROTOTYPE_PORT": str(port)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}", out / "prototype/model.py"
    finally:
        process.terminate()
        process.wait()


def measure_reload(sample: Sample, browser: Browser, rounds: int) -> Times:
    """Return the times of a changed label under ``ui.run(reload=True)``."""
    times = Times()
    with tempfile.TemporaryDirectory() as name, _reloading(sample, Path(name)) as (address, model):
        _wait_for(address)
        page = _open(browser, f"{address}{sample.address}")
        text = model.read_text(encoding="utf-8")
        title = "場所の計測" if "場所の計測" in text else "場所"
        for number in range(rounds):
            changed = text.replace(f'place = Text("{title}"', f'place = Text("場所{number}号"')
            changed = re.sub(rf'(place = Text\(\s*)"{title}"', rf'\1"場所{number}号"', changed)
            assert changed != text
            shown = f'document.body.textContent.includes("場所{number}号")'
            page.evaluate(WANT, shown)
            began = time.time()
            save(model, changed)
            painted = page.wait_for_function("window.painted", timeout=PATIENCE_MS)
            times.painted.append(float(painted.json_value()) - began * 1000)
            page.wait_for_function("window.did_handshake === true")
        page.context.close()
    return times


def _wait_for(address: str) -> None:
    from urllib.request import urlopen

    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(address)


def _p95(numbers: Sequence[float]) -> float:
    return quantiles(numbers, n=20)[-1] if len(numbers) > 1 else numbers[0]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--clients", type=int, nargs="*", default=[0, 100, 300])
    parser.add_argument("--screens", type=int, default=200, help="of the generated spec")
    parser.add_argument("--reloads", type=int, default=5)
    parser.add_argument("--pause", type=float, default=1, help="seconds between two saves")
    parser.add_argument("--verify", action="store_true", help="in the background; needs --pause 6")
    parser.add_argument("--only", choices=["road_report", "generated"])
    options = parser.parse_args()
    arguments = None
    with sync_playwright() as playwright:
        arguments = kit_browser.launch_arguments(playwright.chromium)
        browser = playwright.chromium.launch(**arguments)
        for sample in (road_report(), generated(options.screens)):
            if options.only and not sample.name.startswith(options.only):
                continue
            print(f"\n{sample.name}", flush=True)
            reload = 0.0
            if options.reloads:
                times = measure_reload(sample, browser, options.reloads)
                reload = median(times.painted)
                print(f"  ui.run(reload=True): median {reload:6.0f} ms", flush=True)
            print(
                "  clients  change  median    p95   last: median    p95   build   room   reload /"
            )
            for clients in options.clients:
                for kind, times in measure(
                    sample,
                    browser,
                    clients,
                    options.rounds,
                    options.pause,
                    verify=options.verify,
                ):
                    middle = median(times.painted)
                    print(
                        f"  {1 + clients:7}  {kind:6}  {middle:6.0f} {_p95(times.painted):6.0f}"
                        f"  {median(times.last):13.0f} {_p95(times.last):6.0f}"
                        f"  {mean(times.build):6.0f} {mean(times.room):6.0f}"
                        f"  {reload / middle:12.0f}×   load {os.getloadavg()[0]:.1f}",
                        flush=True,
                    )
        browser.close()


if __name__ == "__main__":
    main()
