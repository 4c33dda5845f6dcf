"""The only chain from a spec file to a prototype: load → plan → render → write.

``build``, the live server and the tests all call :meth:`Pipeline.build`.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.blueprints import Blueprints
from generator.plan import Memory, Plan, make_plan
from generator.render import Renderer
from generator.spec.blocks import Blocks
from generator.spec.load import Loaded, load_spec
from generator.write import FileResult, write


@dataclass(frozen=True)
class Built:
    """What a build came to.

    ``plan`` is None and ``files`` is empty when the spec has errors: nothing was written then.
    """

    loaded: Loaded
    plan: Plan | None
    files: tuple[FileResult, ...]


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

    def build(self, spec_path: Path, out: Path) -> Built:
        """Build the prototype of ``spec_path`` in ``out``.

        Raises jinja2.TemplateError for a broken blueprint, and what
        :func:`generator.write.write` raises when ``out`` can't be written.
        """
        with _uncollected():
            loaded = self.load(spec_path)
            if loaded.spec is None:
                return Built(loaded, None, ())
            plan = make_plan(loaded.spec, self.blueprints, spec_path.stem, self._memory)
            return Built(loaded, plan, write(self._renderer.render(plan), out))


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
