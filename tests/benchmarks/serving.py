"""Runs ``main.py`` of a folder as a server of its own, beside others, for benchmarks to visit."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.live.port import port_to_serve
from tests.benchmarks.live import _processor

_PATIENCE_SECONDS = 60
_LOOK_AGAIN_SECONDS = 0.05


@dataclass(frozen=True)
class Server:
    """A server that answers at ``address``."""

    address: str
    process: int

    def processor(self) -> float:
        """Return the processor time that it has taken so far, in milliseconds."""
        return _processor(self.process)


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    """Start ``main.py`` in ``folder``; it listens where ``PROTOTYPE_PORT`` says."""
    port = port_to_serve("127.0.0.1", 0)
    process = subprocess.Popen(
        [sys.executable, "main.py"],
        cwd=folder,
        env=os.environ | {"PROTOTYPE_PORT": str(port)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield Server(_answering(port), process.pid)
    finally:
        process.terminate()
        process.wait()


def _answering(port: int) -> str:
    """Wait until something listens on ``port``: a browser would give up meanwhile."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(_LOOK_AGAIN_SECONDS)
        else:
            return f"http://127.0.0.1:{port}"
