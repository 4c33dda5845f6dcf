"""Which tests have to run again: a digest of everything that a screen or a process depends on."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator, Set
from functools import cached_property
from pathlib import Path

from generator.blueprints import CACHES

from .subjects import Subject


class Digests:
    """The digests of the subjects of the prototype in ``project``.

    A screen depends on its module and its tests, on the classes of the records that it shows, on
    the project without the features that do not occur there, and on all that every prototype
    shares.
    """

    def __init__(self, project: Path) -> None:
        self._project = project

    def of(self, subject: Subject) -> str:
        """Return a digest that changes when the outcome of the tests of ``subject`` may have."""
        own = [self._read(path) for path in (subject.module, *subject.screens)]
        if not subject.classes:
            own.append(self._read("prototype/screens/__init__.py"))
        records = [*self._records(frozenset(subject.classes))]
        whole = hashlib.blake2b(self._shared, digest_size=16)
        for part in [*own, *records, *self._project_parts("\n".join([*own, *records]))]:
            whole.update(part.encode() + b"\0")
        return whole.hexdigest()

    def _read(self, path: str) -> str:
        file = self._project / path
        return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""

    @cached_property
    def _shared(self) -> bytes:
        whole = hashlib.blake2b()
        for path in sorted(self._shared_files()):
            whole.update(str(path.relative_to(self._project)).encode() + b"\0" + path.read_bytes())
        return whole.digest()

    def _shared_files(self) -> Iterator[Path]:
        for path in self._project.glob("prototype/kit/**/*"):
            if path.is_file() and not CACHES.intersection(path.parts):
                yield path
        for path in self._project.glob("tests/*.py"):
            if not path.name.startswith("test_"):
                yield path

    def _records(self, classes: Set[str]) -> Iterator[str]:
        """Yield the source of the classes, of all when none is named, and what is around them."""
        source = self._read("prototype/model.py")
        tree = _parsed(source)
        if tree is None:
            yield source
            return
        for node in tree.body:
            named = node.name if isinstance(node, ast.ClassDef) else ""
            if not classes or not named or named in classes:
                yield ast.get_source_segment(source, node) or ""

    def _project_parts(self, where: str) -> Iterator[str]:
        """Yield the parts of the project: a feature only when ``where`` names it."""
        source = self._read("prototype/project.py")
        tree = _parsed(source)
        if tree is None:
            yield source
            return
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == "features":
                yield from _features_in(node.value, where)
                node.value = ast.Constant(None)
        yield ast.dump(tree)


def _features_in(features: ast.expr, where: str) -> Iterator[str]:
    for node in features.elts if isinstance(features, ast.List) else [features]:
        key = node.args[0] if isinstance(node, ast.Call) and node.args else None
        if not isinstance(key, ast.Constant) or ast.unparse(key).strip("'\"") in where:
            yield ast.dump(node)


def _parsed(source: str) -> ast.Module | None:
    """Return the parsed ``source``, None when somebody's edit is no valid Python."""
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError):
        return None
