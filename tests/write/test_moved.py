"""What people wrote by hand for an older kit finds its modules where they are now."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from generator.cli import main
from generator.write.moved import _MOVED, _RENAMED, with_moved_imports
from tests.browser import KIT

SPEC = """\
project: 通報
entities: {report: {title: 通報, fields: {place: 場所, kind: 種別}}}
screens:
  report_form: {title: 通報する, kind: form, entity: report}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("from prototype.kit.form import form", "from prototype.kit.kinds.form import form"),
        ("from prototype.kit.page import page", "from prototype.kit.kinds.page import page"),
        ("from prototype.kit.server import run", "from prototype.kit.server.run import run"),
        ("import prototype.kit.widgets as w", "import prototype.kit.page.widgets as w"),
        (
            "from prototype.kit.paper import paper",
            "from prototype.kit.kinds.printed_form import paper",
        ),
        (
            "from prototype.kit import paper",
            "from prototype.kit.kinds import printed_form as paper",
        ),
        (
            "from prototype.kit import paper as p",
            "from prototype.kit.kinds import printed_form as p",
        ),
        (
            "from prototype.kit.store.adding import Group",
            "from prototype.kit.store.aggregates import Group",
        ),
        ("from prototype.kit import widgets", "from prototype.kit.page import widgets"),
        (
            "from prototype.kit.kinds import paper",
            "from prototype.kit.kinds import printed_form as paper",
        ),
        (
            "from prototype.kit.store import fitting, query",
            "from prototype.kit.store import storable as fitting\n"
            "from prototype.kit.store import query",
        ),
        ("from prototype.kit.apart import line", "from prototype.kit.worker import queue as line"),
        (
            "from prototype.kit.sheet import back as b",
            "from prototype.kit.spreadsheet import parsing as b",
        ),
        ("from prototype.kit.sheet import values", "from prototype.kit.spreadsheet import values"),
        (
            "    from prototype.kit import widgets as w, store",
            "    from prototype.kit.page import widgets as w\n    from prototype.kit import store",
        ),
    ],
)
def test_a_module_that_went_elsewhere_is_named_where_it_is(old: str, new: str) -> None:
    assert with_moved_imports("screens/a.py", old.encode()).decode() == new


@pytest.mark.parametrize(
    "line",
    [
        "from prototype.kit.page.screen import Screen, View",
        "from prototype.kit.server.run import run",
        "from prototype.kit.fields import Text, text",
        "from prototype.kit.store import Query",
        "from prototype.kit.kinds import form",
        "from prototype.kit.page import screen, widgets",
        "from prototype.kit import store",
        "from other.kit.form import form",
    ],
)
def test_what_is_in_its_place_stays(line: str) -> None:
    assert with_moved_imports("screens/a.py", line.encode()).decode() == line
    assert with_moved_imports("notes.md", b"prototype.kit.form") == b"prototype.kit.form"


def test_every_module_that_moved_is_there() -> None:
    for path in KIT.glob("*/*.py"):
        old = f"import prototype.kit.{path.stem}"
        new = (
            with_moved_imports("a.py", old.encode()).decode().removeprefix("import prototype.kit.")
        )
        there = KIT / new.replace(".", "/")
        assert new == path.stem or there.is_dir() or there.with_suffix(".py").is_file()


def test_every_module_that_was_renamed_is_there() -> None:
    for old, new in {**_MOVED, **_RENAMED}.items():
        assert (KIT / f"{new.replace('.', '/')}.py").is_file(), old


def _as_before(path: Path) -> None:
    """Let a generated file name the modules of the kit as a version without folders did."""
    source = path.read_text(encoding="utf-8")
    for folder in ("kinds", "page", "model"):
        source = source.replace(f"prototype.kit.{folder}.", "prototype.kit.")
    path.write_text(source, encoding="utf-8")


def test_a_screen_that_was_edited_for_the_kit_before_is_brought_up_without_a_conflict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = tmp_path / "town.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    templates = tmp_path / "before/screens/form"
    templates.mkdir(parents=True)
    for name in ("kind.yaml", "screen.py.jinja", "test.py.jinja"):
        (templates / name).write_bytes((KIT.parent / "screens/form" / name).read_bytes())
    _as_before(templates / "screen.py.jinja")
    monkeypatch.chdir(tmp_path)
    assert main(["build", "town.yaml", "--blueprints", "before"]) == 0
    screen = tmp_path / "town-prototype/prototype/screens/report_form.py"
    source = screen.read_text(encoding="utf-8")
    assert "from prototype.kit.form import form\n" in source
    edited = source.replace(
        "from prototype.kit.screen",
        "from prototype.kit.widgets import words\nfrom prototype.kit.screen",
    ).replace("    with form(", '    words("町より")\n    with form(')
    assert edited.count("words") == 2
    screen.write_text(edited, encoding="utf-8")
    capsys.readouterr()
    assert main(["build", "town.yaml"]) == 0
    said = capsys.readouterr().out
    assert "prototype/screens/report_form.py" in said
    merged = screen.read_text(encoding="utf-8")
    named = {
        node.module for node in ast.walk(ast.parse(merged)) if isinstance(node, ast.ImportFrom)
    }
    assert {"prototype.kit.kinds.form", "prototype.kit.page.screen"} <= named
    assert "prototype.kit.page.widgets" in named
    assert 'words("町より")' in merged
