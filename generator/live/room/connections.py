"""Connections whose requests never complete: they are closed, so that there is room for others.

A browser sends a request at once. What opens a connection and says nothing, or sends a request a
byte at a time, keeps a place that somebody else needs. Leans on uvicorn's protocol classes, which
are asyncio's; tests/live/room/test_connections.py fails when they change.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import Any, ClassVar

from uvicorn.protocols.http.auto import AutoHTTPProtocol

SECONDS = 15.0
"""How long the beginning of a request may take, from the first byte to the last header."""
MOST_WAITING = 256
"""Connections without a request; when there are more, the one that has waited longest goes."""
MOST_BYTES = 1 << 16
"""What the beginning of a request may have, cookies included."""


class PunctualProtocol(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
    """uvicorn's own protocol, with limits for the beginning of a request."""

    _waiting: ClassVar[OrderedDict[PunctualProtocol, None]] = OrderedDict()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._bytes = 0
        self._closing: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take a part of a request; stop waiting when its beginning is there."""
        self._bytes += len(data)
        super().data_received(data)
        if self._is_under_way:
            self._stop_waiting()
        elif self._bytes > MOST_BYTES:
            self._close()
        else:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_waiting()
        super().connection_lost(exc)

    @property
    def _is_under_way(self) -> bool:
        """Whether a request is being answered, or another protocol has taken over."""
        if self.transport.get_protocol() is not self:
            return True
        return self.cycle is not None and not self.cycle.response_complete

    def _wait(self) -> None:
        if self._closing is not None:
            return
        self._closing = self.loop.call_later(SECONDS, self._close_if_late)
        self._waiting[self] = None
        if len(self._waiting) > MOST_WAITING:
            next(iter(self._waiting))._close()

    def _stop_waiting(self) -> None:
        self._bytes = 0
        self._waiting.pop(self, None)
        if self._closing is not None:
            self._closing.cancel()
            self._closing = None

    def _close_if_late(self) -> None:
        if self._is_under_way:
            self._stop_waiting()
        else:
            self._close()

    def _close(self) -> None:
        self._stop_waiting()
        if not self.transport.is_closing():
            self.transport.close()
