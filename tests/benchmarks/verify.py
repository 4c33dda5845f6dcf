"""How fast a prototype is verified: ``python -m tests.benchmarks.verify`` prints a table.

The floor is a loop that only opens each screen until it is connected and rendered. It runs as a
test of the same project, with the same server and browser, so that everything stands beside it in
one run. What it takes to start server and browser is measured alone and taken away from all of it;
the last lines are whole commands, as somebody types them.

Processor time counts server and browser, too. It hardly depends on what else the machine does.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.timing import Spent, load, middle, spent
from tests.prototypes import outside_of_pytest

SPECS = Path(__file__).parents[2] / "sample_specs"
FLOOR = "tests/test_floor.py"


def floor(project: Path) -> str:
    """Return a test that opens every screen as its own tests do, and looks at nothing."""
    lines = ["from tests.visit import Visit", "", "", "def test_floor(visit: Visit) -> None:"]
    for path in sorted(project.glob("tests/test_*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        opens = [
            n for n in module.body if isinstance(n, ast.FunctionDef) and n.name == "test_opens"
        ]
        address = [n for n in module.body if isinstance(n, ast.Assign)]
        for test in opens:
            lines += [f"    {ast.unparse(address[0])}"]
            lines += [f"    {ast.unparse(test.body[0]).replace('look.', 'visit.')}"]
    return "\n".join([*lines, ""])


def pytest(project: Path, *arguments: str) -> Spent:
    """Run tests of the project."""
    environment = outside_of_pytest()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]

    def run() -> None:
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout

    return spent(run)


def verify(spec: Path, *arguments: str) -> Spent:
    """Run ``generate verify``."""
    command = [sys.executable, "-m", "generator", "verify", str(spec), *arguments]

    def run() -> None:
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout

    return spent(run)


def less(all_of_it: Spent, start: Spent) -> Spent:
    """Return ``all_of_it`` without what starting takes."""
    return Spent(all_of_it.wall - start.wall, all_of_it.processor - start.processor)


def measure(spec: Path, screen: str, rounds: int, *, whole: bool) -> None:
    """Print the table for ``spec``; ``screen`` is the one that is verified alone."""
    subprocess.run([sys.executable, "-m", "generator", "build", str(spec)], check=True)
    project = spec.parent / f"{spec.stem}-prototype"
    path = project / FLOOR
    path.write_text(floor(project), encoding="utf-8")
    print(f"{spec.stem}, {load()}", flush=True)
    others = f"--ignore={FLOOR}"
    what = {
        "render": ("-m", "render", others),
        f"{screen}, render": ("-m", "render", f"tests/test_{screen}.py"),
        f"{screen}, all of it": (f"tests/test_{screen}.py",),
    } | ({"all layers, one worker": (others,)} if whole else {})
    start = middle([pytest(project, "--setup-only", FLOOR) for _ in range(rounds)])
    print(f"{'start':28}{start.line()}", flush=True)
    base = less(middle([pytest(project, FLOOR) for _ in range(rounds)]), start)
    print(f"{'floor':28}{base.line()}", flush=True)
    for name, arguments in what.items():
        took = middle([pytest(project, *arguments) for _ in range(rounds)])
        print(f"{name:28}{less(took, start).line(base)}", flush=True)
    path.unlink()
    commands: dict[str, tuple[str, ...]] = {
        "verify --layer render": ("--layer", "render"),
        f"verify --screen {screen}": ("--screen", screen),
    } | ({"verify": ()} if whole else {})
    for name, arguments in commands.items():
        print(f"{name:28}{verify(spec, *arguments).line(base)}", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", default="road_report")
    parser.add_argument("--screen", default="report_list")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="leave out what takes minutes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / f"{options.sample}.yaml"
        spec.write_bytes((SPECS / spec.name).read_bytes())
        measure(spec, options.screen, options.rounds, whole=not options.quick)


if __name__ == "__main__":
    main()
