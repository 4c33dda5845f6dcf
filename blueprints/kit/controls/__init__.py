"""What people type and choose with: one module a control, named by a field type's ``control``.

Each module has a class ``Control``: a subclass of :class:`.base.BaseControl`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..model.field import Field
from .base import BaseControl, Setting


def control_class(field: Field[Any]) -> type[BaseControl]:
    """Return the class of the control that the type of ``field`` asks for.

    Raises ModuleNotFoundError when the type names a control that is not there.
    """
    found: type[BaseControl] = import_module(f".{field.control}", __name__).Control
    return found


__all__ = ["BaseControl", "Setting", "control_class"]
