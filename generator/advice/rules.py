"""All rules of the advice: one a module in :mod:`.lexical` or :mod:`.structural`, nothing listed.

A rule's name comes from its module: ``l01_open_lists`` is L1. Its docstring is its manual page,
``BLOCKS`` says what is blocked until somebody answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, Any

from generator.spec.model import Spec
from generator.spec.problems import Path

from . import lexical, structural

if TYPE_CHECKING:
    from .lexicon import Lexical

_MODULE = re.compile(r"([ls])(\d+)_\w+")


class Blocks(IntEnum):
    """What an open question blocks, the worst first."""

    PROTOTYPE = 1
    """Something can't be shown, or the work can't be walked through to its end."""
    DECISION = 2
    """It can be shown, but the room can't decide on it."""
    WORDING = 3
    """It can be decided on, and two makers would build two different things."""


@dataclass(frozen=True)
class Gap:
    """What a structural rule finds missing at ``path``.

    ``variant`` picks among the rule's questions, ``values`` fill it in. ``quote`` are words of
    ``sentence`` that something is missing in, ``other`` tells it from another gap at this place.
    """

    path: Path
    variant: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    quote: str = ""
    sentence: str = ""
    other: str = ""


Find = Callable[[Spec], Iterator[Gap]]


@cache
def rule_names() -> tuple[str, ...]:
    """Return the names of all rules in order, without loading them."""
    return tuple(_modules())


@cache
def lexical_rules() -> dict[str, tuple[Blocks, Lexical]]:
    """Return what the lexical rules look for, by their names."""
    modules = {name: _module(path) for name, path in _modules().items() if name[0] == "L"}
    return {name: (module.BLOCKS, module.RULE) for name, module in modules.items()}


@cache
def structural_rules() -> dict[str, tuple[Blocks, Find]]:
    """Return what finds gaps, by the rules' names."""
    modules = {name: _module(path) for name, path in _modules().items() if name[0] == "S"}
    return {name: (module.BLOCKS, module.find) for name, module in modules.items()}


@cache
def _modules() -> dict[str, str]:
    """Return the module of each rule by its name."""
    found = {}
    for package in (lexical, structural):
        for name in sorted(module.name for module in iter_modules(package.__path__)):
            match = _MODULE.fullmatch(name)
            if match:
                found[f"{match[1].upper()}{int(match[2])}"] = f"{package.__name__}.{name}"
    return found


def _module(name: str) -> ModuleType:
    return import_module(name)
