"""Where a room can be reached, and how people are invited into it."""

from __future__ import annotations

import ipaddress
import secrets
import socket
from collections.abc import Iterator
from dataclasses import dataclass

from generator.messages import text

_EVERYWHERE = {"", "0.0.0.0", "::"}


def new_pin() -> str:
    """Return six digits that nobody can guess in a session."""
    return f"{secrets.randbelow(1_000_000):06}"


@dataclass(frozen=True)
class Address:
    """The host and port that a room is bound to."""

    host: str
    port: int

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def reachable(self) -> str:
        """The host at which this machine reaches it."""
        return (
            "127.0.0.1"
            if self.host in ("", "0.0.0.0")
            else "::1"
            if self.host == "::"
            else self.host
        )

    @property
    def on_this_machine(self) -> str:
        """What the browser on this machine opens."""
        return _url(self.reachable, self.port)

    @property
    def from_outside(self) -> str:
        """What other devices open; the same as on this machine when they can't."""
        host = own_address() if self.host in _EVERYWHERE else self.host
        return _url(host, self.port)

    def invitation(self, pin: str) -> Iterator[str]:
        """Yield the lines that the terminal shows: the address, and for a room its code and PIN."""
        yield text("live.address", address=self.on_this_machine)
        if pin:
            yield from _code(self.from_outside)
            yield text("live.room", address=self.from_outside, pin=pin)
            yield text("live.wall", address=f"{self.on_this_machine}join")


def own_address() -> str:
    """Return the address of this machine in its network; nothing is sent for that."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address that is kept for documentation: RFC 5737
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def _url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _code(address: str) -> Iterator[str]:
    """Yield the lines of a QR code made of block characters: two rows a line."""
    import segno

    rows = [list(row) for row in segno.make(address).matrix_iter(border=2)]
    rows += [[0] * len(rows[0])] * (len(rows) % 2)
    blocks = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        yield "".join(blocks[bool(a), bool(b)] for a, b in zip(upper, lower, strict=True))
