"""The dashboard as a test uses it: tiles with numbers and charts."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Locator, expect

from prototype.kit.texts import say
from tests.part import section


class Dashboard:
    """The tiles of a screen."""

    def __init__(self, main: Locator) -> None:
        self._main = main

    def expect_tiles(self, titles: Sequence[str]) -> None:
        """There are exactly these tiles, in this order."""
        expect(self._main.get_by_role("heading", level=2)).to_have_text(list(titles))

    def expect_figure(self, tile: str, figure: int | str) -> None:
        """A tile shows a number of records, or a sum as it reads."""
        count = isinstance(figure, int)
        text = say("dashboard.records", count=f"{figure:,}") if count else str(figure)
        expect(section(self._main, tile).locator(".kit-figure")).to_have_text(text)

    def expect_chart(self, tile: str, numbers: Sequence[tuple[str, int]]) -> None:
        """A tile draws a chart, and its table begins with these parts and numbers of records."""
        here = section(self._main, tile)
        expect(here.get_by_role("img", name=tile, exact=True).locator("svg")).to_be_visible()
        here.get_by_text(say("dashboard.as_table"), exact=True).click()
        rows = here.get_by_role("table").locator("tbody tr")
        for place, (name, count) in enumerate(numbers):
            expect(rows.nth(place).locator("th")).to_have_text(name)
            number = say("dashboard.records", count=f"{count:,}")
            expect(rows.nth(place).locator("td")).to_have_text(number)

    def follow_figure(self, tile: str) -> None:
        """Follow the figure of a tile."""
        section(self._main, tile).locator("a.kit-figure").click()
