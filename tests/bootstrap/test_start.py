"""start.py on a bare machine: tried on a checkout of its own, whose package needs no network."""

from __future__ import annotations

import ast
import os
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import click
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator.cli.commands.serve import command as serve

from .machine import Machine, needs_sh

ROOT = Path(__file__).parents[2]
START = ROOT / "start.py"
SAMPLE = Path("sample_specs", "road_report.yaml")

PYPROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "tried"
version = "1"
"""
BACKEND = '''\
"""Builds the editable wheel of this folder, and counts how often."""
import zipfile
from pathlib import Path

METADATA = "Metadata-Version: 2.1\\nName: tried\\nVersion: 1\\nProvides-Extra: dev\\n"

def build_editable(folder, config_settings=None, metadata_directory=None):
    here = Path(__file__).parent
    if (here / "broken").exists():
        raise SystemExit("no network today")
    with (here / "built.txt").open("a") as log:
        log.write("built\\n")
    name = "tried-1-py3-none-any.whl"
    with zipfile.ZipFile(Path(folder, name), "w") as wheel:
        wheel.writestr("tried.pth", f"{here}\\n")
        wheel.writestr("tried-1.dist-info/METADATA", METADATA)
        wheel.writestr("tried-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nTag: py3-none-any\\n")
        wheel.writestr("tried-1.dist-info/RECORD", "")
    return name
'''
GENERATOR = """\
import os, sys
print("generate", *sys.argv[1:], "in", os.getcwd())
sys.exit(int(os.environ.get("EXIT", "0")))
"""
PYTEST = """\
import sys
print("pytest", *sys.argv[1:])
"""


def copy_start(folder: Path) -> None:
    """Copy what runs before anything is installed."""
    shutil.copy(START, folder)
    unread = shutil.ignore_patterns("__pycache__")
    part = "generator/bootstrap"
    shutil.copytree(ROOT / part, folder / part, ignore=unread)


class Checkout:
    """A folder with start.py and a package that tells how it was called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        files = {
            "pyproject.toml": PYPROJECT,
            "backend.py": BACKEND,
            "constraints.txt": "",
            "generator/__init__.py": "",
            "generator/__main__.py": GENERATOR,
            "pytest.py": PYTEST,
            "tests/browser.py": "",
        }
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")
        copy_start(folder)

    def start(
        self, *words: str, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(self.folder / "start.py"), *words],
            cwd=cwd or self.folder,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
            capture_output=True,
            encoding="utf-8",
        )

    @property
    def times_built(self) -> int:
        log = self.folder / "built.txt"
        return len(log.read_text(encoding="utf-8").splitlines()) if log.exists() else 0


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """Return a checkout that has been started once."""
    checkout = Checkout(tmp_path_factory.mktemp("check out"))
    first = checkout.start()
    assert first.returncode == 0, first.stderr
    assert "Setting up" in first.stderr
    assert checkout.times_built == 1
    return checkout


def test_without_words_the_sample_is_shown(checkout: Checkout) -> None:
    assert checkout.start().stdout.startswith(f"generate {checkout.folder / SAMPLE} in ")


@pytest.mark.parametrize(
    "words",
    [
        ["--no-open"],
        ["--port", "9000"],
        ["--lang", "en", "--once"],
        ["--lang=en", "-o", "my folder"],
    ],
)
def test_with_options_alone_the_sample_is_shown_with_them(
    checkout: Checkout, words: list[str]
) -> None:
    said = checkout.start(*words).stdout
    assert said.startswith(f"generate {' '.join(words)} {checkout.folder / SAMPLE} in ")


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["--help"],
        ["--lang", "en", "--help"],
        ["--version"],
        ["--port", "9000", "my.yaml"],
        ["--no-open", "--", "-odd.yaml"],
        ["--port"],
    ],
)
def test_what_names_a_spec_or_a_command_or_is_no_wish_to_see_one_stays(
    checkout: Checkout, words: list[str]
) -> None:
    assert checkout.start(*words).stdout.startswith(f"generate {' '.join(words)} in ")


def test_the_options_that_take_a_word_are_those_of_the_command() -> None:
    options = [param for param in serve.params if isinstance(param, click.Option)]
    taking = {name for option in options if not option.is_flag for name in option.opts}
    assert set(runpy.run_path(str(START))["WITH_VALUE"]) == taking


def test_the_tests_are_run_with_a_browser_and_without_what_is_not_there(
    checkout: Checkout, tmp_path: Path
) -> None:
    done = checkout.start("test", "-k", "some", cwd=tmp_path, PATH=str(tmp_path))
    assert done.stdout == "pytest -k some\n"
    assert done.stderr == ""


def test_the_second_start_sets_nothing_up(checkout: Checkout) -> None:
    before = checkout.times_built
    second = checkout.start()
    assert second.stderr == ""
    assert checkout.times_built == before


def test_words_and_exit_codes_are_passed_on(checkout: Checkout, tmp_path: Path) -> None:
    done = checkout.start("check", "my spec.yaml", "--format", "json", cwd=tmp_path, EXIT="4")
    assert done.stdout == f"generate check my spec.yaml --format json in {tmp_path}\n"
    assert done.returncode == 4


def test_other_pins_are_installed(checkout: Checkout) -> None:
    before = checkout.times_built
    (checkout.folder / "constraints.txt").write_text("# changed\n", encoding="utf-8")
    assert "Setting up" in checkout.start().stderr
    assert checkout.times_built == before + 1


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Checkout) -> None:
    bin_folder = checkout.folder / ".venv" / ("Scripts" if os.name == "nt" else "bin")
    for python in bin_folder.glob("python*"):
        python.unlink()
    done = checkout.start()
    assert done.stdout.startswith("generate ")
    assert "Setting up" in done.stderr


