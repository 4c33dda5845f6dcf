"""The documents are true: their commands are run, their examples built, their links followed.

How the documents are written, so that this can be done:

- ``console`` blocks are run, in order, in one folder for each document: ``$ generate …`` is a
  command, and what follows is all that it says. ``…`` stands for any text, alone for any lines.
- A block under a line such as "`my.yaml`:" is that file, "Added to `…`:" goes to its end.
- ``sh`` blocks are for people: they set up, serve, or take long.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.blueprints import CACHES, Blueprints
from generator.cli.group import generate
from tests.prototypes import run_in

ROOT = Path(__file__).parents[1]
DOCUMENTS = ["README.md", "README.ja.md", "CONTRIBUTING.md", "CHANGELOG.md"]
BLOCK = re.compile(
    r"^(?:(?P<added>Added to )?`(?P<file>[^`\n]+)`:\n\n)?```(?P<kind>\w*)\n(?P<text>.*?)^```$",
    re.M | re.S,
)
LINK = re.compile(r"\]\(([^)\s]+)\)")

every_document = pytest.mark.parametrize("document", DOCUMENTS)


@dataclass(frozen=True)
class Block:
    """A code block; ``file`` is the path that stands above it, empty for none."""

    kind: str
    text: str
    file: str
    added: bool


def text_of(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def blocks(document: str) -> list[Block]:
    return [
        Block(found["kind"], found["text"], found["file"] or "", bool(found["added"]))
        for found in BLOCK.finditer(text_of(document))
    ]


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block, and what it says."""
    for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def as_pattern(output: str) -> str:
    """Return the regular expression that ``output`` with its ``…`` stands for."""
    return "".join(
        "(?:.*\n)*" if line == "…" else f"{'.*'.join(map(re.escape, line.split('…')))}\n"
        for line in output.splitlines()
    )


class Desk:
    """A folder where somebody follows a document, with a copy of the generator to change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("generator", "blueprints", "sample_specs"):
            ignored = shutil.ignore_patterns(*CACHES, "*-prototype")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)

    def follow(self, document: str) -> None:
        for block in blocks(document):
            if block.file:
                self.write(block)
            elif block.kind == "console":
                for command, output in commands(block):
                    said = self.run(command)
                    assert re.fullmatch(as_pattern(output), said), f"{command}\n{said}"

    def write(self, block: Block) -> None:
        path = self.folder / block.file
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a" if block.added else "x", encoding="utf-8", newline="\n") as file:
            file.write(block.text)

    def run(self, command: str) -> str:
        program, *words = shlex.split(command)
        assert program == "generate", command
        environment = {key: value for key, value in os.environ.items() if key != "SAWARU_LANG"}
        done = subprocess.run(
            [sys.executable, "-m", "generator", *words],
            cwd=self.folder,
            env=environment | {"PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        return done.stdout


@pytest.mark.parametrize("document", ["README.md", "README.ja.md"])
def test_what_the_readme_shows_is_what_happens(document: str, tmp_path: Path) -> None:
    Desk(tmp_path).follow(document)


@pytest.fixture(scope="module")
def contributor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of somebody who has followed CONTRIBUTING.md to its end."""
    folder = tmp_path_factory.mktemp("contributor")
    Desk(folder).follow("CONTRIBUTING.md")
    return folder


def test_what_contributing_shows_is_what_happens(contributor: Path) -> None:
    assert (contributor / "lots-prototype" / "prototype" / "screens" / "lot_names.py").is_file()


def test_the_examples_are_linted_formatted_and_typed(contributor: Path) -> None:
    for check in (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]):
        done = subprocess.run(
            [sys.executable, "-m", *check],
            cwd=contributor / "lots-prototype",
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout


def test_the_tests_of_the_examples_pass(contributor: Path) -> None:
    names = ("tests/test_lot_names.py", "tests/test_lot_form.py")
    done = run_in(contributor / "lots-prototype", "pytest", *names)
    assert "tests/test_lot_names.py .." in done


@every_document
def test_links_within_the_project_lead_somewhere(document: str) -> None:
    prose = BLOCK.sub("", text_of(document))
    links = [link for link in LINK.findall(prose) if "://" not in link]
    missing = [link for link in links if not (ROOT / unquote(link).partition("#")[0]).exists()]
    assert missing == []


@every_document
def test_every_shown_block_has_a_kind(document: str) -> None:
    assert text_of(document).count("```") == 2 * len(blocks(document))
    known = {"sh", "console", "yaml", "jinja", "python"}
    assert {block.kind for block in blocks(document) if block.kind} <= known


@pytest.mark.parametrize("document", ["README.md", "README.ja.md"])
class TestReadme:
    def test_the_first_spec_is_the_smallest_sample(self, document: str) -> None:
        first = next(block for block in blocks(document) if block.kind == "yaml")
        assert first.file == "my.yaml"
        assert first.text == text_of("sample_specs/minimal.yaml")

    def test_the_first_screenful_has_a_picture_and_the_two_commands(self, document: str) -> None:
        first_lines = "\n".join(text_of(document).splitlines()[:20])
        assert "](docs/screen.png)" in first_lines
        assert "\npython3 start.py   " in first_lines
        assert "\npython3 start.py test" in first_lines

    def test_every_command_is_in_the_table(self, document: str) -> None:
        with generate.make_context("generate", [], resilient_parsing=True) as context:
            names = set(generate.list_commands(context))
        table = re.findall(r"^\| `generate (\w+) ?[^|]*\|", text_of(document), re.M)
        assert names - {"serve"} == set(table) - {"SPEC"}
        assert "`generate serve SPEC`" in text_of(document)

    def test_every_sample_is_counted(self, document: str) -> None:
        samples = len(list((ROOT / "sample_specs").glob("*.yaml")))
        number = {"README.md": f"{numeral(samples)} specs to start", "README.ja.md": f"{samples}つ"}
        assert number[document] in text_of(document)


def numeral(number: int) -> str:
    return "zero one two three four five six seven eight nine ten eleven twelve".split()[number]


def test_both_readmes_have_the_same_structure() -> None:
    def structure(document: str) -> list[str]:
        return re.findall(r"^(#+|\||!\[|```\w*|\*\*\d\.)", text_of(document), re.M)

    assert structure("README.md") == structure("README.ja.md")


def test_the_changelog_names_all_that_can_be_built() -> None:
    changelog = re.sub(r"\s+", " ", text_of("CHANGELOG.md"))
    vocabulary = Blueprints.find().vocabulary
    types = set(changelog.partition("Field types: ")[2].partition(".")[0].split(", "))
    kinds = set(changelog.partition("Screen kinds: ")[2].partition(".")[0].split(", "))
    assert types == set(vocabulary.field_types)
    assert kinds == set(vocabulary.screen_kinds)


def test_every_dependency_is_accounted_for() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    told = re.findall(r"^\| `([^`]+[<>=][^`]+)` \| \w", text_of("CONTRIBUTING.md"), re.M)
    assert sorted(needed) == sorted(told)
