"""Which modules of a package import which, as their text says: in functions and for types too.

A package that is imported to come to a module inside it does not count, unless a name is taken from
the package itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path


@dataclass(frozen=True)
class Module:
    """A module by its full name; what a relative import counts from is its ``package``."""

    name: str
    package: str
    tree: ast.Module


def imports(root: Path, package: str, *, types: bool) -> dict[str, set[str]]:
    """Return the modules of ``package`` under ``root``, each with those that it imports.

    With ``types``, imports under ``TYPE_CHECKING`` count like all others.
    """
    modules = {module.name: module for module in _modules(root, package)}
    return {
        name: {
            found
            for node in _statements(module.tree, types)
            for found in _imported(node, module, modules)
            if found != name
        }
        for name, module in modules.items()
    }


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """Return a circle of imports, its first module once more at its end; empty without one."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found[::-1]
    return []


def _modules(root: Path, package: str) -> Iterator[Module]:
    for path in sorted((root / package.replace(".", "/")).rglob("*.py")):
        *folders, last = path.relative_to(root).with_suffix("").parts
        inside = ".".join(folders)
        name = inside if last == "__init__" else f"{inside}.{last}"
        yield Module(name, inside, ast.parse(path.read_text(encoding="utf-8")))


def _statements(node: ast.AST, types: bool) -> Iterator[ast.Import | ast.ImportFrom]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING"):
            for inside in (child.body if types else []) + child.orelse:
                yield from _statements(ast.Module([inside], []), types)
        else:
            yield from _statements(child, types)


def _imported(
    node: ast.Import | ast.ImportFrom, module: Module, modules: Mapping[str, Module]
) -> Iterator[str]:
    """Yield the modules that a statement imports: ``from .a import b`` is ``a.b`` where that is."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name in modules)
        return
    above = module.package.split(".")
    above = above[: len(above) - node.level + 1] if node.level else []
    origin = ".".join([*above, *([node.module] if node.module else [])])
    for alias in node.names:
        found = f"{origin}.{alias.name}"
        if found in modules:
            yield found
        elif origin in modules:
            yield origin
