"""How long a build takes, beside writing the same bytes with one compiled template.

``python -m tests.benchmarks.build [rounds]``. Nothing is asserted: the figures are for people.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Template

from generator.blueprints import Blueprints
from generator.pipeline import Pipeline

from .specs import spec_of
from .timing import Spent, load, middle, spent

SIZES = (10, 100, 1000)
TEMPLATE = Template("{% for line in lines %}{{ line }}{% endfor %}", keep_trailing_newline=True)


def main() -> None:
    """Measure builds of each size and print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(load())
    for screens in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measure(screens, Path(folder), rounds)
    print(load())


def measure(screens: int, folder: Path, rounds: int) -> None:
    """Measure everything for a spec of ``screens``, in turn, so that noise meets all alike."""
    spec = folder / "spec.yaml"
    spec.write_text(spec_of(screens), encoding="utf-8")
    warm = Pipeline(Blueprints.find())
    warm.build(spec, folder / "warm")
    files = contents(folder / "warm")
    fresh = folder / "fresh"
    taken: dict[str, list[Spent]] = {}

    def note(name: str, work: Callable[[], object]) -> None:
        taken.setdefault(name, []).append(spent(work))

    for number in range(rounds):
        note("one template", lambda: write_with_template(files, fresh))
        shutil.rmtree(fresh)
        note("build", lambda: Pipeline(Blueprints.find()).build(spec, fresh))
        shutil.rmtree(fresh)
        note("command", lambda: command(spec, fresh))
        spec.write_text(spec_of(screens, f"場所{number}"), encoding="utf-8")
        note("one field, warm", lambda: warm.build(spec, folder / "warm"))
        note("one field, command", lambda: command(spec, fresh))
        shutil.rmtree(fresh)
    tell(screens, len(files), {name: middle(all_spent) for name, all_spent in taken.items()})


def tell(screens: int, files: int, taken: Mapping[str, Spent]) -> None:
    """Print what each took, beside what it is to be compared with."""
    baseline, full = taken["one template"], taken["build"]
    beside = {
        "build": baseline,
        "command": baseline,
        "one field, warm": full,
        "one field, command": taken["command"],
    }
    each = full.processor / screens * 1000
    print(f"\n{screens} screens, {files} files, {each:.2f} ms cpu a screen")
    for name, one in taken.items():
        print(f"  {name:20}{one.line(beside.get(name))}")


def write_with_template(files: Mapping[str, str | bytes], folder: Path) -> None:
    """Write texts with one compiled template, line by line, and fonts as they are."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            target.write_bytes(content)
        else:
            made = TEMPLATE.render(lines=content.splitlines(keepends=True))
            target.write_text(made, encoding="utf-8", newline="")


def command(spec: Path, folder: Path) -> None:
    """Run the whole command."""
    arguments = [sys.executable, "-m", "generator", "build", str(spec), "-o", str(folder)]
    subprocess.run(arguments, check=True, capture_output=True)


def contents(folder: Path) -> dict[str, str | bytes]:
    """Return what a prototype consists of by its paths: texts, and fonts as bytes."""
    return {
        path.relative_to(folder).as_posix(): _content(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".sawaru" not in path.parts
    }


def _content(path: Path) -> str | bytes:
    read = path.read_bytes()
    return read if path.suffix == ".woff2" else read.decode()


if __name__ == "__main__":
    main()
