"""The kit of the blueprints in use: what prototypes are made with, ``blueprints.kit`` as it comes.

The generator asks it what a field type accepts and which texts a screen will show. A prototype that
is served uses its own copy of the kit, see :mod:`generator.live.kit`.
"""

from __future__ import annotations

import hashlib
import importlib
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import blueprints

BUILT_IN = "blueprints.kit"
_FOLDER = Path(blueprints.__path__[0], "kit")
_FIELDS = "fields"
_VERSION = re.compile(r'^VERSION = "([0-9.]{1,30})"$', re.MULTILINE)

T = TypeVar("T")


class Kit:
    """A kit by the name of its ``package``."""

    def __init__(self, package: str = BUILT_IN) -> None:
        self.package = package

    @classmethod
    def of_folders(cls, folders: Sequence[Path]) -> Kit:
        """Return the kit whose files are looked for in ``folders``, one after the other.

        The built-in folder alone is ``blueprints.kit``. With others before it, it is a package of
        its own, in which every module of the kit sees the others' files.
        """
        if [folder.resolve() for folder in folders] == [_FOLDER.resolve()]:
            return cls()
        digest = hashlib.blake2b(repr(folders).encode(), digest_size=6).hexdigest()
        package = f"_blueprints_{digest}"
        if package not in sys.modules:
            sys.modules[package] = _package(package, folders)
            inner = [folder / _FIELDS for folder in folders]
            sys.modules[f"{package}.{_FIELDS}"] = _package(f"{package}.{_FIELDS}", inner)
        return cls(package)

    def own(self, member: T) -> T:
        """Return this kit's version of ``member``, a class or function of the built-in one.

        Raises AttributeError when a file that replaces a built-in one lacks it.
        """
        module = str(getattr(member, "__module__", "")).removeprefix(f"{BUILT_IN}.")
        found: T = getattr(self.module(module), str(getattr(member, "__name__", "")))
        return found

    def module(self, name: str) -> ModuleType:
        """Return a module, such as ``fields.text``. Raises ImportError."""
        return importlib.import_module(f"{self.package}.{name}")

    def field_modules(self) -> Iterator[tuple[str, ModuleType]]:
        """Yield the modules of the field types by the types' names. Raises ImportError."""
        folders = map(Path, importlib.import_module(f"{self.package}.{_FIELDS}").__path__)
        names = {path.stem for folder in folders for path in folder.glob("[!_]*.py")}
        for name in sorted(names):
            yield name, self.module(f"{_FIELDS}.{name}")


def version_in(folder: Path) -> str:
    """Return the version of the kit in ``folder``, "" where there is none."""
    try:
        source = (folder / "__init__.py").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    found = _VERSION.search(source)
    return found[1] if found else ""


def _package(name: str, folders: Sequence[Path]) -> ModuleType:
    module = ModuleType(name)
    module.__path__ = [str(folder) for folder in folders if folder.is_dir()]
    return module
