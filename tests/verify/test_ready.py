"""What verifying needs on this machine is asked for in words."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

LOOK = """
from generator.verify.errors import NotReadyError
from generator.verify.ready import browser_variable
try:
    browser_variable()
except NotReadyError as error:
    print(error)
"""


@pytest.mark.skipif(not shutil.which("false"), reason="needs a program that fails")
def test_a_playwright_that_does_not_start_is_told_with_what_to_type() -> None:
    """Playwright brings a Node of its own, which on a bare system lacks a library."""
    told = subprocess.run(
        [sys.executable, "-c", LOOK],
        env=os.environ | {"PLAYWRIGHT_NODEJS_PATH": shutil.which("false") or ""},
        capture_output=True,
        text=True,
    )
    assert "Playwright does not start." in told.stdout
    assert "sudo apt-get install libatomic1" in told.stdout
    assert "Traceback" not in told.stderr
