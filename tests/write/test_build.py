"""Files onto disk: every edit of a person survives, and every result tells the truth."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.write import BusyError, FileResult, FileState, LeavesFolderError, locked, write
from generator.write.baselines import open_baselines
from generator.write.build import Build
from generator.write.folder import Folder
from generator.write.summary import file_lines

LINES = [f"line{number} = {number}" for number in range(30)]


def text(**changed: str) -> bytes:
    """Thirty lines of Python, with some of them changed: text(line3="…")."""
    return "".join(f"{changed.get(line.split()[0], line)}\n" for line in LINES).encode()


def states(results: tuple[FileResult, ...]) -> dict[str, str]:
    return {result.path: result.state.value for result in results}


def test_files_are_created_and_a_second_build_touches_nothing(tmp_path: Path) -> None:
    files = {"main.py": b"x = 1\n", "a/b/c.py": b"", "a/picture.png": b"\x89PNG\xff\x00\n"}
    assert set(states(write(files, tmp_path)).values()) == {"created"}
    assert {path: (tmp_path / path).read_bytes() for path in files} == files
    before = {path: (tmp_path / path).stat() for path in files}
    assert set(states(write(files, tmp_path)).values()) == {"unchanged"}
    assert {path: (tmp_path / path).stat() for path in files} == before


READING = """
import json, sys
from pathlib import Path
from generator.write import write

def note(event, arguments):
    if event == "open" and str(arguments[0]).startswith(sys.argv[1]) and arguments[1] == "r":
        print(Path(arguments[0]).name)

