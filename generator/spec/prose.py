"""What a text in Markdown holds: its headings, what can be read in it, its links.

The kit builds pages out of such texts (``kit/kinds/prose.py``) and parses them the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:  # most specs have no such text, and importing it takes long
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode as Node

_OUTSIDE = re.compile(r"(https?://|mailto:|tel:)", re.I)
_SIGNS = "{}「」『』（）、。！？・"
_MEANWHILE = str.maketrans({sign: chr(0xE000 + place) for place, sign in enumerate(_SIGNS)})
_BACK = str.maketrans({chr(0xE000 + place): sign for place, sign in enumerate(_SIGNS)})
"""Signs that stand aside while Markdown is read: else ``は**「赤」**の`` would not be strong."""
_TEXTS = {"paragraph", "heading", "th", "td"}


@dataclass(frozen=True)
class Link:
    """A link: its words and where it leads, to a screen by its key unless it is ``outside``."""

    text: str
    target: str
    outside: bool


@dataclass(frozen=True)
class Prose:
    """A text that was taken apart; ``lines`` is everything that can be read, headings too."""

    headings: tuple[str, ...]
    lines: tuple[str, ...]
    links: tuple[Link, ...]


@lru_cache(maxsize=256)
def read_prose(text: str) -> Prose:
    """Take a text in Markdown apart; there is no text that is none."""
    from markdown_it.tree import SyntaxTreeNode

    tree = SyntaxTreeNode(_parser().parse(text.translate(_MEANWHILE)))
    return Prose(
        headings=tuple(_plain(node) for node in tree.walk() if node.type == "heading"),
        lines=tuple(filter(None, _lines(tree))),
        links=tuple(_link(node) for node in tree.walk() if node.type == "link"),
    )


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def _lines(tree: Node) -> Iterator[str]:
    for node in tree.walk():
        if node.type in _TEXTS:
            yield from _plain(node).split("\n")
        elif node.type in ("fence", "code_block"):
            yield from node.content.translate(_BACK).split("\n")


def _link(node: Node) -> Link:
    href = str(node.attrs.get("href", ""))
    outside = bool(_OUTSIDE.match(href))
    for meanwhile, sign in _BACK.items():
        href = href.replace(quote(chr(meanwhile)), quote(sign))
    return Link(_plain(node), href if outside else unquote(href), outside)


def _plain(node: Node) -> str:
    if node.type in ("softbreak", "hardbreak"):
        return "\n"
    children: Sequence[Node] = node.children
    if children:
        return "".join(map(_plain, children))
    return node.content.translate(_BACK) if node.type in ("text", "code_inline") else ""
