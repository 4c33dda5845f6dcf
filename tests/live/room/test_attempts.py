"""Wrong PINs: guessing gets slower and slower, and those who sit in the room still come in."""

from __future__ import annotations

import pytest

from generator.live.room.attempts import (
    FREE,
    MOST_IN_ROOM,
    MOST_TRIES,
    ROOM_SECONDS,
    Attempts,
    group_of,
)


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def attempts(clock: Clock) -> Attempts:
    return Attempts(clock)


def guesses_in(attempts: Attempts, clock: Clock, address: str, seconds: float) -> int:
    """Return how many wrong PINs ``address`` gets answered when it tries at every chance."""
    until, count = clock.now + seconds, 0
    while clock.now < until:
        if wait := attempts.seconds_to_wait(address):
            clock.now += wait
            continue
        attempts.was_wrong(address)
        count += 1
    return count


def test_an_address_waits_after_a_few_and_longer_each_time(
    attempts: Attempts, clock: Clock
) -> None:
    for _ in range(FREE):
        assert attempts.seconds_to_wait("192.0.2.1") == 0
        attempts.was_wrong("192.0.2.1")
    waits = []
    for _ in range(8):
        waits.append(attempts.seconds_to_wait("192.0.2.1"))
        clock.now += waits[-1]
        attempts.was_wrong("192.0.2.1")
    assert waits == [60, 120, 240, 480, 960, 1920, 3600, 3600]
    assert attempts.seconds_to_wait("192.0.2.2") == 0


def test_in_a_day_one_address_gets_few_guesses(attempts: Attempts, clock: Clock) -> None:
    assert guesses_in(attempts, clock, "192.0.2.1", 24 * 3600) < 40


def test_who_was_right_begins_anew(attempts: Attempts) -> None:
    for _ in range(FREE):
        attempts.was_wrong("192.0.2.1")
    attempts.was_right("192.0.2.1")
    assert attempts.seconds_to_wait("192.0.2.1") == 0


def test_a_room_that_is_attacked_from_everywhere_lets_a_first_try_in_and_then_the_code(
    attempts: Attempts, clock: Clock
) -> None:
    for number in range(MOST_IN_ROOM):
        attempts.was_wrong(f"10.0.{number // 250}.{number % 250}")
    assert attempts.seconds_to_wait("10.0.0.1") == 600, "it has tried already"
    assert attempts.seconds_to_wait("192.0.2.1") == 0, "somebody who has not"
    clock.now += 600
    assert attempts.seconds_to_wait("10.0.0.1") == 0, "who mistyped may try again"
    clock.now -= 600
    answered = MOST_IN_ROOM
    for number in range(10_000):
        address = f"10.{1 + number // 62500}.{number // 250 % 250}.{number % 250}"
        if not attempts.seconds_to_wait(address):
            attempts.was_wrong(address)
            answered += 1
    assert answered == MOST_TRIES, "of a million, in a day"
    assert attempts.seconds_to_wait("192.0.2.1") > 0


def test_after_a_day_the_room_begins_anew(attempts: Attempts, clock: Clock) -> None:
    for number in range(MOST_TRIES):
        attempts.was_wrong(f"10.0.{number // 250}.{number % 250}")
    wait = attempts.seconds_to_wait("192.0.2.1")
    assert 0 < wait <= ROOM_SECONDS
    clock.now += wait + 1
    assert attempts.seconds_to_wait("192.0.2.1") == 0


def test_addresses_that_one_device_may_choose_count_as_one() -> None:
    assert group_of("2001:db8::1") == group_of("2001:db8::ffff:1")
    assert group_of("2001:db8::1") != group_of("2001:db8:0:1::1")
    assert group_of("::ffff:192.0.2.1") == group_of("192.0.2.1") == "192.0.2.1"
    assert group_of("fe80::1%eth0") == group_of("fe80::2")
    assert group_of("testclient") == "testclient"


def test_the_memory_of_addresses_has_an_end(attempts: Attempts) -> None:
    for number in range(30_000):
        attempts.was_wrong(f"10.{number // 62500}.{number // 250 % 250}.{number % 250}")
    assert len(attempts._by_address) <= 10_000
