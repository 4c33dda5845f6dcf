"""What the room wishes of the process that builds: a line on standard output, among its others."""

from __future__ import annotations

import sys

_MARK = "\x1ewish "

VERIFY_ALL = "verify all"
RESTART = "restart"


def wish(name: str) -> None:
    """Tell the process that builds what is wished."""
    sys.stdout.write(f"{_MARK}{name}\n")
    sys.stdout.flush()


def wished(line: str) -> str:
    """Return what is wished by ``line``, "" when it is an ordinary one."""
    return line.removeprefix(_MARK) if line.startswith(_MARK) else ""
