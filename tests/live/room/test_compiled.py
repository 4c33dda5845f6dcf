"""Compiled modules are found again by name and text, and speak of where they are used."""

from __future__ import annotations

import traceback
from pathlib import Path
from types import CodeType

import pytest

from generator.live.room.compiled import Compiled

NAME = "prototype.kit.roads"
SOURCE = b"def widen():\n    raise ValueError('too wide')\n"


@pytest.fixture(autouse=True)
def compiled_code_may_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this hold where tests run without writing any, too."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)


def made(source: bytes) -> CodeType:
    """Compile as for the first prototype."""
    return compile(source, "first/roads.py", "exec")


def test_a_module_is_found_with_the_same_text_only(tmp_path: Path) -> None:
    kept = Compiled(tmp_path / "kept")
    assert kept.of(NAME, SOURCE, "second/roads.py") is None
    kept.keep(NAME, SOURCE, made(SOURCE))
    assert kept.of(NAME, SOURCE, "second/roads.py") is not None
    assert kept.of(NAME, SOURCE + b"#", "second/roads.py") is None
    assert kept.of("prototype.kit.other", SOURCE, "second/roads.py") is None


def test_an_error_in_it_names_the_file_of_the_prototype_in_use(tmp_path: Path) -> None:
    kept = Compiled(tmp_path)
    kept.keep(NAME, SOURCE, made(SOURCE))
    code = kept.of(NAME, SOURCE, "second/roads.py")
    assert code is not None
    names: dict[str, object] = {}
    exec(code, names)
    widen = names["widen"]
    assert callable(widen)
    with pytest.raises(ValueError, match="too wide") as raised:
        widen()
    frame = traceback.extract_tb(raised.tb)[-1]
    assert (frame.filename, frame.lineno) == ("second/roads.py", 2)


@pytest.mark.parametrize("length", [0, 3, 16, 40])
def test_a_file_that_is_not_whole_counts_as_none(tmp_path: Path, length: int) -> None:
    kept = Compiled(tmp_path)
    kept.keep(NAME, SOURCE, made(SOURCE))
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:length])
    assert kept.of(NAME, SOURCE, "second/roads.py") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    kept = Compiled(tmp_path / "file")
    kept.keep(NAME, SOURCE, made(SOURCE))
    assert kept.of(NAME, SOURCE, "second/roads.py") is None
