"""The one door to the kit of the prototype that is served, which people may change by hand.

Name what you use with its module, ``kit.widgets.button``: the modules are loaded anew when they
were saved (:mod:`.room.code`), and this finds those in use. For types, they are the kit's own.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

PACKAGE = "prototype.kit"

if TYPE_CHECKING:
    from blueprints.kit import store as store
    from blueprints.kit.controls import field_part as field_part
    from blueprints.kit.model import field as field
    from blueprints.kit.page import addresses as addresses
    from blueprints.kit.page import dialogs as dialogs
    from blueprints.kit.page import frame as frame
    from blueprints.kit.page import keys as keys
    from blueprints.kit.page import memory as memory
    from blueprints.kit.page import screen as screen
    from blueprints.kit.page import theme as theme
    from blueprints.kit.page import visitor as visitor
    from blueprints.kit.page import widgets as widgets
    from blueprints.kit.server import pages as pages
    from blueprints.kit.server import prototype as prototype
    from blueprints.kit.server import run as run
    from blueprints.kit.server import sockets as sockets
else:
    _FOLDERS = {
        "controls": "field_part",
        "page": "addresses dialogs frame keys memory screen theme visitor widgets",
        "server": "pages prototype run sockets",
    }
    _PATHS = {
        name: f"{folder}.{name}" for folder, all_ in _FOLDERS.items() for name in all_.split()
    }

    def __getattr__(name: str) -> ModuleType:
        """Return the module ``name`` of the kit as it is now."""
        if name.startswith("__"):
            raise AttributeError(name)
        return import_module(f"{PACKAGE}.{_PATHS.get(name, name)}")


def new_field(kind: str, title: str, **settings: object) -> field.Field[str]:
    """Return a field of the type ``kind`` for texts, such as ``multiline``."""
    module = import_module(f"{PACKAGE}.fields.{kind}")
    found = (value for value in vars(module).values() if getattr(value, "name", "") == kind)
    created: field.Field[str] = next(found)(title, **settings)
    return created
