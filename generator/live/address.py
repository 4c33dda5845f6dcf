"""Where a room can be reached, and how people are invited into it."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from dataclasses import dataclass

from generator.messages import text

from .room_secrets import RoomSecrets

_EVERYWHERE = {"", "0.0.0.0", "::"}


@dataclass(frozen=True)
class Address:
    """The host and port that a room is bound to, and how it is reached from elsewhere.

    ``base_path`` (``/t/roads``, or "") stands before every path. ``proxies`` are those who are
    believed when they say whose request they pass on.
    """

    host: str
    port: int
    base_path: str = ""
    proxies: tuple[str, ...] = ()

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach it, and no proxy on it does so for others."""
        if self.proxies:
            return False
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
        return self._url(self.reachable)

    @property
    def from_outside(self) -> str:
        """What other devices open; the same as on this machine when they can't."""
        return self._url(own_address() if self.host in _EVERYWHERE else self.host)

    def for_engineer(self, secrets: RoomSecrets) -> str:
        """Return the link that makes whoever opens it the engineer."""
        return f"{self.on_this_machine}enter/{secrets.engineer}"

    def invitation(self, secrets: RoomSecrets) -> Iterator[str]:
        """Yield the lines that the terminal shows: the address, and for a room its code and PIN."""
        yield text("live.address", address=self.on_this_machine)
        yield text("live.engineer", address=self.for_engineer(secrets))
        if self.is_local:
            return
        outside = self.from_outside
        if self.proxies:
            yield text("live.behind_proxy", pin=secrets.pin)
        elif outside == self.on_this_machine and self.host in _EVERYWHERE:
            yield text("live.no_network", pin=secrets.pin)
        else:
            yield from _code(f"{outside}join?key={secrets.invitation}")
            yield text("live.room", address=outside, pin=secrets.pin)
        yield text("live.wall", address=f"{self.on_this_machine}join")

    def _url(self, host: str) -> str:
        named = f"[{host}]" if ":" in host else host
        return f"http://{named}:{self.port}{self.base_path}/"


def own_address() -> str:
    """Return the address of this machine in its network; nothing is sent for that."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address that is kept for documentation: RFC 5737
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def _code(address: str) -> Iterator[str]:
    """Yield the lines of a QR code made of block characters: two rows a line."""
    import segno

    rows = [list(row) for row in segno.make(address).matrix_iter(border=2)]
    rows += [[0] * len(rows[0])] * (len(rows) % 2)
    blocks = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        yield "".join(blocks[bool(a), bool(b)] for a, b in zip(upper, lower, strict=True))
