"""The port that was asked for, or none; without a wish the usual one, or one that is free."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from generator.live import port
from generator.live.port import NoSuchHostError, PortTakenError, port_to_serve


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_that_was_asked_for_is_taken_or_refused_but_never_another(taken: int) -> None:
    with pytest.raises(PortTakenError) as refused:
        port_to_serve("127.0.0.1", taken)
    assert refused.value.port == taken
    free = port_to_serve("127.0.0.1", 0)
    assert port_to_serve("127.0.0.1", free) == free


def test_without_a_wish_a_taken_port_is_replaced(
    taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(port, "USUAL_PORT", taken)
    found = port_to_serve("127.0.0.1", None)
    assert found != taken
    with socket.socket() as server:
        server.bind(("127.0.0.1", found))


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid", "256.1.1.1", "あ", "::2"])
def test_an_address_of_another_machine_is_refused(host: str) -> None:
    with pytest.raises(NoSuchHostError):
        port_to_serve(host, 0)
