"""Keys of a room: what is tried on one PIN says nothing about the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.live.room.attempts import MOST_TRIES
from generator.live.room.keys import Keys, digits_of
from generator.live.room_secrets import SecretsFile


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(SecretsFile(tmp_path / "town.yaml"), local=False)


def wrong_for(keys: Keys) -> str:
    return f"{(int(keys.now.pin) + 1) % 1_000_000:06}"


def test_another_pin_opens_a_room_that_was_attacked_until_nobody_came_in(keys: Keys) -> None:
    for number in range(MOST_TRIES):
        keys.fits(wrong_for(keys), f"10.0.{number // 250}.{number % 250}")
    assert keys.fits(keys.now.pin, "192.0.2.1") is None
    keys.file.change(lambda secrets: secrets.with_new_pin())
    assert keys.fits(keys.now.pin, "192.0.2.1") is True


@pytest.mark.parametrize("typed", ["１２３４５６", "123 456", "１２３－４５６", " 12-34-56 "])
def test_a_pin_is_read_as_people_type_it(typed: str) -> None:
    assert digits_of(typed) == "123456"
