"""A port to serve at."""

from __future__ import annotations

import errno
import os
import socket

USUAL_PORT = 8080
"""Where a prototype is served when nobody asks for another port."""


class PortTakenError(Exception):
    """Another program listens at the ``port`` that was asked for."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        self.port = port


class NoSuchHostError(Exception):
    """``host`` is no name or address of this machine."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.host = host


class PortForbiddenError(Exception):
    """The system does not let this user serve at ``port``."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        self.port = port


def port_to_serve(host: str, requested: int | None) -> int:
    """Return the port that was ``requested``, else the usual one or, when it is taken, any other.

    Raises PortTakenError rather than serving elsewhere than was asked for: QR codes with the
    address may be printed already. Raises NoSuchHostError and PortForbiddenError.
    """
    if requested is not None:
        return _bound(host, requested)
    try:
        return _bound(host, USUAL_PORT)
    except PortTakenError:
        return _bound(host, 0)


def _bound(host: str, port: int) -> int:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (OSError, UnicodeError) as error:
        raise NoSuchHostError(host) from error
    with socket.socket(family, kind, protocol) as tried:
        if os.name == "posix":  # a server that has just stopped does not hold its port
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(address)
        except OSError as error:
            raise _plain(error, host, port) from error
        found: int = tried.getsockname()[1]
        return found


def _plain(error: OSError, host: str, port: int) -> Exception:
    if error.errno == errno.EADDRINUSE:
        return PortTakenError(port)
    if error.errno == errno.EACCES:
        return PortForbiddenError(port)
    if error.errno in (errno.EADDRNOTAVAIL, errno.EINVAL):
        return NoSuchHostError(host)
    return error
