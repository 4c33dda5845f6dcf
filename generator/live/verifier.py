"""Verification in the background: what changed, once nothing has been saved for a moment."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.messages import preferred_language

QUIET_SECONDS = 2.0
"""How long nothing must have been saved before anything is verified."""

_STOP_SECONDS = 10.0
_RENDER = ["--layer", "render"]

Known = dict[str, Any]
"""What is known of every screen, or why nothing is, as :mod:`generator.verify.background` says."""


class Verifier:
    """Runs the verification of the prototype of ``spec`` in ``out`` beside everything else.

    ``on_update`` gets what is known whenever that changes, in a thread of its own.
    """

    def __init__(
        self, spec: Path, out: Path, blueprints: Path | None, on_update: Callable[[Known], None]
    ) -> None:
        self._command = [sys.executable, "-m", "generator.verify.background", str(spec), str(out)]
        if blueprints:
            self._command += ["--blueprints", str(blueprints)]
        self._on_update = on_update
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None
        self._since: float | None = time.monotonic()
        self._wants_all = False
        self._possible = True

    def put_off(self) -> None:
        """Stop what runs: something was saved, and is looked at when nothing more comes."""
        self._since = time.monotonic()
        if self._process is not None:
            self._process.terminate()

    def verify_all(self) -> None:
        """Run all tests of what is not known as it is now, not only those that look at screens."""
        self._wants_all = True
        self._since = time.monotonic() - QUIET_SECONDS

    def look(self) -> None:
        """Begin if it is time for that; called now and then, never while anything is built."""
        if not self._possible or self._since is None or self._runs:
            return
        if time.monotonic() - self._since < QUIET_SECONDS:
            return
        self._since, wants_all, self._wants_all = None, self._wants_all, False
        self._process = subprocess.Popen(
            [*self._command, *([] if wants_all else _RENDER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"SAWARU_LANG": preferred_language()},
            start_new_session=True,  # Ctrl-C is for the parent, which then ends it
        )
        self._reader = threading.Thread(target=self._read, args=(self._process,), daemon=True)
        self._reader.start()

    @property
    def _runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def close(self) -> None:
        """End it, kindly first so that it ends the browser and the server that it started."""
        self._possible = False
        if self._process is None or self._reader is None:
            return
        self._process.terminate()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            _kill(self._process)
            self._process.wait()
        self._reader.join(_STOP_SECONDS)

    def _read(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            known = json.loads(line)
            self._possible = self._possible and "why" not in known
            self._on_update(known)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
