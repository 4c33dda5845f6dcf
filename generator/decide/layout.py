"""Where new lines and new parts go in the text of a spec, whatever style it is written in.

Several places are offered, the most readable first; :mod:`.prove` says which of them is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .document import Document
from .prove import Edit

_REST = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=\r\n|\r|\n|\Z)")
_LINE_END = re.compile("\r\n|\r|\n")
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s+)*")
_BLANK = re.compile(r"(?:[ \t\r\n]+|(?<=[ \t\r\n])#[^\r\n]*)*")
_COLON = re.compile(r"(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*(?=[\r\n]))*:")


def line_end(document: Document) -> str:
    """Return how lines end in ``document``: as its first one does."""
    found = _LINE_END.search(document.text)
    return found[0] if found else "\n"


def line_start(document: Document, position: int) -> int:
    """Return where the line of ``position`` begins."""
    text = document.text
    return max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1


def column(document: Document, position: int) -> int:
    """Return how many characters stand before ``position`` in its line."""
    return position - line_start(document, position)


def key_column(document: Document, mapping: int) -> int:
    """Return the column of the keys of a block ``mapping``."""
    start = document.start(mapping + 1)
    before = document.text[line_start(document, start) : start]
    explicit = re.fullmatch(r"(.*)\?[ \t]+", before)
    return len(explicit[1]) if explicit else len(before)


def value_start(document: Document, node: int) -> int:
    """Return where the value of ``node`` begins, behind its anchor."""
    start = document.start(node)
    if document.is_alias(node):
        return start
    found = _PROPERTIES.match(document.text, start, document.full_end(node))
    return found.end() if found else start


def colon(document: Document, key: int, value: int) -> int | None:
    """Return the position behind the colon between ``key`` and ``value``, None without one."""
    between = document.text[document.end(key) : document.start(value)]
    found = _COLON.match(between)
    return document.end(key) + found.end() if found else None


def dash_column(document: Document, key: int, items: int) -> int:
    """Return the column of the dashes of the block list ``items``, the value of ``key``."""
    position = colon(document, key, items)
    start = max(document.start(items), position or 0)
    text = document.text
    while (found := _BLANK.match(text, start)) and text[found.end() : found.end() + 1] in "&!":
        start = found.end() + len(re.split(r"\s", text[found.end() :], maxsplit=1)[0])
        if start >= len(text):
            break
    found = _BLANK.match(text, start)
    return column(document, found.end() if found else start)


def lines_after(document: Document, node: int, lines: list[str]) -> Iterator[Edit]:
    """Put ``lines`` behind the line on which ``node`` ends, where only a comment follows it."""
    ends = dict.fromkeys((document.end(node), document.full_end(node)))
    for end in ends:
        edit = lines_behind(document, end, lines)
        if edit:
            yield edit


def lines_behind(document: Document, end: int, lines: list[str]) -> Edit | None:
    """Put ``lines`` behind the line of position ``end``, None when more than a comment follows."""
    text, break_ = document.text, line_end(document)
    if end and end == line_start(document, end):  # behind a block text
        return Edit(end, end, "".join(f"{line}{break_}" for line in lines))
    rest = _REST.match(text, end)
    if rest is None:
        return None
    found = _LINE_END.match(text, rest.end())
    if found is None:
        return Edit(len(text), len(text), "".join(f"{break_}{line}" for line in lines))
    return Edit(found.end(), found.end(), "".join(f"{line}{break_}" for line in lines))


def lines_before(document: Document, node: int, lines: list[str]) -> Edit:
    """Put ``lines`` (without the indent of the first) where the block key ``node`` begins."""
    start = document.start(node)
    indent = " " * column(document, start)
    break_ = line_end(document)
    return Edit(start, start, "".join(f"{line}{break_}{indent}" for line in lines))
