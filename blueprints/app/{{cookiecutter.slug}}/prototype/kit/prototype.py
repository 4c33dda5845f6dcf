"""The prototype as a whole: its project, its entities, its screens and its records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from .entity import Entity
from .project import Project
from .screen import Screen, View
from .store import Store
from .texts import speak


@dataclass(frozen=True)
class Opened:
    """A screen with the function that shows it and the name of its module, its address."""

    screen: Screen
    build: Callable[[View], None]
    address: str


class Prototype:
    """What a package like ``prototype`` holds, found by looking: nothing is registered twice.

    Entities are the subclasses of Entity in ``model``, screens the modules of ``screens``.
    """

    def __init__(self, package: str, database_url: str) -> None:
        self.project: Project = import_module(f"{package}.project").project
        speak(self.project.language)
        self.entities = find_entities(import_module(f"{package}.model"))
        self._opened = {found.address: found for found in find_screens(f"{package}.screens")}
        self._addresses = {found.screen.key: found.address for found in self._opened.values()}
        self.store = Store.open(database_url, self.entities, self.project)

    @property
    def screens(self) -> Sequence[Screen]:
        """Every screen in the order of the menu."""
        return [found.screen for found in self._opened.values()]

    @property
    def home(self) -> Opened:
        """The first screen of kind home, else the first of all."""
        found = [opened for opened in self._opened.values() if opened.screen.kind == "home"]
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


def find_entities(model: ModuleType) -> list[type[Entity]]:
    """Return the entities that a module declares, in its order."""
    return [
        value
        for value in vars(model).values()
        if isinstance(value, type) and issubclass(value, Entity) and value is not Entity
    ]


def find_screens(package: str) -> list[Opened]:
    """Return the screens of a package in the order of its ``ORDER``, then by name."""
    screens = import_module(package)
    order: Mapping[str, int] = {name: index for index, name in enumerate(screens.ORDER)}
    names = [module.name for module in iter_modules(screens.__path__)]
    names.sort(key=lambda name: (order.get(name, len(order)), name))
    modules = {name: import_module(f"{package}.{name}") for name in names}
    return [
        Opened(module.screen, module.build, name)
        for name, module in modules.items()
        if isinstance(getattr(module, "screen", None), Screen)
    ]
