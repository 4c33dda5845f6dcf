"""The secrets of a room: the same after a restart, renewed when asked for, nobody else's."""

from __future__ import annotations

import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.live.room_secrets import RoomSecrets, SecretsFile

NOW = datetime(2026, 11, 30, 13, 30, tzinfo=UTC)


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    return tmp_path / "town.yaml"


def test_they_are_the_same_the_next_time_and_for_another_process(spec: Path) -> None:
    first = SecretsFile(spec).now
    assert SecretsFile(spec).now == first
    assert SecretsFile(spec.with_name("other.yaml")).now != first


def test_only_their_owner_can_read_them(spec: Path) -> None:
    file = SecretsFile(spec)
    assert file.now
    assert file.path == spec.with_name(".town.yaml.room")
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert [path.name for path in spec.parent.iterdir()] == [".town.yaml.room"]


def test_what_one_process_changes_the_other_knows(spec: Path) -> None:
    one, other = SecretsFile(spec), SecretsFile(spec)
    assert one.now == other.now
    changed = one.change(lambda room: room.with_new_pin().with_facilitator(NOW))
    assert other.now == changed
    assert len(changed.facilitators) == 1
    assert other.change(lambda room: room.without_facilitator(room.facilitators[0].token))
    assert one.now.facilitators == ()


def test_another_pin_makes_another_qr_code_but_the_engineer_stays(spec: Path) -> None:
    first = SecretsFile(spec).now
    renewed = first.with_new_pin()
    while renewed.pin == first.pin:
        renewed = first.with_new_pin()
    assert renewed.invitation != first.invitation
    assert (renewed.engineer, renewed.name) == (first.engineer, first.name)


@pytest.mark.parametrize(
    "spoiled",
    [
        "",
        "{",
        "[]",
        "null",
        '{"pin": "1"}',
        "[" * 100_000,
        "\x00\xff",
        json.dumps(
            {"pin": "12345６", "engineer": "x" * 22, "signing": "x" * 22, "facilitators": []}
        ),
        json.dumps({"pin": "123456", "engineer": "", "signing": "x" * 22, "facilitators": []}),
        json.dumps({"pin": "123456", "engineer": "x" * 22, "signing": "x" * 22, "facilitators": 1}),
    ],
)
def test_a_file_that_somebody_spoiled_is_made_anew(spec: Path, spoiled: str) -> None:
    file = SecretsFile(spec)
    file.path.write_text(spoiled, encoding="utf-8")
    made = file.now
    assert RoomSecrets.of(json.loads(file.path.read_text(encoding="utf-8"))) == made
    assert SecretsFile(spec).now == made


def test_a_file_that_is_spoiled_while_it_is_used_changes_nothing(spec: Path) -> None:
    file = SecretsFile(spec)
    first = file.now
    file.path.write_text("{", encoding="utf-8")
    assert file.now == first
    file.path.unlink()
    assert file.now == first
    assert SecretsFile(spec).now == first


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_where_nothing_can_be_written_they_hold_for_this_time(spec: Path) -> None:
    spec.parent.chmod(0o500)
    file = SecretsFile(spec)
    assert file.now == file.now
    assert not file.is_kept
    spec.parent.chmod(0o700)


def test_in_a_folder_that_is_none_they_hold_for_this_time(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    file = SecretsFile(tmp_path / "file" / "town.yaml")
    assert file.now == file.now
    assert not file.is_kept
