"""A page as the server sends it, read as text: what a role finds there, without a browser.

Whether a role may open a screen and what it is offered there is decided by the server. With this a
test asks for every role; that the page shows it, a browser sees for one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from prototype.kit.texts import say

_BUTTON = re.compile(r"^\[Button: (.*)\]$", re.MULTILINE)
_WORDS = re.compile(r"^\[(?:Button: )?(.*)\](?:\([^()]*\))?$")
_LINK = re.compile(r"^\[(.*)\]\((/s/[^()]*)\)$", re.MULTILINE)


class PageText:
    """The text of a page in Markdown, as NiceGUI writes it for readers that are no browsers."""

    def __init__(self, markdown: str) -> None:
        self._text = markdown
        self._lines = [" ".join(line.split()) for line in markdown.splitlines()]
        self._said = {_WORDS.sub(r"\1", line) for line in self._lines}

    def expect_title(self, title: str) -> None:
        """The screen is the one called ``title``, and it opens."""
        wanted = " ".join(title.split())
        assert wanted in self._lines, self._text
        assert say("frame.failed") not in self._text, self._text
        assert _refusal() not in self._text, self._text

    def expect_help(self, text: str) -> None:
        """The screen says ``text`` below its title."""
        assert " ".join(text.split()) in " ".join(self._lines), self._text

    def expect_with(self, titles: Sequence[str]) -> None:
        """Each of ``titles`` stands on the screen: over a field, on a link or a button."""
        missing = [title for title in titles if " ".join(title.split()) not in self._said]
        assert not missing, self._text

    def expect_without(self, titles: Sequence[str]) -> None:
        """None of ``titles`` stands on the screen."""
        there = [title for title in titles if " ".join(title.split()) in self._said]
        assert not there, self._text

    def expect_refused(self) -> None:
        """The screen says that the role may not open it, and offers nothing of itself."""
        assert _refusal() in self._text, self._text
        assert not self._buttons(), self._text

    def expect_actions(self, titles: Sequence[str]) -> None:
        """The detail offers exactly these transitions, in this order."""
        assert say("frame.failed") not in self._text, self._text
        assert self._buttons() == list(titles)

    def expect_links(self, links: Sequence[tuple[str, str]]) -> None:
        """The home leads to exactly these screens: title and address, in this order."""
        _, _, below = self._text.partition(f"\n{say('home.screens')}\n")
        assert _LINK.findall(below) == list(links)

    def _buttons(self) -> list[str]:
        """Return the buttons of the screen, in their order, without those round every screen."""
        found = _BUTTON.findall(self._text)
        for round_it in (say("frame.menu"), say("frame.reset")):
            found.remove(round_it)
        return found


def _refusal() -> str:
    return say("frame.refused", roles="\0").split("\0")[0]
