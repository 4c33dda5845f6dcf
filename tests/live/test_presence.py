"""A spec that is gone for good is told from one that an editor is just renaming."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.live.presence import Presence

PATIENCE = 20


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text("a\n", encoding="utf-8")
    return path


def wait_for(told: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not told():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_save_by_renaming_is_no_loss(spec: Path) -> None:
    presence = Presence(spec)
    kept = spec.read_bytes()
    spec.rename(spec.with_suffix(".bak"))
    assert not presence.changed()
    spec.write_bytes(kept)
    time.sleep(0.1)
    assert not presence.changed()
    assert not presence.is_gone


def test_what_is_removed_is_told_once_and_told_again_when_it_is_back(spec: Path) -> None:
    presence = Presence(spec)
    spec.unlink()
    wait_for(presence.changed)
    assert presence.is_gone
    assert presence.renamed_to() is None
    assert not presence.changed()
    spec.write_text("b\n", encoding="utf-8")
    assert presence.changed()
    assert not presence.is_gone


def test_the_new_name_of_what_was_renamed_is_found(spec: Path) -> None:
    presence = Presence(spec)
    spec.rename(spec.with_name("b.yaml"))
    wait_for(presence.changed)
    assert presence.renamed_to() == spec.with_name("b.yaml")


def test_a_folder_that_is_gone_is_a_loss_too(spec: Path) -> None:
    presence = Presence(spec)
    spec.unlink()
    spec.parent.rmdir()
    wait_for(presence.changed)
    assert presence.renamed_to() is None
