"""How soon ``generate SPEC`` answers, beside the smallest program that NiceGUI can serve.

``python -m tests.benchmarks.start [rounds]``. Nothing is asserted: the figures are for people.
Compiled modules must be allowed (``env -u PYTHONDONTWRITEBYTECODE``), as they are for anybody.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from statistics import median

from generator.samples import sample

HELLO = """
import sys
from nicegui import ui
ui.label("hello")
ui.run(port=int(sys.argv[1]), host="127.0.0.1", show=False, reload=False)
"""
PATIENCE = 120


def main() -> None:
    """Start both in turn and print the medians."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    taken: dict[str, list[float]] = {"hello": [], "first": [], "again": []}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "hello.py").write_text(HELLO, encoding="utf-8")
        for name in ("minimal", "road_report"):
            (folder / f"{name}.yaml").write_bytes(sample(name))
        for name in ("minimal", "road_report"):
            for number in range(rounds + 1):  # the first round only compiles
                out = folder / f"{name}-{number}"
                spec = [str(folder / f"{name}.yaml"), "-o", str(out)]
                found = {
                    "hello": answer([str(folder / "hello.py")], bare=True),
                    "first": answer(["-m", "generator", *spec, "--no-open", "--port"]),
                    "again": answer(["-m", "generator", *spec, "--no-open", "--port"]),
                }
                for kind, seconds in found.items() if number else ():
                    taken[kind].append(seconds)
            tell(name, taken)
            taken = {kind: [] for kind in taken}


def tell(name: str, taken: dict[str, list[float]]) -> None:
    """Print the medians for one sample."""
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    hello = median(taken["hello"])
    print(f"\n{name} ({load}): until the first answer")
    for kind, seconds in taken.items():
        middle = median(seconds)
        print(
            f"  {kind:8}{middle:7.2f} s {middle / hello:6.2f} x  {[round(s, 2) for s in seconds]}"
        )


def answer(command: list[str], *, bare: bool = False) -> float:
    """Start ``command`` on a free port and return the seconds until it answers with 200."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command, port],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=Path(command[0]).parent if bare else None,
    )
    try:
        while time.perf_counter() < begun + PATIENCE:
            with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}") as answered:
                if answered.status == 200:
                    return time.perf_counter() - begun
            if process.poll() is not None:
                raise SystemExit(f"{command} ended")
            time.sleep(0.005)
        raise SystemExit(f"{command} never answered")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


if __name__ == "__main__":
    main()
