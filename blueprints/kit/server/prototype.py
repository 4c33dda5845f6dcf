"""The prototype as a whole: its project, its entities, its screens and its records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from ..model.entity import Entity
from ..model.project import Project
from ..page.screen import Build, Screen
from ..store import Store
from ..texts import speak


@dataclass(frozen=True)
class Opened:
    """A screen with the function that shows it and the name of its module, its address."""

    screen: Screen
    build: Build
    address: str


OpenStore = Callable[[Sequence[type[Entity]], Project], Store]
Instead = Callable[[str, Exception], Opened | None]


class Prototype:
    """What a package like ``prototype`` holds, found by looking: nothing is registered twice.

    Entities are the subclasses of Entity in ``model``, screens the modules of ``screens``.
    ``open_store`` brings the records; ``instead`` may bring something for a screen that does not
    load, by the name of its module, and without it the error is raised.
    """

    def __init__(self, package: str, open_store: OpenStore, instead: Instead | None = None) -> None:
        self.project: Project = import_module(f"{package}.project").project
        speak(self.project.language)
        self.entities = find_entities(import_module(f"{package}.model"))
        found = find_screens(f"{package}.screens", instead)
        self._opened = {opened.address: opened for opened in found}
        self._addresses = {opened.screen.key: opened.address for opened in found}
        self.store = open_store(self.entities, self.project)

    @property
    def screens(self) -> Sequence[Screen]:
        """Every screen in the order of the menu."""
        return [found.screen for found in self._opened.values()]

    @property
    def home(self) -> Opened:
        """The first screen of a kind that opens first, else the first of all."""
        found = [opened for opened in self._opened.values() if opened.screen.is_start]
        return (found or list(self._opened.values()))[0]

    def screen(self, key: str) -> Screen | None:
        """Return the screen of ``key`` in the spec, None when there is none."""
        found = self._opened.get(self._addresses.get(key, ""))
        return found.screen if found else None

    def at(self, address: str) -> Opened | None:
        """Return what stands at ``address``, None when nothing does."""
        return self._opened.get(address)

    def address_of(self, screen: Screen) -> str:
        """Return the address of ``screen``: the name of its module."""
        return self._addresses[screen.key]

    def build_of(self, screen: Screen) -> Build:
        """Return the function that shows ``screen``."""
        return self._opened[self._addresses[screen.key]].build


def find_entities(model: ModuleType) -> list[type[Entity]]:
    """Return the entities that a module declares, in its order."""
    return [
        value
        for value in vars(model).values()
        if isinstance(value, type) and issubclass(value, Entity) and value is not Entity
    ]


def find_screens(package: str, instead: Instead | None = None) -> list[Opened]:
    """Return the screens of a package in the order of its ``ORDER``, then by name."""
    screens = import_module(package)
    order: Mapping[str, int] = {name: index for index, name in enumerate(screens.ORDER)}
    names = [module.name for module in iter_modules(screens.__path__)]
    names.sort(key=lambda name: (order.get(name, len(order)), name))
    found = (_find_screen(package, name, instead) for name in names)
    return [opened for opened in found if opened is not None]


def _find_screen(package: str, name: str, instead: Instead | None) -> Opened | None:
    try:
        module = import_module(f"{package}.{name}")
        if isinstance(getattr(module, "screen", None), Screen):
            return Opened(module.screen, module.build, name)
    except Exception as error:
        if instead is None:
            raise
        return instead(name, error)
    return None
