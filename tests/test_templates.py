"""Templates are compiled once, and again when they say something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, TemplateSyntaxError

from generator.blueprints import Blueprints
from generator.templates import Templates


@pytest.fixture(autouse=True)
def compiled_code_may_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this hold where tests run without writing any, too."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)


def templates(kept: Path) -> Templates:
    """Return what a new run has."""
    return Templates(Blueprints.find(), {"town": "会津"}, kept)


def test_a_template_may_use_the_names_and_what_lies_beside_the_screen_kinds(tmp_path: Path) -> None:
    path = tmp_path / "greeting.jinja"
    path.write_text("{{ town }}{{ mark }}\n", encoding="utf-8")
    assert templates(tmp_path / "kept").at(path).render(mark="!") == "会津!\n"


def test_what_one_run_compiled_the_next_one_need_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "greeting.jinja"
    path.write_text("{{ town }}", encoding="utf-8")
    first = templates(tmp_path / "kept").at(path).render()

    def compile_again(*_: object, **__: object) -> None:
        pytest.fail("it was compiled already")

    monkeypatch.setattr(Environment, "compile", compile_again)
    assert templates(tmp_path / "kept").at(path).render() == first == "会津"


def test_a_template_that_was_edited_is_compiled_again(tmp_path: Path) -> None:
    path = tmp_path / "greeting.jinja"
    for said in ("{{ town }}町", "{{ town }}市"):
        path.write_text(said, encoding="utf-8")
        assert templates(tmp_path / "kept").at(path).render() == said.replace("{{ town }}", "会津")


def test_what_is_kept_may_be_broken_or_have_no_place(tmp_path: Path) -> None:
    path, kept = tmp_path / "greeting.jinja", tmp_path / "kept"
    path.write_text("{{ town }}", encoding="utf-8")
    templates(kept).at(path)
    (broken,) = kept.iterdir()
    broken.write_bytes(broken.read_bytes()[:40])
    assert templates(kept).at(path).render() == "会津"
    assert templates(path / "no folder").at(path).render() == "会津"


def test_a_mistake_in_a_template_is_told_each_time(tmp_path: Path) -> None:
    path = tmp_path / "greeting.jinja"
    path.write_text("{% if %}", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(TemplateSyntaxError):
            templates(tmp_path / "kept").at(path)
