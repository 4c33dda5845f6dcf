"""``generate SPEC`` in a terminal: how far it is, then the address, and no more bars."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.samples import sample

pty = pytest.importorskip("pty", reason="needs a Unix terminal")


def said_in_a_terminal(spec: Path) -> str:
    """Return all that ``generate`` writes into a terminal until it says its address."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", str(spec), "--no-open", "--port", "0", "--lang", "en"],
        stderr=its,
    )
    said = b""
    try:
        while b"Running at" not in said and select.select([ours], [], [], 60)[0]:
            said += os.read(ours, 65536)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)
        os.close(ours)
        os.close(its)
    return said.decode()


def test_a_terminal_shows_how_far_it_is_and_then_the_address(tmp_path: Path) -> None:
    spec = tmp_path / "town.yaml"
    spec.write_bytes(sample("minimal"))
    said = said_in_a_terminal(spec)
    assert re.search(r"\[\.+\] 0/2 Making the screens", said)
    assert re.search(r"\[#+\.+\] 1/2 Filling in sample data and starting", said)
    progress, shown = said.split("Running at http://127.0.0.1:")
    assert progress.endswith("\x1b[K"), "the line of the progress is wiped away"
    assert "starting" in progress
    assert "Link for the engineer: http://127.0.0.1:" in shown
