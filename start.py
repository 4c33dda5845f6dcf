"""Runs Sawaru from a checkout, on a machine that has nothing but git and Python.

    python3 start.py                  the prototype of a sample, in the browser
    python3 start.py --port 9000      the same, with options of `generate`
    python3 start.py my.yaml          the prototype of your own spec; any words after `generate`
    python3 start.py test             the tests; further words go to pytest
    python3 start.py golden           write the golden prototypes anew

The first run makes `.venv` in this folder and installs into it what pyproject.toml asks for, in the
versions of constraints.txt. Later runs only look whether these two files are still the same. What
belongs to the system is installed where that asks nothing, and named elsewhere (see
generator/bootstrap/).

This file must be readable by old Pythons, so that they can say that they are too old.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)

for stream in (sys.stdout, sys.stderr):
    if hasattr(stream, "reconfigure"):  # a console without Japanese must not stop anything
        stream.reconfigure(errors="replace")

if sys.version_info < OLDEST:
    _oldest, _this = ("{}.{}".format(*version[:2]) for version in (OLDEST, sys.version_info))
    _newer = next(filter(shutil.which, (f"python3.{minor}" for minor in range(14, 10, -1))), None)
    sys.exit(
        f"Python {_oldest}以上が必要です。今のPythonは {_this} です。\n"
        f"Python {_oldest} or newer is needed; this is {_this}.\n"
        + (f"→ {_newer} start.py" if _newer else "→ https://www.python.org/downloads/")
    )

from generator.bootstrap import for_tests, packages  # noqa: E402 - not for too old Pythons
from generator.bootstrap.words import stop, tell  # noqa: E402

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up.txt"
SAMPLE = ROOT / "sample_specs" / "road_report.yaml"
WITH_VALUE = ("-o", "--out", "--blueprints", "--host", "--port", "--proxy", "--base-path", "--lang")
"""The options of `generate SPEC` that are followed by a word of their own."""
PYTHON_VENV = packages.Wanted(
    "Pythonのvenv", "Python's venv", [f"python3.{sys.version_info[1]}-venv", "python3-venv"]
)


def main(words: list[str]) -> int:
    """Set up, then run what ``words`` ask for; return its exit code."""
    set_up()
    if words[:1] == ["test"]:
        for_tests.find_browser(PYTHON, ROOT / "tests" / "browser.py")
        for_tests.install_what_is_used()
        return run(["-m", "pytest", *words[1:]], cwd=ROOT)
    if words[:1] == ["golden"]:
        return run(["-m", "pytest", "tests/test_golden.py", "--refresh", *words[1:]], cwd=ROOT)
    return run(["-m", "generator", *words, *([str(SAMPLE)] if only_options(words) else [])])


def only_options(words: list[str]) -> bool:
    """Tell whether `generate` is given options alone: no spec, no command, no wish for help."""
    rest = iter(words)
    for word in rest:
        if not word.startswith("-") or word in ("--", "--help", "--version"):
            return False
        if word in WITH_VALUE and next(rest, None) is None:
            return False
    return True


def set_up() -> None:
    """Make the virtual environment and install into it, unless that is done already."""
    wanted = what_is_wanted()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted and answers(PYTHON):
        return
    tell("準備しています(初回は数分かかります)…", "Setting up; the first time takes minutes…")
    if not answers(PYTHON):
        refuse_without_venv()
        make_venv()
    install()
    STAMP.write_text(wanted, encoding="utf-8")


def what_is_wanted() -> str:
    """Return a text that changes whenever the environment has to be set up anew."""
    files = [ROOT / "pyproject.toml", ROOT / "constraints.txt"]
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    return "\n".join([*digests, str(ROOT), ""])


def answers(python: Path) -> bool:
    """Tell whether ``python`` is there and starts: its base may have been removed or moved."""
    if not python.is_file():
        return False
    try:
        return subprocess.run([python, "-c", "import pip"], capture_output=True).returncode == 0
    except OSError:
        return False


def refuse_without_venv() -> None:
    """Stop where virtual environments can't be made, as on a Debian without python3-venv."""
    if has_venv() or (packages.install([PYTHON_VENV]) and has_venv()):
        return
    stop(
        "Pythonのvenvがありません。次を入力してから、もう一度試してください。",
        "Python's venv is missing. Type this, then try again:",
        "sudo apt-get install python3-venv" if shutil.which("apt-get") else "pip: ensurepip, venv",
    )


def has_venv() -> bool:
    """Tell whether this Python can make virtual environments."""
    importlib.invalidate_caches()
    return bool(importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"))


def make_venv() -> None:
    """Make the virtual environment, in place of a broken one."""
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made.returncode:
        stop(
            f"{VENV} を作れません。上の表示を見てください。",
            f"{VENV} can't be made; see above.",
        )


def install() -> None:
    """Install Sawaru and what it needs, as the user's own pip settings have it."""
    quietly = ["--quiet", "--quiet", "--disable-pip-version-check"]
    wanted = ["--constraint", "constraints.txt", "--editable", ".[dev]"]
    installed = subprocess.run([PYTHON, "-m", "pip", "install", *quietly, *wanted], cwd=ROOT)
    if installed.returncode:
        stop(
            "部品を入れられませんでした。上の表示と、ネットワークやpipの設定を確かめてください。",
            "Installing failed; see above, and check the network and pip's settings.",
        )


def run(words: list[str], cwd: "Path | None" = None) -> int:
    """Run Python in the environment with ``words``, in place of this process where that works."""
    command = [str(PYTHON), *words]
    os.chdir(cwd or Path.cwd())
    if os.name != "nt":
        os.execv(command[0], command)
    process = subprocess.Popen(command)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # the child got it too, and decides


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
