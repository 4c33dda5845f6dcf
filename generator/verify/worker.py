"""Runs pytest on the generated project in a process of its own, which sends events meanwhile."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .layers import Layer

_PLUGIN = "sawaru_verdicts"
_PLUGIN_FOLDER = Path(__file__).with_name("plugin")
_MARK = "\x1esawaru "
"""Begins a line with an event of the plugin, among whatever else is printed."""

_TAIL_LINES = 60
_STOP_SECONDS = 15

ENDED = "ended"
"""The event with which a worker's events end."""


class Worker:
    """Runs ``modules`` in ``project``, or only their tests of ``layer``.

    Events are put on ``events`` as (worker, event): those of the plugin, see there, and in the end
    one called :data:`ENDED`. Leaving the context ends the process.
    """

    def __init__(
        self,
        project: Path,
        modules: Sequence[str],
        environment: Mapping[str, str],
        events: queue.Queue[tuple[Worker, dict[str, Any]]],
        layer: Layer | None = None,
    ) -> None:
        self.modules = tuple(modules)
        self._events = events
        self._tail: deque[str] = deque(maxlen=_TAIL_LINES)
        options = ["-q", "--tb=short", "--capture=no", "-p", "no:cacheprovider", "-p", _PLUGIN]
        selected = ["-m", layer.value] if layer else []
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *options, *selected, *modules],
            cwd=project,
            env={**_environment(), **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,  # Ctrl-C is for the parent, which then ends the worker
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def tail(self) -> str:
        """The last lines that pytest printed."""
        return "\n".join(self._tail)

    def stop(self) -> None:
        """End the process, asking first so that it ends its own server; it has ended on return."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._kill()
        except KeyboardInterrupt:  # somebody does not want to wait for it
            self._kill()
            raise
        self._reader.join(_STOP_SECONDS)

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            _end_session(self._process)
        self._process.wait()

    def _read(self) -> None:
        assert self._process.stdout
        with self._process.stdout as lines:
            for line in lines:
                if line.startswith(_MARK):
                    self._events.put((self, json.loads(line.removeprefix(_MARK))))
                elif line.strip():
                    self._tail.append(line.rstrip())
        self._process.wait()
        self._events.put((self, {"event": ENDED}))


def _end_session(process: subprocess.Popen[str]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _environment() -> dict[str, str]:
    """Return the environment, with the plugin and without what an outer pytest left in it."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    folders = [str(_PLUGIN_FOLDER), *filter(None, [kept.get("PYTHONPATH")])]
    ours = {"SAWARU_MARK": _MARK, "SAWARU_LAYERS": " ".join(Layer)}
    ours |= {"PYTHONIOENCODING": "utf-8:replace", "PYTHONPATH": os.pathsep.join(folders)}
    return kept | ours
