"""The calendar as a test uses it: by months and days."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Locator, Page, expect

from prototype.kit.kinds.calendar import spoken, weekdays
from prototype.kit.texts import say


class Calendar:
    """The calendar of a screen."""

    def __init__(self, page: Page, main: Locator) -> None:
        self._page = page
        self._main = main

    def day(self, day: str) -> Locator:
        """Return the part of the calendar for ``day`` (YYYY-MM-DD)."""
        moment = self._page.locator(f'time[datetime="{day}"]')
        return self._main.get_by_role("cell").filter(has=moment)

    def turn_on(self) -> None:
        """Go to the next month."""
        self._main.get_by_role("link", name=say("calendar.next"), exact=True).click()

    def turn_back(self) -> None:
        """Go to the month before."""
        self._main.get_by_role("link", name=say("calendar.previous"), exact=True).click()

    def add_on(self, day: str) -> None:
        """Press what adds a record on ``day``."""
        name = say("calendar.add", day=spoken(date.fromisoformat(day)))
        self.day(day).get_by_role("link", name=name, exact=True).click()

    def expect_month(self, year: int, month: int, *, days: int, before: int) -> None:
        """The month is shown: its ``days``, the first of them behind ``before`` empty cells."""
        title = say("value.month", year=year, month=month)
        expect(self._main.get_by_role("heading", level=2, name=title, exact=True)).to_be_visible()
        expect(self._main.get_by_role("columnheader")).to_have_text(list(weekdays()))
        expect(self._main.locator("td time")).to_have_count(days)
        cells = self._main.locator("tbody tr").first.locator("td")
        expect(cells.nth(before).locator("time")).to_have_attribute(
            "datetime", f"{year}-{month:02}-01"
        )

    def expect_record(self, day: str, label: str, state: str) -> None:
        """The record called ``label`` stands on ``day`` with its state, or among the rest of it."""
        here = self.day(day)
        entry = here.get_by_role("listitem").filter(has_text=label)
        more = here.locator(".kit-more")
        expect(entry.or_(more).first).to_be_visible()
        if not entry.count():
            more.click()
            entry = self._main.locator(".kit-one-day").get_by_role("listitem")
            entry = entry.filter(has_text=label)
        expect(entry.first).to_be_visible()
        expect(entry.first).to_contain_text(state)
