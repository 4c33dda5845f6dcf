"""The board as a test uses it: cards in columns, which are moved by their menu or dragged."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playwright.sync_api import Locator, Page, expect

from prototype.kit.texts import say
from tests.part import dialog, words
from tests.record import Record


class Board:
    """The board of a screen."""

    def __init__(self, page: Page, main: Locator) -> None:
        self._page = page
        self._main = main

    def column(self, title: str) -> Locator:
        """Return the column ``title``."""
        return self._main.get_by_role("region", name=title, exact=True)

    def card(self, column: str, record: Record) -> Locator:
        """Return the card of ``record`` in a column of a board; one without a link has its label."""
        label = "".join(f"\\{ord(letter):x} " for letter in record.label)
        linked, named = f'a[href$="/{record.id}"]', f'strong:text-is("{label}")'
        title = self._page.locator(f"{linked}, {named}")
        return self.column(column).get_by_role("article").filter(has=title).first

    def move(self, card: Locator, action: str) -> None:
        """Choose ``action`` from the menu of a card."""
        card.get_by_role("button").click()
        self._page.get_by_role("menu").get_by_text(action, exact=True).click()

    def drag(self, card: Locator, column: Locator) -> None:
        """Drag a card onto a column, wherever that is: a board may be wider than the window."""
        expect(card).to_have_attribute("draggable", "true")
        data = self._page.evaluate_handle("new DataTransfer()")
        card.dispatch_event("dragstart", {"dataTransfer": data})
        over = "new DragEvent('dragover', {bubbles: true, cancelable: true, dataTransfer: data})"
        taken = column.evaluate(f"(column, data) => !column.dispatchEvent({over})", data)
        assert taken, "the column does not take what is dragged over it"
        column.dispatch_event("drop", {"dataTransfer": data})

    def choose_way(self, column: str, action: str) -> None:
        """Say that a card that was dragged to ``column`` is to take ``action``."""
        dialog(self._page, say("board.which_way", target=column)).click(action)

    def expect_columns(self, titles: Sequence[str]) -> None:
        """There are exactly these columns, in this order."""
        expect(self._main.get_by_role("heading", level=2)).to_have_text(list(titles))

    def expect_lines(self, card: Locator, titles: Sequence[str]) -> None:
        """The card has a line for each of ``titles``."""
        for title in titles:
            line = say("value.line", title=title, text="")
            expect(card).to_contain_text(re.compile(words(line)))

    def expect_not_moved(self, source: str, target: str) -> None:
        """A message says that a card may not go from one column to another."""
        message = say("detail.not_allowed", source=source, target=target)
        expect(self._page.get_by_text(message)).to_be_visible()