sys.addaudithook(note)
files = {f"m{i}.py": f"x = {i}\\n".encode() for i in range(20)}
write(files | {"m3.py": b"new\\n"}, Path(sys.argv[1]))
"""


def test_a_build_reads_only_the_files_that_somebody_changed(tmp_path: Path) -> None:
    write({f"m{i}.py": f"x = {i}\n".encode() for i in range(20)}, tmp_path)
    (tmp_path / "m7.py").write_bytes(b"edited\n")
    command = [sys.executable, "-c", READING, str(tmp_path.resolve())]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said.split() == ["m7.py"]


def test_a_file_that_nobody_edited_gets_the_new_text(tmp_path: Path) -> None:
    write({"a.py": b"x = 1\n"}, tmp_path)
    assert states(write({"a.py": b"x = 2\n"}, tmp_path)) == {"a.py": "updated"}
    assert (tmp_path / "a.py").read_bytes() == b"x = 2\n"


def test_an_edit_is_kept_when_the_new_text_is_the_old_one(tmp_path: Path) -> None:
    write({"a.py": text()}, tmp_path)
    (tmp_path / "a.py").write_bytes(text(line1="edited = 1"))
    assert states(write({"a.py": text()}, tmp_path)) == {"a.py": "kept"}
    assert (tmp_path / "a.py").read_bytes() == text(line1="edited = 1")


def test_an_edit_and_a_change_elsewhere_in_the_file_are_merged(tmp_path: Path) -> None:
    write({"a.py": text()}, tmp_path)
    (tmp_path / "a.py").write_bytes(text(line1="edited = 1"))
    assert states(write({"a.py": text(line25="new = 1")}, tmp_path)) == {"a.py": "merged"}
    assert (tmp_path / "a.py").read_bytes() == text(line1="edited = 1", line25="new = 1")
    assert states(write({"a.py": text(line25="new = 1")}, tmp_path)) == {"a.py": "kept"}
    assert states(write({"a.py": text(line20="newer = 1")}, tmp_path)) == {"a.py": "merged"}
    assert (tmp_path / "a.py").read_bytes() == text(line1="edited = 1", line20="newer = 1")


def test_an_edit_that_windows_saved_is_merged_and_keeps_its_line_ends(tmp_path: Path) -> None:
    write({"a.py": text()}, tmp_path)
    (tmp_path / "a.py").write_bytes(text(line1="edited = 1").replace(b"\n", b"\r\n"))
    assert states(write({"a.py": text(line25="new = 1")}, tmp_path)) == {"a.py": "merged"}
    expected = text(line1="edited = 1", line25="new = 1").replace(b"\n", b"\r\n")
    assert (tmp_path / "a.py").read_bytes() == expected


def conflict(folder: Path, *, edited: str = "edited = 1", new: str = "new = 1") -> bytes:
    """Bring a.py into a conflict in its first line and return the text that was offered."""
    write({"a.py": text()}, folder)
    (folder / "a.py").write_bytes(text(line0=edited))
    (result,) = write({"a.py": text(line0=new)}, folder)
    assert result == FileResult("a.py", FileState.CONFLICT, "a.py.new")
    return text(line0=new)


def test_a_conflict_leaves_the_file_alone_and_puts_the_new_text_beside_it(tmp_path: Path) -> None:
    offered = conflict(tmp_path)
    assert (tmp_path / "a.py").read_bytes() == text(line0="edited = 1")
    assert (tmp_path / "a.py.new").read_bytes() == offered


def test_a_conflict_that_nobody_resolved_is_said_again(tmp_path: Path) -> None:
    offered = conflict(tmp_path)
    before = (tmp_path / "a.py.new").stat()
    assert states(write({"a.py": offered}, tmp_path)) == {"a.py": "conflict"}
    assert (tmp_path / "a.py.new").stat() == before
    newer = text(line0="newest = 1")
    assert states(write({"a.py": newer}, tmp_path)) == {"a.py": "conflict"}
    assert (tmp_path / "a.py.new").read_bytes() == newer
    assert sorted(path.name for path in tmp_path.glob("a.*")) == ["a.py", "a.py.new"]


def test_deleting_the_text_beside_settles_a_conflict_for_the_edit(tmp_path: Path) -> None:
    offered = conflict(tmp_path)
    (tmp_path / "a.py.new").unlink()
    assert states(write({"a.py": offered}, tmp_path)) == {"a.py": "kept"}
    later = text(line0="new = 1", line25="later = 1")
    assert states(write({"a.py": later}, tmp_path)) == {"a.py": "merged"}
    assert (tmp_path / "a.py").read_bytes() == text(line0="edited = 1", line25="later = 1")


def test_moving_the_text_beside_over_the_file_settles_a_conflict(tmp_path: Path) -> None:
    offered = conflict(tmp_path)
    (tmp_path / "a.py.new").replace(tmp_path / "a.py")
    assert states(write({"a.py": offered}, tmp_path)) == {"a.py": "unchanged"}
    assert states(write({"a.py": text()}, tmp_path)) == {"a.py": "updated"}


def test_working_the_new_text_in_by_hand_settles_a_conflict(tmp_path: Path) -> None:
    offered = conflict(tmp_path)
    (tmp_path / "a.py").write_bytes(text(line0="new = 1", line25="edited = 1"))
    assert states(write({"a.py": offered}, tmp_path)) == {"a.py": "kept"}
    assert not (tmp_path / "a.py.new").exists()


def test_a_conflict_is_over_when_the_spec_goes_back(tmp_path: Path) -> None:
    conflict(tmp_path)
    assert states(write({"a.py": text()}, tmp_path)) == {"a.py": "kept"}
    assert not (tmp_path / "a.py.new").exists()


def test_work_on_the_text_beside_is_never_overwritten(tmp_path: Path) -> None:
    conflict(tmp_path)
    (tmp_path / "a.py.new").write_bytes(b"half merged\n")
    (result,) = write({"a.py": text(line0="newest = 1")}, tmp_path)
    assert result == FileResult("a.py", FileState.CONFLICT, "a.py.new2")
    assert (tmp_path / "a.py.new").read_bytes() == b"half merged\n"
    assert (tmp_path / "a.py.new2").read_bytes() == text(line0="newest = 1")
    (tmp_path / "a.py.new2").write_bytes(b"half merged too\n")
    assert write({"a.py": text(line0="newest = 1")}, tmp_path) == (result,)
    assert not (tmp_path / "a.py.new3").exists()


@pytest.mark.parametrize(("name", "expected"), [("a.py", "conflict"), ("a.txt", "merged")])
def test_python_that_merges_but_does_not_compile_is_a_conflict(
    tmp_path: Path, name: str, expected: str
) -> None:
    comments = [f"# {number}\n" for number in range(9)]
    write({name: "".join(comments).encode()}, tmp_path)
    (tmp_path / name).write_text("".join(["import os\n", *comments[1:]]), encoding="utf-8")
    new = "".join([*comments[:7], "from __future__ import annotations\n", comments[8]])
    assert states(write({name: new.encode()}, tmp_path)) == {name: expected}


def test_binary_files_that_were_edited_are_a_conflict(tmp_path: Path) -> None:
    write({"a.png": b"\x00\x01old" * 9}, tmp_path)
    (tmp_path / "a.png").write_bytes(b"\x00\x01edited" * 9)
    assert states(write({"a.png": b"\x00\x01new" * 9}, tmp_path)) == {"a.png": "conflict"}
    assert (tmp_path / "a.png").read_bytes() == b"\x00\x01edited" * 9


def test_what_can_not_be_merged_is_not_kept_a_second_time(tmp_path: Path) -> None:
    font = b"wOF2\x00" + bytes(range(256)) * 400
    write({"font.woff2": font, "a.py": text()}, tmp_path)
    assert (tmp_path / ".sawaru" / "baselines.db").stat().st_size < len(font)
    assert states(write({"font.woff2": font + b"2", "a.py": text()}, tmp_path)) == {
        "font.woff2": "updated",
        "a.py": "unchanged",
    }


def test_many_files_that_were_created_in_one_folder_are_told_as_one(tmp_path: Path) -> None:
    many = {f"a/b/{number}.txt": b"" for number in range(21)}
    results = write({**many, "a/c.txt": b"", "d.txt": b""}, tmp_path)
    told = list(file_lines(results, "en"))
    assert told == ["created: a/b/ (21 files)", "created: a/c.txt", "created: d.txt"]
    (tmp_path / "d.txt").unlink()
    assert list(file_lines(write({**many, "d.txt": b""}, tmp_path), "en")) == [
        "removed: a/c.txt",
        "created: d.txt",
    ]


def test_without_git_a_change_on_an_edit_is_a_conflict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"a.py": text()}, tmp_path)
    (tmp_path / "a.py").write_bytes(text(line1="edited = 1"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert states(write({"a.py": text(line25="new = 1")}, tmp_path)) == {"a.py": "conflict"}
    assert (tmp_path / "a.py").read_bytes() == text(line1="edited = 1")


def test_an_untouched_file_that_leaves_the_plan_goes_with_its_empty_folders(tmp_path: Path) -> None:
    write({"main.py": b"", "deep/er/a.py": b"x\n"}, tmp_path)
    compiled = tmp_path / "deep/er/__pycache__/a.cpython-311.pyc"
    compiled.parent.mkdir()
    compiled.write_bytes(b"")
    assert states(write({"main.py": b""}, tmp_path)) == {
        "main.py": "unchanged",
        "deep/er/a.py": "removed",
    }
    assert not (tmp_path / "deep").exists()
    assert states(write({"main.py": b""}, tmp_path)) == {"main.py": "unchanged"}


def test_an_edited_file_that_leaves_the_plan_is_set_aside(tmp_path: Path) -> None:
    write({"main.py": b"", "s/a.py": b"x\n"}, tmp_path)
    (tmp_path / "s/a.py").write_bytes(b"edited\n")
    results = write({"main.py": b""}, tmp_path)
    assert FileResult("s/a.py", FileState.SET_ASIDE, "s/a.py.aside") in results
    assert (tmp_path / "s/a.py.aside").read_bytes() == b"edited\n"
    write({"main.py": b"", "s/a.py": b"x\n"}, tmp_path)
    (tmp_path / "s/a.py").write_bytes(b"edited again\n")
    results = write({"main.py": b""}, tmp_path)
    assert FileResult("s/a.py", FileState.SET_ASIDE, "s/a.py.aside2") in results
    assert (tmp_path / "s/a.py.aside").read_bytes() == b"edited\n"


def test_a_conflicting_file_that_leaves_the_plan_takes_the_text_beside_along(
    tmp_path: Path,
) -> None:
    conflict(tmp_path)
    (result,) = write({}, tmp_path)
    assert result == FileResult("a.py", FileState.SET_ASIDE, "a.py.aside")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.py.aside"]


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    write({"a": b"file\n", "b/c": b"file\n"}, tmp_path)
    write({"a/c": b"file\n", "b": b"file\n"}, tmp_path)
    assert (tmp_path / "a/c").is_file()
    assert (tmp_path / "b").is_file()


def test_a_foreign_file_with_the_same_content_is_adopted(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"x = 1\n")
    assert states(write({"a.py": b"x = 1\n"}, tmp_path)) == {"a.py": "unchanged"}
    assert states(write({"a.py": b"x = 2\n"}, tmp_path)) == {"a.py": "updated"}


def test_a_foreign_file_is_never_overwritten_and_foreign_neighbours_stay(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"mine\n")
    (tmp_path / "notes.txt").write_bytes(b"mine too\n")
    (result,) = write({"a.py": b"x = 1\n"}, tmp_path)
    assert result == FileResult("a.py", FileState.CONFLICT, "a.py.new")
    assert (tmp_path / "a.py").read_bytes() == b"mine\n"
    (tmp_path / "a.py.new").unlink()
    assert states(write({"a.py": b"x = 1\n"}, tmp_path)) == {"a.py": "kept"}
    assert (tmp_path / "notes.txt").read_bytes() == b"mine too\n"


def test_a_folder_in_the_place_of_a_file_is_a_conflict(tmp_path: Path) -> None:
    (tmp_path / "a.py").mkdir()
    (result,) = write({"a.py": b"x = 1\n"}, tmp_path)
    assert result == FileResult("a.py", FileState.CONFLICT, "a.py.new")


def test_a_deleted_file_is_made_again(tmp_path: Path) -> None:
    write({"a.py": text()}, tmp_path)
    (tmp_path / "a.py").unlink()
    assert states(write({"a.py": text()}, tmp_path)) == {"a.py": "created"}
    assert (tmp_path / "a.py").read_bytes() == text()


def test_lost_baselines_overwrite_nothing(tmp_path: Path) -> None:
    write({"a.py": b"x = 1\n", "b.py": b"y = 1\n"}, tmp_path)
    (tmp_path / "a.py").write_bytes(b"edited\n")
    (tmp_path / ".sawaru/baselines.db").write_bytes(b"no database" * 99)
    assert states(write({"a.py": b"x = 2\n", "b.py": b"y = 1\n"}, tmp_path)) == {
        "a.py": "conflict",
        "b.py": "unchanged",
    }
    assert (tmp_path / "a.py").read_bytes() == b"edited\n"


@pytest.mark.parametrize(
    "path", ["../a.py", "/a.py", "a/../../b", "a//b", "", "a\\b", "C:a", ".sawaru/x/../../../a"]
)
def test_a_path_that_leaves_the_folder_is_refused_before_anything_is_written(
    tmp_path: Path, path: str
) -> None:
    with pytest.raises(LeavesFolderError):
        write({"fine.py": b"", path: b""}, tmp_path / "out")
    assert [p.name for p in (tmp_path / "out").rglob("*") if p.is_file()] == []


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.py").write_bytes(b"theirs\n")
    out.mkdir()
    (out / "folder").symlink_to(elsewhere)
    with pytest.raises(LeavesFolderError):
        write({"folder/b.py": b"x\n"}, out)
    (out / "folder").unlink()
    (out / "a.py").symlink_to(elsewhere / "a.py")
    assert states(write({"a.py": b"x\n"}, out)) == {"a.py": "conflict"}
    assert (elsewhere / "a.py").read_bytes() == b"theirs\n"
    assert sorted(path.name for path in elsewhere.iterdir()) == ["a.py"]


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    write({"a.py": b"x\n"}, tmp_path / "out")
    assert (tmp_path / "real/a.py").read_bytes() == b"x\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_mode_of_a_file_survives(tmp_path: Path) -> None:
    write({"main.py": b"x = 1\n"}, tmp_path)
    (tmp_path / "main.py").chmod(0o755)
    write({"main.py": b"x = 2\n"}, tmp_path)
    assert (tmp_path / "main.py").stat().st_mode & 0o777 == 0o755


def test_a_new_text_of_the_same_size_within_a_second_is_seen_by_python(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    code = [sys.executable, "-c", "import module"]
    for number in range(4):
        write({"module.py": f"print({number})\n".encode()}, tmp_path)
        done = subprocess.run(code, cwd=tmp_path, env=environment, capture_output=True, check=True)
        assert done.stdout.strip() == str(number).encode()


def test_a_file_saved_while_it_is_about_to_be_written_keeps_the_save(tmp_path: Path) -> None:
    files = {"a.py": text(line25="new = 1"), "b.py": b"new\n"}
    write({"a.py": text(), "b.py": b"old\n"}, tmp_path)
    folder = Folder(tmp_path)
    with open_baselines(folder.state / "baselines.db") as baselines:
        build = Build(folder, baselines, files)
        records = baselines.records()
        changes = [build._change(records[path], path) for path in files]
        (tmp_path / "a.py").write_bytes(text(line1="edited = 1"))
        done = dict(build._apply(changes))
    assert [(path, result.state.value) for path, result in done.items()] == [("b.py", "updated")]
    assert states(write(files, tmp_path)) == {"a.py": "merged", "b.py": "unchanged"}
    assert (tmp_path / "a.py").read_bytes() == text(line1="edited = 1", line25="new = 1")


def test_a_second_process_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with locked(tmp_path / "lock", address="http://x"):
        code = (
            "import sys; from pathlib import Path; from generator.write import *\n"
            "try:\n    with locked(Path(sys.argv[1])): print('got it')\n"
            "except BusyError as busy: print(busy.holder)"
        )
        command = [sys.executable, "-c", code, str(tmp_path / "lock")]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert said.strip() == str({"pid": str(os.getpid()), "address": "http://x"})
    with locked(tmp_path / "lock"), pytest.raises(BusyError), locked(tmp_path / "lock"):
        pass


KILLED = """
import os, signal, sys
from pathlib import Path
from generator.write import write
left = int(sys.argv[2])

