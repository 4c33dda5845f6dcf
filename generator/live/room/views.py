"""The kit's views of the prototype as it is now: for guests with older pages, and for nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.live import kit

if TYPE_CHECKING:
    from blueprints.kit.page.memory import Memory
    from blueprints.kit.page.screen import Host, Screen, View
    from blueprints.kit.page.visitor import Visitor
    from blueprints.kit.server.prototype import Prototype


def home_view(prototype: Prototype, host: Host) -> View:
    """Return the view of the home for somebody who was never here before."""
    visitor = kit.visitor.Visitor(prototype.project, "", {})
    return kit.screen.View(prototype, prototype.store, prototype.home.screen, visitor, host=host)


def renewed_view(old: View, prototype: Prototype) -> View | None:
    """Return the same view of ``prototype``; None if the screen is gone.

    A screen that was renamed is found by what it was called.
    """
    screen = prototype.screen(old.screen.key) or _renamed(old.screen.key, prototype)
    if screen is None:
        return None
    visitor = kit.visitor.Visitor(prototype.project, old.visitor.id, old.visitor.kept)
    return _same_place(old, prototype, screen, visitor, old.memory)


def plain_view(old: View, prototype: Prototype) -> View | None:
    """Return what nobody in particular sees where ``old`` is; None if the screen is gone."""
    screen = prototype.screen(old.screen.key)
    if screen is None:
        return None
    visitor = kit.visitor.Visitor(prototype.project, "", {})
    visitor.act_as(old.role or "")
    visitor.view_phase(old.visitor.phase)
    return _same_place(old, prototype, screen, visitor, kit.memory.Memory())


def _renamed(key: str, prototype: Prototype) -> Screen | None:
    return next((screen for screen in prototype.screens if key in screen.was), None)


def _same_place(
    old: View,
    prototype: Prototype,
    screen: Screen,
    visitor: Visitor,
    memory: Memory,
) -> View:
    """Return a view of the record and with the search and the filters of ``old``."""
    return kit.screen.View(
        prototype,
        prototype.store,
        screen,
        visitor,
        old.record_id,
        dict(old.query),
        fresh=False,
        memory=memory,
        host=old.host,
    )
