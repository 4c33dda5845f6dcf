"""What terminals need: consoles without Japanese must not stop a command, nor a closed pipe."""

from __future__ import annotations

import io
import os
import sys


def never_fail_on_encoding() -> None:
    """Show a replacement for what the console's encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def forget_output() -> None:
    """Send what is still to be written nowhere: nobody reads it any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
