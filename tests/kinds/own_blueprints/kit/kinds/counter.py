"""The counter: the way to every screen."""

from __future__ import annotations

from ..page.screen import View
from .home import links


def counter(view: View) -> None:
    """Lead to every screen."""
    links(view)
