"""A port to serve at."""

from __future__ import annotations

import os
import socket


def free_port(host: str, wished: int) -> int:
    """Return ``wished`` when nobody listens there, else a port that is free.

    Raises OSError when ``host`` is no address of this machine.
    """
    try:
        return _bound(host, wished)
    except OSError:
        return _bound(host, 0)


def _bound(host: str, port: int) -> int:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    with socket.socket(family, kind, protocol) as tried:
        if os.name == "posix":  # a server that has just stopped does not hold its port
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tried.bind(address)
        found: int = tried.getsockname()[1]
        return found
