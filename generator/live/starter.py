"""Runs in the child process: import what takes long, wait for the prototype, serve it.

Started as a script, with nothing but the standard library at hand. The first line on standard
input is a JSON object with the fields of :class:`.room.server.Place`; each line after it says what
changed. Standard input stays open as long as the parent lives; when it ends, so does this process.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterable
from pathlib import Path

_ALWAYS = ("nicegui", "sqlalchemy")
_MEANWHILE = (
    "generator.live.room.server",
    "sqlalchemy.dialects.sqlite",
    "uvicorn.loops.auto",
    "uvicorn.lifespan.on",
    "uvicorn.protocols.http.auto",
    "uvicorn.protocols.websockets.auto",
    "faker",
    "faker.providers.person.ja_JP",
)
"""What a prototype needs later or not always: imported only while there is nothing else to do."""

_GRACE_SECONDS = 3
_MOST_CONNECTIONS = 65_536
_OURS = str(Path(__file__).parents[2])
"""The folder with the generator's own package, which need not be installed."""


def main() -> None:
    """Warm up, wait for the first line, serve what it names."""
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(lines,), daemon=True).start()
    sys.path.append(_OURS)
    _let_many_in()
    gc.disable()  # what is imported stays: looking through it again and again takes long
    _warm_up(_ALWAYS)
    for name in _MEANWHILE:
        if lines.empty():
            _warm_up([name])
    gc.freeze()
    gc.enable()
    fields = json.loads(lines.get())
    places = {name: Path(fields[name]) for name in ("folder", "spec", "blueprints") if fields[name]}
    os.chdir(places["folder"])
    from generator.live.room.server import Place, run

    run(Place(**fields | places), lines)


def _let_many_in() -> None:
    """Let this process hold as many connections as the system allows: each browser has several."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST_CONNECTIONS if hard == resource.RLIM_INFINITY else min(hard, _MOST_CONNECTIONS)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _warm_up(names: Iterable[str]) -> None:
    for name in names:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def _listen(lines: queue.SimpleQueue[bytes]) -> None:
    """Hand over every line; when the input ends, end this process."""
    for line in sys.stdin.buffer:
        lines.put(line)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    try:
        main()
    except Exception:
        traceback.print_exc()
        os._exit(1)  # the thread that reads can't be ended
