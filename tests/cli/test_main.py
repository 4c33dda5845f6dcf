"""The command as a whole: languages, help, exit codes, consoles, and our own bugs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__
from generator.cli import commands, failure, main
from generator.cli.group import generate

GENERATE = [sys.executable, "-m", "generator"]


def test_version_and_help_give_0_and_nothing_gives_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"sawaru {__version__}\n"
    assert main(["--help"]) == 0
    helped = capsys.readouterr().out
    assert main([]) == 2
    assert capsys.readouterr().out == helped


@pytest.mark.parametrize("command", ["build", "check", "new", "schema", "serve"])
def test_help_is_in_the_language_wherever_it_is_asked_for(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    helped = set()
    for args in (["--lang", "en", command, "--help"], [command, "--help", "--lang=en"]):
        assert main(args) == 0
        helped.add(capsys.readouterr().out)
    assert len(helped) == 1
    english = helped.pop()
    assert english.isascii() or not re.search(r"[ぁ-んァ-ン]", english)
    assert main([command, "--help"]) == 0
    assert re.search(r"[ぁ-ん]", capsys.readouterr().out)


def test_the_environment_sets_the_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAWARU_LANG", "en")
    assert main(["check", "nothing.yaml"]) == 1
    assert "There is no file" in capsys.readouterr().err
    assert main(["--lang", "ja", "check", "nothing.yaml"]) == 1
    assert "ファイル" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["chekc", "a.yaml"], "「check」のことですか"),
        (["check"], "SPEC が書かれていません"),
        (["check", "--bogus"], "オプション「--bogus」はありません"),
        (["check", "a.yaml", "--format"], "「--format」の書き方"),
        (["check", "a.yaml", "--format", "xml"], "text / json"),
        (["new", "a.yaml", "b.yaml"], "余分な言葉があります: b.yaml"),
        (["serve", "--port", "99999", "a.yaml"], "65535"),
        (["--lang", "fr", "check", "a.yaml"], "ja / en"),
    ],
)
def test_a_wrong_call_gives_2_and_a_sentence_of_ours(
    args: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(args) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "--help」で見られます" in told


@pytest.mark.parametrize(
    "args", [["spec.yaml"], ["--no-open", "spec.yaml"], ["--lang", "ja", "spec.yaml"]]
)
def test_a_first_word_that_is_no_command_is_a_spec_to_serve(
    args: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(args) == 1
    assert "ファイル「spec.yaml」がありません" in capsys.readouterr().err


def test_every_command_and_option_has_its_words_in_both_languages() -> None:
    from generator.messages import text

    context = generate.make_context("generate", ["--version"], resilient_parsing=True)
    for name in generate.list_commands(context):
        command = generate.get_command(context, name)
        assert command is not None
        for language in ("ja", "en"):
            assert text(f"cli.help.{name}", language)
            for param in command.params:
                if param.param_type_name == "option":
                    assert text(f"cli.option.{param.name}", language)


def test_a_bug_of_ours_gives_3_and_a_report_instead_of_a_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        raise ZeroDivisionError("hidden words")
    assert failure.end(raised.value, ["build", "町.yaml"]) == 3
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "hidden words" not in said
    (name,) = re.findall(r"\S+\.txt", said)
    report = Path(name).read_text(encoding="utf-8")
    Path(name).unlink()
    assert "ZeroDivisionError: hidden words" in report
    assert "generate ['build', '町.yaml']" in report


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp932"])
@pytest.mark.parametrize(("args", "code"), [(["--help"], 0), (["check", "{}"], 1), (["x"], 1)])
def test_a_console_without_japanese_stops_nothing(
    tmp_path: Path, encoding: str, args: list[str], code: int
) -> None:
    spec = tmp_path / "a.yaml"
    spec.write_text("project: 🏞通報\nentitis: {}\n", encoding="utf-8")
    command = [*GENERATE, *(arg.format(spec) for arg in args)]
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert done.stdout + done.stderr


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    fields = "".join(f"      f{n}: {{title: 項目, typ: text}}\n" for n in range(3000))
    spec = tmp_path / "a.yaml"
    spec.write_text(
        f"project: 通報\nentities:\n  e:\n    title: 物\n    fields:\n{fields}", "utf-8"
    )
    command = subprocess.Popen(
        [*GENERATE, "check", str(spec)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdout is not None
    assert command.stderr is not None
    command.stdout.readline()
    command.stdout.close()
    assert command.stderr.read() == b""
    assert command.wait() == 141


GREET = """
import click

from generator.cli.help_text import Command


@click.command("greet", cls=Command)
def command() -> int:
    click.echo("hello")
    return 0
"""


def test_a_command_is_added_by_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "greet.py").write_text(GREET, encoding="utf-8")
    monkeypatch.setattr(commands, "__path__", [*commands.__path__, str(tmp_path)])
    assert main(["greet"]) == 0
    assert capsys.readouterr().out == "hello\n"
    monkeypatch.delitem(sys.modules, f"{commands.__name__}.greet")
