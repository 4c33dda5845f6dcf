"""From a plan to the text of every file: pure, deterministic, and formatted as it comes out.

The shell comes from cookiecutter, once for a project; everything that the spec decides comes from
one compiled template a kind of file. Expressions are written by :mod:`generator.pycode`, so no
text of a spec can become code.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from generator import pycode
from generator.blueprints import CACHES, KIT_FOLDER, Blueprints
from generator.kit_tests import kit_tests as tests_of_kit
from generator.plan import FilePlan, Plan, ProjectPlan
from generator.templates import Templates

_RECEIVERS = ("look", "visit", "sent", "dialog")
"""The receivers of method calls in generated tests: ``{{ visit("click", title) }}`` is a line."""


class Renderer:
    """Renders plans with one set of blueprints and remembers what did not change since the last.

    Rendering the next plan of the same spec costs only the files whose context differs.
    """

    def __init__(self, blueprints: Blueprints) -> None:
        self.blueprints = blueprints
        self._templates = Templates(blueprints, _names())
        self._shells: dict[tuple[ProjectPlan, bool], dict[str, bytes]] = {}
        self._last: dict[str, tuple[FilePlan, bytes]] = {}

    def render(self, plan: Plan, *, kit_tests: bool = False) -> dict[str, bytes]:
        """Return the content of every file that makes the prototype run, by its path, in UTF-8.

        With ``kit_tests`` those of the kit's own tests too. Raises jinja2.TemplateError when a
        template is wrong.
        """
        wanted = (plan.project, kit_tests)
        if wanted not in self._shells:
            shell = _shell(self.blueprints, plan.project, kit_tests)
            self._shells = {wanted: shell | self._kit | (tests_of_kit() if kit_tests else {})}
        return self._shells[wanted] | self.render_files(plan.files)

    def render_files(self, files: Iterable[FilePlan]) -> dict[str, bytes]:
        """Return the content of each of ``files`` by its path, in UTF-8.

        Raises jinja2.TemplateError when a template is wrong.
        """
        return {file.path: self._file(file) for file in files}

    @cached_property
    def _kit(self) -> dict[str, bytes]:
        """The files of the kit, which are copied as they are."""
        return {
            (KIT_FOLDER / name).as_posix(): path.read_bytes()
            for name, path in self.blueprints.kit_files.items()
        }

    def _file(self, file: FilePlan) -> bytes:
        parts = [self._file(part) for part in file.parts]
        last = self._last.get(file.path)
        if last is None or last[0] != file:
            context = {**dict(file.context), "parts": [part.decode() for part in parts]}
            last = (file, self._templates.at(file.template).render(context).encode())
        self._last[file.path] = last
        return last[1]


def _names() -> dict[str, Any]:
    """Return what every template may name."""
    return {
        "call": pycode.call,
        "docstring": pycode.docstring,
        "imports": pycode.imports,
        "literal": pycode.literal,
        "name": pycode.Name,
        "one_line": pycode.one_line,
        "parametrize": pycode.parametrize,
        "statement": pycode.statement,
        **{name: partial(pycode.line, name) for name in _RECEIVERS},
    }


def _shell(blueprints: Blueprints, project: ProjectPlan, kit_tests: bool) -> dict[str, bytes]:
    """Let cookiecutter render the shell aside, and return its files.

    It works on a copy without what tools leave behind where the shell is linted in place.
    """
    from cookiecutter.generate import generate_context, generate_files

    context = generate_context(str(blueprints.shell / "cookiecutter.json"))
    context["cookiecutter"] |= _shell_values(project) | {"kit_tests": "yes" if kit_tests else ""}
    with tempfile.TemporaryDirectory() as aside:
        template, output = Path(aside, "template"), Path(aside, "made")
        shutil.copytree(blueprints.shell, template, ignore=shutil.ignore_patterns(*CACHES))
        generate_files(str(template), context, output_dir=str(output), accept_hooks=False)
        return {
            path.relative_to(output / project.slug).as_posix(): path.read_bytes()
            for path in sorted(output.rglob("*"))
            if path.is_file()
        }


def _shell_values(project: ProjectPlan) -> dict[str, str]:
    """Return what the shell's templates may name; every value is safe where they put it."""
    return {
        "slug": project.slug,
        "title": pycode.docstring(project.title),
        "title_toml": _toml(project.title),
        "language": project.language,
    }


def _toml(text: str) -> str:
    """Return ``text`` as the inside of a TOML string; its escapes are those of JSON, and more."""
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")
