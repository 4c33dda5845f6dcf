"""What people do in the workshop: decide mode on, a part pressed, the sheet filled, recorded."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.live.visiting import Visitor

RECORD = "決定を記録する"


def decide_mode(visitor: Visitor) -> Visitor:
    """Turn decide mode on."""
    toggle = visitor.button("決める・聞く")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    return visitor


def press(visitor: Visitor, part: str) -> Sheet:
    """Press on a part of the screen that is called so, and return the sheet."""
    parts = visitor.page.locator("main [data-part]").filter(has_text=part)
    parts.first.click()
    return opened(visitor)


def press_card(visitor: Visitor, title: str) -> Sheet:
    """Press the button of a card on the board."""
    visitor.button(f"「{title}」を決める").click()
    return opened(visitor)


def opened(visitor: Visitor) -> Sheet:
    """Return the sheet that opens."""
    sheet = Sheet(visitor)
    expect(sheet.whole).to_be_visible()
    return sheet


class Sheet:
    """An open sheet."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.whole = visitor.page.get_by_role("dialog")

    def field(self, label: str) -> Locator:
        """Return the control whose label begins so."""
        return self.whole.get_by_label(re.compile(f"^{re.escape(label)}"))

    def choose(self, phase: str) -> Sheet:
        """Choose a phase."""
        self.whole.get_by_label(phase, exact=True).check()
        return self

    def fill(self, reason: str = "", by: str = "", revisit: str = "") -> Sheet:
        """Fill what is given."""
        for label, said in (("理由", reason), ("決めた人", by), ("見直す条件", revisit)):
            if said:
                self.field(label).fill(said)
        return self

    def press(self, button: str = RECORD) -> Sheet:
        """Press a button of the sheet."""
        self.whole.get_by_role("button", name=button, exact=True).click()
        return self

    def says(self, *words: str) -> Sheet:
        """Wait until the sheet says all of these."""
        for word in words:
            expect(self.whole).to_contain_text(word)
        return self

    def is_closed(self) -> None:
        """Wait until the sheet is gone."""
        expect(self.whole).to_have_count(0)


def card(visitor: Visitor, column: str, title: str) -> Locator:
    """Return the card on the board, in the column of that title."""
    region = visitor.page.get_by_role("region", name=column, exact=True)
    return region.locator(".workshop-card").filter(has_text=title)


def lines_of(spec: Path) -> list[str]:
    """Return the spec as it is on disk, line by line, with its line ends."""
    return spec.read_bytes().decode().splitlines(keepends=True)
