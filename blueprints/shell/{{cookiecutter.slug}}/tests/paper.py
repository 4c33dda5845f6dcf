"""The printed form as a test uses it: what stands on the paper, and that it prints alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playwright.sync_api import Locator, Page, expect

from prototype.kit.texts import say
from tests.part import shown_value, words


class Paper:
    """The paper of a screen."""

    def __init__(self, page: Page, main: Locator) -> None:
        self._page = page
        self._main = main

    def expect_text(self, *texts: str) -> None:
        """The printed form says all of ``texts``, with something in the place of ``{field}``."""
        for text in texts:
            pieces = (words(piece) for piece in re.split(r"\{[^{}]+\}", text))
            pattern = re.compile(r"[^{}]*".join(pieces))
            expect(self._main.locator(".kit-paper")).to_contain_text(pattern)

    def expect_form(self, title: str, *, rows: Sequence[str], seals: Sequence[str] = ()) -> None:
        """There is a printed form called ``title`` with a row for each of ``rows``, and ``seals``."""
        paper = self._main.get_by_role("article")
        expect(paper.get_by_role("heading", level=2, name=title, exact=True)).to_be_visible()
        for row in rows:
            expect(paper.get_by_role("rowheader", name=row, exact=True)).to_be_visible()
        expect(paper.locator(".kit-seals").get_by_role("listitem")).to_have_text(list(seals))

    def expect_same(self, titles: Sequence[str], link: str) -> None:
        """The printed form to which the detail leads by ``link`` shows the same as the detail."""
        shown = [
            shown_value(self._main, title).get_by_role("definition").inner_text()
            for title in titles
        ]
        self._main.get_by_role("link", name=say("paper.open", title=link), exact=True).click()
        expect(self._main.get_by_role("heading", level=1, name=link, exact=True)).to_be_visible()
        rows = self._main.get_by_role("article").get_by_role("row")
        for title, text in zip(titles, shown, strict=True):
            seen = "" if text == say("detail.empty") else text
            header = self._page.get_by_role("rowheader", name=title, exact=True)
            expect(rows.filter(has=header).get_by_role("cell")).to_have_text(seen)

    def expect_prints(self) -> None:
        """The button prints, and the paper holds the form but not what stands round the screen."""
        self._page.evaluate("window.print = () => { window.printed = true }")
        self._main.get_by_role("button", name=say("paper.print"), exact=True).click()
        self._page.wait_for_function("window.printed === true")
        self._page.emulate_media(media="print")
        try:
            expect(self._main.get_by_role("article")).to_be_visible()
            title = self._main.get_by_role("heading", level=1)
            for part in (self._page.get_by_role("banner"), title):
                expect(part).to_be_hidden()
        finally:
            self._page.emulate_media(media="null")

    def expect_nothing_to_print(self) -> None:
        """The screen says that the record can't be printed as it stands."""
        expect(self._main.get_by_role("alert")).to_contain_text(say("paper.not_now"))
        expect(self._main.get_by_role("article")).to_have_count(0)
