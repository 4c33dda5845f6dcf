"""How long from a press until it is recorded and seen: ``python -m tests.benchmarks.decide``.

One browser presses "record" on the sheet of a feature, another one looks at a screen with a field
of that feature. Measured with the clock of this machine from just before the press until the record
stands in the spec on disk, and until the other browser has painted the new chip. "cpu" is the
processor time of the process that builds and of the room until then: unlike the times by the clock
it hardly depends on what else the machine is doing.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median, quantiles

from playwright.sync_api import Browser, Page, sync_playwright

from blueprints.kit.server import browser as kit_browser
from tests.benchmarks.live import ROOT, WANT, WATCH, _processor
from tests.benchmarks.timing import load
from tests.live.serving import Generate

FEATURE, TITLE, PHASES = "F2", "地図で位置を選ぶ", ("第2期", "第1期")
CHIP = '[data-part="report.position"] .kit-chip'
PAUSE_MS = 800
"""People think between two decisions, and what follows a change comes to an end."""


@dataclass
class Times:
    """Milliseconds since the press: until it is in the spec, until it is painted elsewhere."""

    recorded: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    build: list[float] = field(default_factory=list)
    room: list[float] = field(default_factory=list)


def main() -> None:
    """Measure decisions on the sample of roads and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    print(load())
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(**kit_browser.launch_arguments(playwright.chromium))
        times = measure(browser, Path(folder) / "roads.yaml", rounds)
        browser.close()
    for name, found in (("recorded", times.recorded), ("seen elsewhere", times.painted)):
        p95 = quantiles(found, n=20, method="inclusive")[-1]
        print(f"{name:15} median {median(found):5.0f} ms  p95 {p95:5.0f} ms  ({rounds} decisions)")
    print(f"cpu             build {mean(times.build):5.0f} ms  room {mean(times.room):5.0f} ms")
    print(load())


def measure(browser: Browser, spec: Path, rounds: int) -> Times:
    """Return the times of so many decisions, after one that finds nothing warm."""
    sample = ROOT / "sample_specs/road_report.yaml"
    spec.write_text(sample.read_text(encoding="utf-8"), encoding="utf-8")
    generate = Generate(str(spec), "--no-open", "--port", "0")
    address = generate.address()
    processes = [generate.process.pid, generate.room_process()]
    board = _open(browser, f"{address}/board")
    other = _open(browser, f"{address}/s/desk_form?role=desk&phase=")
    times = Times()
    for number in range(rounds + 1):
        phase, reason = PHASES[number % 2], f"計測{number}"
        _fill(board, phase, reason)
        shown = f"document.querySelector('{CHIP}')?.textContent === '{phase}'"
        other.evaluate(WANT, shown)
        board.wait_for_timeout(PAUSE_MS)
        used = [_processor(process) for process in processes]
        began = time.time()
        board.get_by_role("dialog").get_by_role("button", name="決定を記録する").click()
        recorded = _recorded(spec, reason)
        painted = float(other.wait_for_function("window.painted").json_value())
        board.get_by_role("region", name=phase, exact=True).get_by_text(reason).wait_for()
        spent = [_processor(p) - u for p, u in zip(processes, used, strict=True)]
        if number:
            times.recorded.append((recorded - began) * 1000)
            times.painted.append(painted - began * 1000)
            times.build.append(spent[0])
            times.room.append(spent[1])
    generate.end()
    return times


def _open(browser: Browser, address: str) -> Page:
    page = browser.new_context().new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function("window.did_handshake === true")
    return page


def _fill(board: Page, phase: str, reason: str) -> None:
    """Open the sheet of the feature and fill it."""
    board.get_by_role("button", name=f"「{TITLE}」を決める").click()
    sheet = board.get_by_role("dialog")
    sheet.get_by_label(phase, exact=True).check()
    sheet.get_by_label(re.compile("^理由")).fill(reason)
    sheet.get_by_label(re.compile("^決めた人")).fill("建設課 係長")


def _recorded(spec: Path, reason: str) -> float:
    """Wait until the spec on disk has the reason, and return when."""
    wanted = f'"{reason}"'.encode()
    while wanted not in spec.read_bytes():
        time.sleep(0.001)
    return time.time()


if __name__ == "__main__":
    main()
