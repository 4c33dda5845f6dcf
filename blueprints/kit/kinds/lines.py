"""The lines in which a card, a day's entry or a place tells some of a record's values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.field import Field
from ..page.screen import View
from ..page.widgets import words
from ..texts import say


class Lines:
    """Fields that stand with every record, each as a line of its own."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._lines: list[tuple[Field[Any], str]] = []

    def add(self, field: Field[Any], title: str, feature: str) -> None:
        """Add a line, unless its feature is not in the chosen phase."""
        if self._view.standing(feature).shown:
            self._lines.append((field, title))

    def build(self, texts: Mapping[str, str]) -> None:
        """Put the lines of a record on the page; a value that is empty has none."""
        for field, title in self._lines:
            if text := texts.get(field.key):
                words(say("value.line", title=title, text=text), "p", "kit-text")
