"""The pages of the workshop: a module each with its ``PAGE``, found here, registered nowhere."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module

from generator.live.workshop.page import Page


def find_pages() -> Sequence[Page]:
    """Return every page that has a module, in their order."""
    return sorted(_pages(), key=lambda page: (page.order, page.name))


def _pages() -> Iterator[Page]:
    for module in pkgutil.iter_modules(__path__):
        page: Page = import_module(f"{__name__}.{module.name}").PAGE
        yield replace(page, name=module.name)
