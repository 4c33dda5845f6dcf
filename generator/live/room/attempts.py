"""Wrong PINs: who tries many has to wait, longer each time, and nobody else has to.

A PIN has six digits, so guessing must be slow, from one address and from all together. Those who
scan the QR code are not concerned, as it holds more than a PIN; so a room under attack stays open
to the people who sit in it.
"""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

FREE = 5
"""Wrong PINs in a row that an address may send before it has to wait."""
_FIRST_WAIT, _LONGEST_WAIT = 60.0, 3600.0
"""Seconds that an address waits at first, doubled each time, and at most."""
MOST_IN_ROOM = 100
"""Wrong PINs of all addresses in ROOM_SECONDS from which on a second try has to wait longer."""
_WAIT_IN_ATTACKED_ROOM = 600.0
MOST_TRIES = 1000
"""Wrong PINs in ROOM_SECONDS from which on no PIN is answered, only the QR code or another PIN."""
ROOM_SECONDS = 24 * 3600.0
_MOST_ADDRESSES = 10_000
_IPV6_NETWORK = 64
"""Bits of an IPv6 address that a single device can't choose by itself."""


@dataclass
class _Tries:
    """What one address has tried: how many in a row, and until when it waits."""

    wrong: int = 0
    waits_until: float = 0.0
    wait: float = _FIRST_WAIT
    last: float = 0.0


class Attempts:
    """Counts wrong PINs by address and in the room; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._by_address: OrderedDict[str, _Tries] = OrderedDict()
        self._since = clock()
        self.in_room = 0
        """Wrong PINs of all addresses since the day began."""

    def seconds_to_wait(self, address: str) -> float:
        """Return how long ``address`` must wait before a PIN of it is looked at, 0 for no time."""
        self._begin_anew_after_a_day()
        tries, now = self._by_address.get(group_of(address)), self._clock()
        if tries and tries.waits_until > now:
            return tries.waits_until - now
        if self.in_room >= MOST_TRIES:
            return max(self._since + ROOM_SECONDS - now, 1.0)
        if self.in_room >= MOST_IN_ROOM and tries and tries.wrong:
            return max(tries.last + _WAIT_IN_ATTACKED_ROOM - now, 0.0)
        return 0.0

    def was_wrong(self, address: str) -> None:
        """Count a wrong PIN of ``address``."""
        key, now = group_of(address), self._clock()
        tries = self._by_address.setdefault(key, _Tries())
        self._by_address.move_to_end(key)
        if now - tries.last > max(tries.wait, _FIRST_WAIT) * 2:
            tries.wrong, tries.wait = 0, _FIRST_WAIT
        tries.wrong, tries.last = tries.wrong + 1, now
        if tries.wrong >= FREE:
            tries.waits_until = now + tries.wait
            tries.wait = min(tries.wait * 2, _LONGEST_WAIT)
        self.in_room += 1
        while len(self._by_address) > _MOST_ADDRESSES:
            self._by_address.popitem(last=False)

    def was_right(self, address: str) -> None:
        """Forget what ``address`` tried before it was right."""
        self._by_address.pop(group_of(address), None)

    def _begin_anew_after_a_day(self) -> None:
        if self._clock() - self._since > ROOM_SECONDS:
            self._since, self.in_room = self._clock(), 0
            self._by_address.clear()


def group_of(address: str) -> str:
    """Return a key for all addresses that one device may choose for itself."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, _IPV6_NETWORK), strict=False))
    return str(parsed)
