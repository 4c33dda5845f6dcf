"""generate build: what is printed, what the exit code says, and that edits survive."""

from __future__ import annotations

from pathlib import Path

import pytest

from blueprints.kit import VERSION
from generator.cli import main

SPEC = """\
project: 通報
entities:
  report:
    title: 通報
    fields:
      place: 場所
      kind: 種別
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "town.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def test_the_prototype_is_built_beside_the_spec(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(spec)]) == 0
    out = spec.parent / "town-prototype"
    assert (out / "main.py").is_file()
    said = capsys.readouterr().out.splitlines()
    assert "作成: main.py" in said
    assert said[-1].startswith(str(out))


def test_a_second_build_changes_nothing_and_prints_one_line(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = spec.parent / "elsewhere"
    main(["build", str(spec), "-o", str(out)])
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.py")}
    capsys.readouterr()
    assert main(["build", str(spec), "-o", str(out)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.py")} == before


def test_an_edit_and_a_change_of_the_spec_come_together(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--lang", "en", "build", str(spec)])
    main_file = spec.parent / "town-prototype/main.py"
    edited = main_file.read_text(encoding="utf-8") + "# by hand\n"
    main_file.write_text(edited, encoding="utf-8")
    spec.write_text(SPEC.replace("場所", "ばしょ"), encoding="utf-8")
    capsys.readouterr()
    assert main(["--lang", "en", "build", str(spec)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "kept your edit: main.py" in said
    assert "updated: prototype/model.py" in said
    assert main_file.read_text(encoding="utf-8") == edited


def test_a_conflict_gives_exit_code_4_and_names_the_new_text(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", str(spec)])
    model = spec.parent / "town-prototype/prototype/model.py"
    edited = model.read_text(encoding="utf-8").replace("場所", "所在")
    assert "所在" in edited
    model.write_text(edited, encoding="utf-8")
    spec.write_text(SPEC.replace("場所", "ばしょ"), encoding="utf-8")
    capsys.readouterr()
    assert main(["build", str(spec)]) == 4
    said = capsys.readouterr().out
    assert "手直しとぶつかりました: prototype/model.py → prototype/model.py.new" in said
    assert model.read_text(encoding="utf-8") == edited
    assert "ばしょ" in model.with_name("model.py.new").read_text(encoding="utf-8")
    assert main(["build", str(spec)]) == 4
    model.with_name("model.py.new").replace(model)
    assert main(["build", str(spec)]) == 0


def test_a_spec_with_errors_builds_nothing(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec.write_text(SPEC.replace("fields", "feilds"), encoding="utf-8")
    assert main(["build", str(spec)]) == 1
    said = capsys.readouterr()
    assert f"{spec}:5:5: エラー" in said.err
    assert said.out == ""
    assert not (spec.parent / "town-prototype").exists()


def test_a_folder_that_can_not_be_made_is_said(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (spec.parent / "file").write_text("", encoding="utf-8")
    assert main(["build", str(spec), "-o", str(spec.parent / "file")]) == 1
    assert str(spec.parent / "file") in capsys.readouterr().err


def test_a_broken_blueprint_is_said_with_its_place(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = spec.parent / "own"
    (own / "project").mkdir(parents=True)
    (own / "project/project.py.jinja").write_text("x = 1\n{{ nothing.at_all }}\n", encoding="utf-8")
    assert main(["build", str(spec), "--blueprints", str(own)]) == 1
    said = capsys.readouterr().err
    assert f"{own / 'project/project.py.jinja'}:2" in said
    (own / "project/project.py.jinja").write_text("x = 1\n\n{% if %}\n", encoding="utf-8")
    assert main(["build", str(spec), "--blueprints", str(own)]) == 1
    assert "project.py.jinja:3" in capsys.readouterr().err


def test_another_version_of_the_kit_is_told(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", str(spec)])
    kit = spec.parent / "town-prototype/prototype/kit/__init__.py"
    assert f'VERSION = "{VERSION}"' in kit.read_text(encoding="utf-8")
    assert (kit.parent / "README.md").is_file()
    assert "版" not in capsys.readouterr().out
    kit.write_text('VERSION = "0.9.0"\n', encoding="utf-8")
    assert main(["build", str(spec)]) == 0
    # An older release would have left its own baseline; here the file counts as edited by hand.
    assert f"版 0.9.0 から {VERSION} に" in capsys.readouterr().out