def count(event, arguments):
    global left
    if event in ("open", "os.rename", "os.remove") and sys.argv[1] in str(arguments):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

number = int(sys.argv[3])
files = {f"m{i}.py": f"x = {i + number * (i % 2)}\\n".encode() * 20 for i in range(6)}
del files[f"m{number}.py"]
sys.addaudithook(count)
write(files, Path(sys.argv[1]))
"""


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_build_killed_anywhere_is_finished_by_the_next_without_a_false_conflict(
    tmp_path: Path,
) -> None:
    """Kill the second build at every access to the folder; a third, different one must be clean."""
    killed = 0
    for steps in range(1000):
        out = tmp_path / "out"
        shutil.rmtree(out, ignore_errors=True)
        _build_killed(out, 10_000, number=0)
        (out / "m2.py").write_bytes(b"edited = 1\n" + (out / "m2.py").read_bytes())
        done = _build_killed(out, steps, number=1)
        third = _build_killed(out, 10_000, number=3)
        assert third == 0
        assert not list(out.glob("*.new")), steps
        assert not list(out.glob("*.aside")), steps
        assert not list(out.glob(".sawaru-*")), steps
        assert (out / "m2.py").read_bytes() == b"edited = 1\n" + b"x = 2\n" * 20
        assert {path.name for path in out.glob("m*")} == {f"m{i}.py" for i in (0, 1, 2, 4, 5)}
        assert (out / "m5.py").read_bytes() == b"x = 8\n" * 20
        if done == 0:
            break
        assert done == -signal.SIGKILL
        killed += 1
    assert killed > 8


def _build_killed(out: Path, steps: int, number: int) -> int:
    command = [sys.executable, "-c", KILLED, str(out), str(steps), str(number)]
    return subprocess.run(command, check=False).returncode