def test_a_failed_installation_is_tried_again(checkout: Checkout) -> None:
    (checkout.folder / "broken").touch()
    (checkout.folder / "constraints.txt").write_text("# changed again\n", encoding="utf-8")
    failed = checkout.start()
    assert failed.returncode == 1
    assert "no network today" in failed.stderr
    assert "Installing failed" in failed.stderr
    assert failed.stdout == ""
    (checkout.folder / "broken").unlink()
    assert checkout.start().stdout.startswith("generate ")


def pretending(code: str, start: Path = START) -> subprocess.CompletedProcess[str]:
    """Run ``start`` in a Python that ``code`` has made another one."""
    begin = f"import runpy, sys\nsys.path.insert(0, {str(start.parent)!r})"
    lines = f"{begin}\n{code}\nrunpy.run_path(sys.argv[1], run_name='__main__')"
    return subprocess.run(
        [sys.executable, "-c", lines, str(start)],
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
    )


def test_an_old_python_says_that_it_is_too_old() -> None:
    done = pretending("sys.version_info = (3, 9, 18, 'final', 0)")
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed; this is 3.9." in done.stderr
    assert "Python 3.11以上が必要です。" in done.stderr


def test_old_pythons_can_read_it() -> None:
    ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 6))


HIDDEN = """
import generator.bootstrap.packages, importlib.util, os, pathlib
here = pathlib.Path({here!r})
real = importlib.util.find_spec
gone = lambda name: name == "ensurepip" and not (here / "installed/ensurepip").exists()
importlib.util.find_spec = lambda name: None if gone(name) else real(name)
generator.bootstrap.packages.SYSTEM = here / "system"
os.geteuid = lambda: 0
"""
"""Hides a part of Python until it is installed."""


@pytest.fixture
def without_venv(tmp_path: Path) -> Path:
    """Return the start.py of a machine whose Python can't make environments."""
    copy_start(tmp_path)
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).touch()
    return tmp_path / "start.py"


def test_a_python_without_venv_says_what_to_install(without_venv: Path) -> None:
    done = pretending(HIDDEN.format(here=str(without_venv.parent)), without_venv)
    assert done.returncode == 1
    assert "Python's venv is missing" in done.stderr
    assert not (without_venv.parent / ".venv").exists()


@needs_sh
def test_where_nobody_has_to_be_asked_a_missing_venv_is_installed(
    without_venv: Path, machine: Machine
) -> None:
    package = f"python3.{sys.version_info.minor}-venv"
    machine.knows(package)
    apt_get = machine.folder / "bin" / "apt-get"
    brought = f"touch {machine.folder}/installed/ensurepip\n"
    apt_get.write_text(apt_get.read_text(encoding="utf-8") + brought, encoding="utf-8")
    no_further = f"sys.executable = {str(machine.python)!r}\n"  # which makes no environment
    done = pretending(HIDDEN.format(here=str(machine.folder)) + no_further, without_venv)
    assert "Installing Python's venv with apt-get" in done.stderr
    assert package in machine.installed
    assert "Python's venv is missing" not in done.stderr
    assert f"{without_venv.parent / '.venv'} can't be made; see above." in done.stderr


def search_for_browser(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "tests" / "browser.py")],
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
        capture_output=True,
        encoding="utf-8",
    )


def test_the_search_for_a_browser_finds_one() -> None:
    assert search_for_browser().returncode == 0


def test_the_search_for_a_browser_says_what_to_type(tmp_path: Path) -> None:
    done = search_for_browser(PROTOTYPE_BROWSER=str(tmp_path / "nothing"))
    assert done.returncode == 1
    assert f"{sys.executable} -m playwright install --only-shell chromium" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_playwright_that_does_not_start_is_told_in_words() -> None:
    done = search_for_browser(PLAYWRIGHT_NODEJS_PATH=shutil.which("false") or "false")
    assert done.returncode == 1
    assert "sudo apt-get install libatomic1" in done.stderr
    assert "Traceback" not in done.stderr


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if not line.startswith("#"))


def needed(name: str, extras: frozenset[str], seen: set[tuple[str, frozenset[str]]]) -> None:
    """Add to ``seen`` what the distribution ``name`` with ``extras`` needs on this machine."""
    if (name, extras) in seen:
        return
    seen.add((name, extras))
    for line in metadata.requires(name) or ():
        requirement = Requirement(line)
        if wanted(requirement, extras):
            needed(canonicalize_name(requirement.name), frozenset(requirement.extras), seen)


def wanted(requirement: Requirement, extras: frozenset[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": e}) for e in ("", *extras))


def test_the_constraints_hold_names_and_versions_only() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("# ")]
    assert lines == sorted(lines, key=lambda line: line.lower().partition("=="))
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line) for line in lines)


def test_the_constraints_pin_all_that_is_installed_for_sawaru() -> None:
    seen: set[tuple[str, frozenset[str]]] = set()
    needed("sawaru", frozenset({"dev"}), seen)
    names: Iterator[str] = (name for name, _ in seen if name != "sawaru")
    installed = {name: metadata.version(name) for name in names}
    pinned = {str(canonicalize_name(name)): version for name, version in pins().items()}
    assert {name: pinned.get(name) for name in installed} == installed
    if sys.platform == "linux":  # where they are written; other systems need a little less
        assert set(pinned) == set(installed)
