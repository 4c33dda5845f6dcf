"""The one way from a screen's ``text(Report.place)`` to the form that is being built.

It stands apart from the form so that a field type can be read without starting a web server.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any, Protocol

from .field import Field


class Asker(Protocol):
    """A form that is being built."""

    def ask(self, field: Field[Any], *, title: str, feature: str) -> None:
        """Put label, control, help and error of ``field`` on the form."""


asker: ContextVar[Asker] = ContextVar("asker")


def ask(field: Field[Any], *, title: str = "", feature: str = "") -> None:
    """Put ``field`` on the form that is being built.

    ``title`` and ``feature`` take the place of the field's own. Raises LookupError outside a form.
    """
    asker.get().ask(field, title=title or field.title, feature=feature or field.feature)
