"""The map as a test uses it: pins, and a list of the records beside it."""

from __future__ import annotations

from playwright.sync_api import Locator, expect


class Map:
    """The map of a screen."""

    def __init__(self, main: Locator) -> None:
        self._main = main

    def expect_places(self, count: int) -> None:
        """The map and the list beside it show so many records; a pin may stand for several."""
        expect(self._main.locator(".kit-places > li")).to_have_count(count)
        pins = self._main.locator(".kit-pin")
        if count:
            expect(pins.first).to_be_visible()
        shown = pins.evaluate_all("pins => pins.reduce((sum, pin) => sum + +pin.dataset.count, 0)")
        assert shown == count

    def follow_pin(self) -> None:
        """Press a pin of the map, closer and closer until it is one record, and follow that."""
        popup = self._main.get_by_role("dialog")
        pin = self._main.locator(".kit-pin").first
        expect(pin).to_be_visible()
        while not popup.count():
            pin.click()
        popup.get_by_role("link").first.click()
