"""A save is noticed, however the editor saves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.live.watch import saves


def _in_place(path: Path) -> None:
    path.write_text("new\n", encoding="utf-8")


def _by_renaming(path: Path) -> None:
    path.with_name(".a.yaml.swp").write_text("new\n", encoding="utf-8")
    path.with_name(".a.yaml.swp").replace(path)


def _with_a_backup(path: Path) -> None:
    path.rename(path.with_name("a.yaml~"))
    path.write_text("new\n", encoding="utf-8")


@pytest.mark.parametrize("save", [_in_place, _by_renaming, _with_a_backup])
def test_a_save_is_noticed_once(tmp_path: Path, save: Callable[[Path], None]) -> None:
    spec = tmp_path / "a.yaml"
    spec.write_text("old\n", encoding="utf-8")
    noticed = saves(spec)
    assert next(noticed) is False
    save(spec)
    assert next(seen for seen in noticed if seen)
    assert [next(noticed) for _ in range(3)] == [False] * 3


def test_a_save_between_the_call_and_the_first_look_is_noticed(tmp_path: Path) -> None:
    spec = tmp_path / "a.yaml"
    spec.write_text("old\n", encoding="utf-8")
    noticed = saves(spec)
    _in_place(spec)
    assert next(noticed) is True


def test_a_save_of_the_file_behind_a_link_is_noticed(tmp_path: Path) -> None:
    real = tmp_path / "real/spec.yaml"
    real.parent.mkdir()
    real.write_text("old\n", encoding="utf-8")
    link = tmp_path / "a.yaml"
    link.symlink_to(real)
    noticed = saves(link)
    assert next(noticed) is False
    _in_place(real)
    assert next(seen for seen in noticed if seen)


def test_neighbours_and_a_missing_file_are_no_save(tmp_path: Path) -> None:
    spec = tmp_path / "a.yaml"
    spec.write_text("old\n", encoding="utf-8")
    noticed = saves(spec)
    (tmp_path / "b.yaml").write_text("other\n", encoding="utf-8")
    assert next(noticed) is False
    spec.rename(tmp_path / "c.yaml")
    assert next(noticed) is False
    (tmp_path / "c.yaml").rename(spec)
    assert next(noticed) is False
