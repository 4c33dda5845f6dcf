"""Reads a kind's folder: its traits from ``kind.yaml``, its class from ``kind.py``."""

from __future__ import annotations

import hashlib
import importlib
import sys
from itertools import takewhile
from pathlib import Path
from types import ModuleType
from typing import TypeVar, cast

import yaml
from pydantic import ValidationError

import blueprints

from .screen_kind import ScreenKind

_BUILT_IN = Path(blueprints.__path__[0], "screens").resolve()
_PACKAGE = "blueprints.screens"

T = TypeVar("T")


class BlueprintError(Exception):
    """A folder of blueprints can't be used; ``path`` is what is wrong in it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def traits_in(folder: Path) -> ScreenKind:
    """Return the traits of the kind in ``folder``, which is called as the folder is.

    What ``kind.yaml`` leaves out is as in the built-in kind of this name, if there is one. Raises
    BlueprintError when the file is not what a kind needs.
    """
    path = folder / "kind.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        source = path.read_text(encoding="utf-8")
        written = yaml.load(source, Loader=loader) or {}
        about = {"name": folder.name, "description": _comment(source)}
        return ScreenKind.model_validate({**_replaced(folder), **written, **about})
    except ValidationError as error:
        details = (f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise BlueprintError(path, "; ".join(details)) from error
    except (OSError, UnicodeError, yaml.YAMLError, TypeError) as error:
        raise BlueprintError(path, str(error)) from error


def _replaced(folder: Path) -> dict[str, object]:
    """Return what the built-in kind says that ``folder`` replaces, if it replaces one."""
    replaced = _BUILT_IN / folder.name
    if folder.resolve() == replaced or not (replaced / "kind.yaml").is_file():
        return {}
    return traits_in(replaced).model_dump(exclude_unset=True)


def class_in(folder: Path, base: type[T]) -> type[T]:
    """Return the subclass of ``base`` that ``kind.py`` in ``folder`` defines, else ``base`` itself.

    Raises BlueprintError when there is such a file without such a class, or it can't be imported.
    """
    path = folder / "kind.py"
    if not path.is_file():
        return base
    try:
        module = _module(folder.resolve())
    except Exception as error:
        raise BlueprintError(path, f"{type(error).__name__}: {error}") from error
    for value in vars(module).values():
        if isinstance(value, type) and value.__module__ == module.__name__:
            found = cast("type[T]", value)
            if issubclass(found, base):
                return found
    raise BlueprintError(path, f"no class derived from {base.__name__}")


def _module(folder: Path) -> ModuleType:
    """Import ``kind.py``: of built-in kinds by its real name, of others under a generated one.

    Either way it may import what lies beside it: ``from .filling import …``. The generated name is
    another one once a file was saved, so that the change is taken up.
    """
    if folder.parent == _BUILT_IN:
        return importlib.import_module(f"{_PACKAGE}.{folder.name}.kind")
    sources = [path.read_bytes() for path in sorted(folder.rglob("*.py"))]
    content = b"\0".join([str(folder).encode(), *sources])
    digest = hashlib.blake2b(content, digest_size=6).hexdigest()
    package = f"_kind_{digest}"
    if package not in sys.modules:
        module = ModuleType(package)
        module.__path__ = [str(folder)]
        sys.modules[package] = module
    return importlib.import_module(f"{package}.kind")


def _comment(source: str) -> str:
    """Return the comment at the top of a file, which says what the file's subject is for."""
    lines = takewhile(lambda line: line.startswith("#"), source.splitlines())
    return "\n".join(line.removeprefix("#").strip() for line in lines)
