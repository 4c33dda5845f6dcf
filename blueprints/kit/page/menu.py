"""The menu: the way to every screen that the acting role sees."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from ..texts import say
from .access import menu
from .screen import Screen, View


class Menu(ui.element, component="menu.js"):
    """The screens of a view as links in groups; the one that is open is marked."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.props["aria-label"] = say("frame.menu")
        self.props["here"] = view.screen.key
        self.props["groups"] = [
            {"title": group.title, "entries": [_entry(view, screen) for screen in group.screens]}
            for group in menu(view)
        ]


def _entry(view: View, screen: Screen) -> dict[str, Any]:
    standing = view.standing(screen.feature)
    return {
        "key": screen.key,
        "title": screen.title,
        "address": view.address(screen),
        "chip": standing.chip,
        "feature": standing.feature,
        "usual": standing.usual,
        "ghost": standing.ghost,
    }
