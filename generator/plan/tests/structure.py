"""The structure of a screen as an aria snapshot: what a screen reader finds, in its order.

Other parts may stand between those that are named. Titles with characters that are special in a
snapshot are left out: the tests that are about them name them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .entries import Entry

_LETTERS = "0-9A-Za-zぁ-んァ-ヶー一-龠々・"
_PLAIN = re.compile(rf"[{_LETTERS}]+( [{_LETTERS}]+)*")
_ROLES = {
    **dict.fromkeys(("line", "lines", "day", "place"), "textbox"),
    **dict.fromkeys(("choose_one", "look_up"), "combobox"),
    **dict.fromkeys(("choose_few", "choose_many", "choose_files"), "group"),
    "tick": "checkbox",
}
"""The role of each control that somebody fills in."""


def named(role: str, titles: Iterable[str], attribute: str = "") -> Iterator[str]:
    """Yield a line for each of ``titles``: a part with this role and this name."""
    for title in titles:
        if _PLAIN.fullmatch(title):
            yield f'- {role} "{title}"{attribute}'


def begun(role: str, titles: Iterable[str], colon: str = "") -> Iterator[str]:
    """Yield a line for each of ``titles``: the name goes on after it, as with a chip."""
    for title in titles:
        if _PLAIN.fullmatch(title):
            yield f"- {role}{colon} /^{title}/"


def inputs(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a line for the control of each of ``entries``."""
    for entry in entries:
        if entry.control in _ROLES:
            yield from begun(_ROLES[entry.control], [entry.label])


def table(columns: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a table with ``columns``."""
    row = inside("row", begun("columnheader", columns))
    yield from inside("table", inside("rowgroup", row))


def inside(role: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield the line of a part and ``lines`` inside of it."""
    within = [f"  {line}" for line in lines]
    yield f"- {role}:" if within else f"- {role}"
    yield from within
