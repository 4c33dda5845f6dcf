"""Requests from the room to its parent, the process that builds: marked lines on standard output.

They stand among the lines that the prototype prints, which the parent passes on to the terminal.
"""

from __future__ import annotations

import sys

_MARK = "\x1erequest "

VERIFY_ALL = "verify all"
RESTART = "restart"


def send_request(name: str) -> None:
    """Ask the parent for something: one of the names above."""
    sys.stdout.write(f"{_MARK}{name}\n")
    sys.stdout.flush()


def parse_request(line: str) -> str:
    """Return the name of the request that ``line`` holds, "" when it is ordinary output."""
    return line.removeprefix(_MARK) if line.startswith(_MARK) else ""
