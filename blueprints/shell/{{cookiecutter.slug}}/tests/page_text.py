"""A page as the server sends it, read as text: what a role finds there, without a browser.

Whether a role may open a screen and what it is offered there is decided by the server. With this a
test asks for every role; that the page shows it, a browser sees for one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from prototype.kit.texts import say
from prototype.project import project

_END = "\x1f"
"""Stands between the texts of a page: a text may have lines of its own, empty ones too."""

_BUTTON = re.compile(rf"{_END}\[Button: (.*?)\](?={_END})", re.DOTALL)
_LINK = re.compile(r"^\[(.*)\]\([^()]*\)$")
_ADDRESS = re.compile(rf"\]\((/s/[^(){_END}]*)\)(?={_END})")


class PageText:
    """The text of a page in Markdown, as NiceGUI writes it for readers that are no browsers."""

    def __init__(self, markdown: str) -> None:
        self._markdown = markdown
        self._text = f"{_END}{_plain(markdown)}{_END}"

    def expect_title(self, title: str) -> None:
        """The screen is the one called ``title``, and it opens."""
        self.expect_with([title])
        self._expect_opened()

    def expect_help(self, text: str) -> None:
        """The screen says ``text`` below its title."""
        self.expect_with([text])

    def expect_with(self, titles: Sequence[str]) -> None:
        """Each of ``titles`` stands on the screen: over a field, on a link or a button."""
        assert [t for t in titles if not _stands(t, self._text)] == [], self._markdown

    def expect_without(self, titles: Sequence[str]) -> None:
        """None of ``titles`` stands on the screen; the history of a record keeps what was done."""
        before, history, _ = self._text.rpartition(f"{_END}{say('detail.history')}{_END}")
        text = f"{before}{_END}" if history else self._text
        assert [title for title in titles if _stands(title, text)] == [], self._markdown

    def expect_no_lines(self, titles: Sequence[str]) -> None:
        """No record says anything under one of ``titles``."""
        lines = {title: say("value.line", title=_plain(title), text="") for title in titles}
        found = [title for title, line in lines.items() if f"{_END}{line}" in self._text]
        assert found == [], self._markdown

    def expect_refused(self) -> None:
        """The screen says that the role may not open it, and offers nothing of itself."""
        assert _refusal() in self._text, self._markdown
        assert self._buttons() == [], self._markdown

    def expect_actions(self, titles: Sequence[str]) -> None:
        """The detail offers exactly these transitions, in this order."""
        self._expect_opened()
        assert self._buttons() == [_plain(title) for title in titles]

    def expect_links(self, links: Sequence[tuple[str, str]]) -> None:
        """The home leads to exactly these screens: title and address, in this order."""
        self._expect_opened()
        _, heading, below = self._text.partition(f"{_END}{say('home.screens')}{_END}")
        assert heading, self._markdown
        assert _ADDRESS.findall(below) == [address for _, address in links]
        self.expect_with([title for title, _ in links])

    def expect_steps(self, role: str, steps: Sequence[tuple[str, str]]) -> None:
        """The home shows ``role`` exactly these steps: title and process, in this order."""
        self._expect_opened()
        _, _, below = self._text.partition(f"{_END}{_plain(say('home.steps', role=role))}{_END}")
        here, _, _ = below.partition(f"{_END}{say('home.screens')}{_END}")
        lines = [_LINK.sub(r"\1", line) for line in here.split(_END)]
        processes = {_plain(process.title) for process in project.processes}
        found = [(step, process) for step, process in pairwise(lines) if process in processes]
        assert found == [(_plain(step), _plain(process)) for step, process in steps]

    def _expect_opened(self) -> None:
        assert say("frame.failed") not in self._text, self._markdown
        assert _refusal() not in self._text, self._markdown

    def _buttons(self) -> list[str]:
        """Return the buttons of the screen, in their order, without those round every screen."""
        found = _BUTTON.findall(self._text)
        for round_it in (say("frame.menu"), say("frame.reset")):
            found.remove(round_it)
        return found


def _stands(title: str, text: str) -> bool:
    said = _plain(title)
    ways = (f"{said}{_END}", f"[Button: {said}]{_END}", f"[{said}](")
    return any(f"{_END}{way}" in text for way in ways)


def _plain(text: str) -> str:
    """Return ``text`` with a sign where empty lines are, and a space for every other gap."""
    pieces = re.split(r"\n\s*\n", text.strip())
    return _END.join(" ".join(piece.split()) for piece in pieces)


def _refusal() -> str:
    return say("frame.refused", roles="\0").split("\0")[0]
