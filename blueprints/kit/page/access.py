"""Which screens a visitor finds in the menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..texts import say
from .screen import Screen, View


@dataclass(frozen=True)
class Group:
    """Screens that stand together in the menu, under the title of their entity."""

    title: str
    screens: Sequence[Screen]


def menu(view: View) -> list[Group]:
    """Return the screens that the visitor may open, grouped by entity, in the order of the spec.

    Screens without an entity stand first, without a title.
    """
    groups: dict[str, list[Screen]] = {"": []}
    for screen in view.prototype.screens:
        if not screen.one_record and view.may_open(screen):
            title = screen.entity.about.title if screen.entity else ""
            groups.setdefault(title, []).append(screen)
    return [Group(title, screens) for title, screens in groups.items() if screens]


def who_may(view: View, screen: Screen) -> str:
    """Return the titles of the roles that may open ``screen``, for a sentence."""
    roles = [role for key in screen.roles if (role := view.project.role(key))]
    return say("frame.comma").join(role.title for role in roles)
