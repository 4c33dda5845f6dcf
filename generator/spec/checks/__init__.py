"""The checks of a whole spec: one subject a module, each with ``check(spec, vocabulary)``.

A new check is a new module here; nothing lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from generator.spec.model import Spec
from generator.spec.problems import Finding
from generator.spec.vocabulary import Vocabulary

Check = Callable[[Spec, Vocabulary], Iterator[Finding]]


@cache
def all_checks() -> tuple[Check, ...]:
    """Return every check of this folder, by name of its module."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").check for name in names)


def check_all(spec: Spec, vocabulary: Vocabulary) -> list[Finding]:
    """Return everything that the checks find in a completed spec."""
    return [finding for check in all_checks() for finding in check(spec, vocabulary)]
