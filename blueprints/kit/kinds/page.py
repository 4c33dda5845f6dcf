"""The page: what the spec wants to say in its own words."""

from __future__ import annotations

from ..page.screen import View
from .prose import prose


def page(view: View, *lines: str) -> None:
    """Show ``lines`` of Markdown; what they may hold is told in :mod:`.prose`."""
    prose(view, "\n".join(lines))
