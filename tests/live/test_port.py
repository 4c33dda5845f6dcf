"""The wished port, or a free one."""

from __future__ import annotations

import socket

import pytest

from generator.live.port import free_port


def test_a_free_port_is_taken_as_wished_and_a_taken_one_is_replaced() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        found = free_port("127.0.0.1", taken)
        assert found != taken
        with socket.socket() as server:
            server.bind(("127.0.0.1", found))
    assert free_port("127.0.0.1", found) == found


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(OSError, match="address"):
        free_port("192.0.2.1", 8080)
