"""Where prototypes come from: the shell, the kit with its field types, and the screen kinds.

A folder of blueprints holds ``shell/`` (a cookiecutter template of the few files around them),
``screens/<kind>/`` (one folder a screen kind: ``kind.yaml``, ``kind.py``, ``screen.py.jinja``,
``test.py.jinja``) and ``kit/`` (the package that prototypes are made with). A folder given with
``--blueprints`` comes before the built-in one: what it has wins, what it lacks is taken from there.
Its ``kit/`` adds to the built-in one or replaces files of it, such as ``kit/fields/<type>.py`` for
a field type of one's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar, cast

import blueprints
from generator.advice.rules import rule_names
from generator.kinds.load import BlueprintError as BlueprintError
from generator.kinds.load import class_in, traits_in
from generator.kinds.screen_kind import ScreenKind
from generator.kit import Kit
from generator.spec.model import Screen
from generator.spec.vocabulary import Vocabulary

if TYPE_CHECKING:
    from blueprints.kit.model.field import Field

T = TypeVar("T")

PROJECT_FOLDER = "{{cookiecutter.slug}}"
KIT_FOLDER = Path("prototype", "kit")
CACHES = {"__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
"""Folders that tools leave behind where the kit is linted and typed in place."""


@dataclass(frozen=True)
class Blueprints:
    """The blueprints in use: the folders in the order in which they are asked."""

    roots: tuple[Path, ...]

    @classmethod
    def find(cls, own: Path | None = None) -> Blueprints:
        """Return the built-in blueprints, behind ``own`` when it is given.

        Raises BlueprintError when ``own`` is no folder.
        """
        if own is not None and not own.is_dir():
            raise BlueprintError(own, "not a folder")
        return cls((*([own.resolve()] if own else []), built_in()))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The field types and screen kinds that a spec may use with these blueprints."""
        kinds = [_traits(folder) for folder in self._kind_folders.values()]
        in_order = {kind.name: kind for kind in sorted(kinds, key=lambda kind: kind.order)}
        return Vocabulary(self._field_types, in_order, rule_names(), self.kit)

    def kind_class(self, kind: str, base: type[T]) -> type[T]:
        """Return the subclass of ``base`` in the ``kind.py`` of a screen kind, else ``base``.

        A folder that replaces a built-in kind and has no ``kind.py`` is planned as that is.
        Raises BlueprintError when the file can't be used.
        """
        folders = [root / "screens" / kind for root in self.roots]
        folder = next((f for f in folders if (f / "kind.py").is_file()), folders[-1])
        return class_in(folder, base)

    @cached_property
    def shell(self) -> Path:
        """The cookiecutter template of the shell."""
        return next(root / "shell" for root in self.roots if (root / "shell").is_dir())

    @cached_property
    def kit(self) -> Kit:
        """The kit, with own files in place of built-in ones."""
        return Kit.of_folders(self._kit_folders)

    @cached_property
    def kit_files(self) -> Mapping[str, Path]:
        """Every file of the kit by its path below ``kit/``, with own files in place of built-in."""
        files: dict[str, Path] = {}
        for folder in reversed(self._kit_folders):
            files |= {path.relative_to(folder).as_posix(): path for path in files_in(folder)}
        return dict(sorted(files.items()))

    def kind_file(self, kind: str, name: str) -> Path:
        """Return a file of a screen kind's folder, such as ``screen.py.jinja``."""
        return self._kind_folders[kind] / name

    def project_file(self, name: str) -> Path:
        """Return a template of a file that every prototype has once, such as ``model.py.jinja``."""
        candidates = [root / "project" / name for root in self.roots]
        return next(path for path in candidates if path.is_file())

    @cached_property
    def _kind_folders(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for root in reversed(self.roots):
            found |= {path.parent.name: path.parent for path in root.glob("screens/*/kind.yaml")}
        return dict(sorted(found.items()))

    @property
    def _kit_folders(self) -> list[Path]:
        return [root / "kit" for root in self.roots if (root / "kit").is_dir()]

    @cached_property
    def _field_types(self) -> dict[str, type[Field[Any]]]:
        return {name: _field_class(module, name) for name, module in self.kit.field_modules()}


def built_in() -> Path:
    """Return the blueprints that come with Sawaru."""
    return Path(blueprints.__path__[0])


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files below ``folder`` in their order, without what tools leave behind."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not CACHES.intersection(path.relative_to(folder).parts):
            yield path


def _field_class(module: ModuleType, name: str) -> type[Field[Any]]:
    for value in vars(module).values():
        if isinstance(value, type) and value.__module__ == module.__name__:
            found = cast("type[Field[Any]]", value)
            if getattr(found, "name", None) == name:
                return found
    raise BlueprintError(Path(str(module.__file__)), f"no class with name = {name!r}")


def _traits(folder: Path) -> ScreenKind:
    """Return the traits of a kind. Raises BlueprintError when ``kind.yaml`` can't be used."""
    kind = traits_in(folder)
    of_ways = (key for way in kind.ways.values() for key in (way.when, way.links_in))
    named = {kind.placed_by, *kind.fields_named_in, *kind.takes, *kind.needs, *of_ways} - {""}
    unknown = sorted(named - set(Screen.model_fields))
    if unknown:
        raise BlueprintError(folder / "kind.yaml", f"not a key of a screen: {', '.join(unknown)}")
    return kind
