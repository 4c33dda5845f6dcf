"""The decision log as a Markdown table, in which every text is shown as it was typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.messages import Language, text

from .log import Row, cells, headings

_MEANINGFUL = re.compile(r"[\\`*_\[\]<>|~$&]|:(?=//)")
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def as_markdown(title: str, rows: Sequence[Row], language: Language | None = None) -> str:
    """Return the log of the project called ``title``."""
    lines = [f"# {escaped(text('decide.log.title', language, title=title))}", ""]
    if not rows:
        return "\n".join([*lines, text("decide.log.empty", language), ""])
    lines += [_line(headings(language)), "|" + " --- |" * len(headings(language))]
    lines += [_line(cells(row, language)) for row in rows]
    return "\n".join([*lines, ""])


def _line(words: Sequence[str]) -> str:
    return "| " + " | ".join(map(escaped, words)) + " |"


def escaped(value: str) -> str:
    """Return ``value`` so that Markdown shows it literally; a new line becomes a break."""
    lines = _LINE_ENDS.split(value.strip())
    return "<br>".join(_MEANINGFUL.sub(r"\\\g<0>", _visible(line)) for line in lines)


def _visible(line: str) -> str:
    return "".join(c if c.isprintable() or c in "\u3000\u200d" else "\ufffd" for c in line)
