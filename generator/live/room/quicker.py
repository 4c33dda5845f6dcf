"""Spares NiceGUI what it works out again for every element of every page that is built.

It asks of each handler whether it takes arguments by looking at its signature, which is a third of
building a page; the methods of an element are the same functions for all elements. Pages are built
as before where a version of NiceGUI does not ask so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from nicegui import helpers


def remember_signatures() -> None:
    """Let NiceGUI look at the signature of each method once."""
    ask: Callable[[Any], bool] | None = getattr(helpers, "expects_arguments", None)
    if ask is None:
        return
    known: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()

    def expects_arguments(func: Callable[..., Any]) -> bool:
        function = getattr(func, "__func__", None)
        if function is None:
            return ask(func)
        if function not in known:
            known[function] = ask(func)
        return known[function]

    helpers.expects_arguments = expects_arguments
