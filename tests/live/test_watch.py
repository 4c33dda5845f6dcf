"""A save is noticed, however the editor saves."""

from __future__ import annotations

import subprocess
import sys
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


WITHOUT_INOTIFY = """
echo 0 > /proc/sys/user/max_inotify_instances && exec "$@"
"""
FOLLOW = """
import sys
from pathlib import Path
from generator.live.watch import changes_of

spec, out = Path(sys.argv[1]), Path(sys.argv[2])
changes = changes_of(spec, out, on_polling=lambda: print("polls", flush=True))
next(changes)
for number in (1, 2):
    spec.write_text(f"{number}\\n")
    print(next(changed.spec for changed in changes if changed.spec))
(out / "b.py").write_text("1")
print(next(path.name for changed in changes for path in changed.files))
"""


def _without_inotify(*command: str) -> list[str]:
    return ["unshare", "--user", "--map-root-user", "sh", "-c", WITHOUT_INOTIFY, "sh", *command]


def _can_do_without_inotify() -> bool:
    try:
        return subprocess.run(_without_inotify("true"), capture_output=True).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not _can_do_without_inotify(), reason="needs a user namespace of its own")
def test_without_inotify_saves_are_followed_all_the_same_and_that_is_said_once(
    tmp_path: Path,
) -> None:
    spec, out = tmp_path / "a.yaml", tmp_path / "out"
    spec.write_text("0\n", encoding="utf-8")
    done = subprocess.run(
        _without_inotify(sys.executable, "-c", FOLLOW, str(spec), str(out)),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert sorted(done.stdout.split()) == ["True", "True", "b.py", "polls"], done.stderr
    assert done.stderr == ""


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
