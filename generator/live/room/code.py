"""The code of a prototype, loaded anew when it was saved; what does not load changes nothing."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

from generator.blueprints import built_in
from generator.live import kit

from .compiled import Compiled

PACKAGE = "prototype"
_KIT = kit.PACKAGE


class _CachingLoader(SourceFileLoader):
    """Compiles a file once for each content: Python's own cache looks only at whole seconds."""

    known: dict[str, tuple[bytes, CodeType]] = {}  # noqa: RUF012
    kept = Compiled(built_in() / "__pycache__")

    def get_code(self, fullname: str) -> CodeType | None:
        path = self.get_filename(fullname)
        source = self.get_data(path)
        known = self.known.get(path)
        if known is None or known[0] != source:
            known = self.known[path] = (source, self._compile(fullname, source, path))
        return known[1]

    def _compile(self, fullname: str, source: bytes, path: str) -> CodeType:
        is_kit = fullname.startswith(_KIT)
        if is_kit and (code := self.kept.of(fullname, source, path)):
            return code
        code = self.source_to_code(source, path)
        if is_kit:
            self.kept.keep(fullname, source, code)
        return code

    def exec_module(self, module: ModuleType) -> None:
        """Run the module; one that calls ``sys.exit`` fails like any other."""
        try:
            super().exec_module(module)
        except SystemExit as end:
            error = RuntimeError(f"sys.exit({end.code!r})")
            raise error.with_traceback(end.__traceback__) from None


class _Finder(MetaPathFinder):
    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != PACKAGE and not name.startswith(f"{PACKAGE}."):
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _CachingLoader(spec.loader.name, spec.loader.path)
        return spec


class Code:
    """The modules of the prototype in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._known: set[str] = set()
        sys.path.insert(0, str(self.folder))
        sys.meta_path.insert(0, _Finder())

    def touches_kit(self, paths: Iterable[Path]) -> bool:
        """Tell whether one of ``paths`` is code of the kit."""
        folder = self.folder / PACKAGE / "kit"
        return any(path.suffix == ".py" and path.is_relative_to(folder) for path in paths)

    def take_out(self, paths: Iterable[Path]) -> Mapping[str, ModuleType]:
        """Forget the modules of ``paths``, and those that depend on them.

        Returns what :meth:`put_back` needs when the new ones don't load.
        """
        importlib.invalidate_caches()
        names = self._touched([path for path in paths if path.suffix == ".py"])
        before = {name: module for name, module in sys.modules.items() if name in names}
        self._known = {name for name in sys.modules if name.startswith(f"{PACKAGE}.")}
        for name in before:
            del sys.modules[name]
        return before

    def put_back(self, modules: Mapping[str, ModuleType]) -> None:
        """Use ``modules`` again, and nothing that was loaded in their place."""
        for name in [name for name in sys.modules if name.startswith(f"{PACKAGE}.")]:
            if name in modules or name not in self._known:
                del sys.modules[name]
        sys.modules.update(modules)
        for name, module in modules.items():
            parent, _, child = name.rpartition(".")
            if parent in sys.modules and parent not in modules:
                setattr(sys.modules[parent], child, module)

    def _touched(self, paths: list[Path]) -> set[str]:
        loaded = {name for name in sys.modules if name.startswith(f"{PACKAGE}.")}
        if self.touches_kit(paths):
            return loaded
        touched = {self._module(path) for path in paths}
        screens = f"{PACKAGE}.screens"
        if f"{PACKAGE}.model" in touched:
            touched |= {name for name in loaded if name.startswith(screens)}
        if any(name.startswith(screens) for name in touched):
            touched.add(screens)  # its ORDER, and which modules there are
        return touched & loaded

    def _module(self, path: Path) -> str:
        inner = path.relative_to(self.folder).with_suffix("")
        parts = inner.parts[:-1] if inner.name == "__init__" else inner.parts
        return ".".join(parts)
