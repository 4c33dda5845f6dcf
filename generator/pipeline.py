"""The only chain from a spec file to a prototype: load → plan → render → write.

``build``, the live server and the tests all call :meth:`Pipeline.build`.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.blueprints import KIT_FOLDER, Blueprints
from generator.kit import version_in
from generator.kit_tests import has_kit_tests
from generator.plan import Memory, Plan, make_plan, make_test_plan
from generator.render import Renderer
from generator.spec.blocks import Blocks
from generator.spec.load import Loaded, load_spec
from generator.write import FileResult, FileState, write

TESTS = "tests/"
"""Where the tests of a prototype are, below its folder."""


@dataclass(frozen=True)
class Built:
    """The result of a build.

    ``plan`` is None and ``files`` is empty when the spec has errors: nothing was written then.
    ``kit_before`` is the version of the kit that the prototype had, "" when it is new or has none.
    """

    loaded: Loaded
    plan: Plan | None
    files: tuple[FileResult, ...]
    kit_before: str = ""


def default_out(spec_path: Path) -> Path:
    """Return the folder for the prototype of ``spec_path`` when nobody names one."""
    return spec_path.parent / f"{spec_path.stem}-prototype"


class Pipeline:
    """Builds prototypes with one set of blueprints; a second build is cheaper than the first."""

    def __init__(self, blueprints: Blueprints) -> None:
        self.blueprints = blueprints
        self._renderer = Renderer(blueprints)
        self._memory = Memory()
        self._blocks = Blocks()

    def load(self, spec_path: Path) -> Loaded:
        """Load and check the spec. Problems are values; nothing is raised for a bad spec."""
        return load_spec(spec_path, self.blueprints.vocabulary, self._blocks)

    def plan(self, spec_path: Path) -> tuple[Loaded, Plan | None]:
        """Load the spec and plan its prototype, without writing it; None for a spec with errors."""
        with _uncollected():
            return self._planned(spec_path)

    def build(self, spec_path: Path, out: Path, *, kit_tests: bool = False) -> Built:
        """Build the prototype of ``spec_path`` in ``out``.

        With ``kit_tests`` it comes with the tests of its kit, and keeps them in later builds.
        Raises jinja2.TemplateError for a broken blueprint, and what
        :func:`generator.write.write` raises when ``out`` can't be written.
        """
        with _uncollected():
            loaded, plan = self._planned(spec_path)
            if plan is None:
                return Built(loaded, None, ())
            kit_before = version_in(out / KIT_FOLDER)
            wanted = kit_tests or has_kit_tests(out)
            files = self._renderer.render(plan, kit_tests=wanted) | self._tests(loaded, plan)
            return Built(loaded, plan, write(files, out), kit_before)

    def stages(self, spec_path: Path, out: Path) -> Iterator[Built]:
        """Build as :meth:`build` does, and yield its result twice.

        First without the tests, as soon as the prototype can be shown; then with them. A spec with
        errors is told once. Raises what :meth:`build` raises.
        """
        with _uncollected():
            loaded, plan = self._planned(spec_path)
            if plan is not None:
                kit_before = version_in(out / KIT_FOLDER)
                files = self._renderer.render(plan, kit_tests=has_kit_tests(out))
                shown = write(files, out, spare=TESTS)
        if plan is None:
            yield Built(loaded, None, ())
            return
        yield Built(loaded, plan, shown, kit_before)
        with _uncollected():
            results = write(files | self._tests(loaded, plan), out)
        latest = {result.path: result for result in results}
        latest |= {
            result.path: result for result in shown if result.state is not FileState.UNCHANGED
        }
        yield Built(loaded, plan, tuple(latest[path] for path in sorted(latest)), kit_before)

    def _planned(self, spec_path: Path) -> tuple[Loaded, Plan | None]:
        loaded = self.load(spec_path)
        if loaded.spec is None:
            return loaded, None
        return loaded, make_plan(loaded.spec, self.blueprints, spec_path.stem, self._memory)

    def _tests(self, loaded: Loaded, plan: Plan) -> dict[str, bytes]:
        assert loaded.spec is not None
        planned = make_test_plan(loaded.spec, plan, self.blueprints, self._memory)
        return self._renderer.render_files(planned)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking over and over through what a build piles up."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
