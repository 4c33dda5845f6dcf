"""Text that a spec writes in Markdown: headings, paragraphs, lists, tables, links to screens.

It is parsed and built from the kit's own elements, each piece as plain text: no HTML is made of
it, so that nothing in it can become a tag or a script.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as Node
from nicegui import ui

from .keys import keyed
from .screen import View
from .widgets import link, words

_TAGS = {
    "paragraph": "p",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "blockquote": "blockquote",
    "strong": "strong",
    "em": "em",
    "thead": "thead",
    "tbody": "tbody",
    "tr": "tr",
    "th": "th",
    "td": "td",
}
_BREAKS = {"softbreak", "hardbreak"}
_OUTSIDE = re.compile(r"(https?://|mailto:|tel:)", re.I)
"""Links that lead out of the prototype; everything else must be the key of a screen."""

_HIGHEST, _LOWEST = 2, 6
"""Levels of headings: the title of the screen is above them."""

_parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def prose(view: View, text: str, fill: Callable[[str], str] = str) -> None:
    """Put ``text`` on the page; ``fill`` may change every piece of it once it is taken apart.

    ``[words](screen_key)`` leads to a screen, if the visitor may open it. A line that ends ends on
    the page as well.
    """
    with keyed("prose"), ui.element("div").classes("kit-prose"):
        _Prose(view, fill).show(text)


class _Prose:
    """A text while it is put on the page."""

    def __init__(self, view: View, fill: Callable[[str], str]) -> None:
        self._view = view
        self._fill = fill
        self._first = 1

    def show(self, text: str) -> None:
        """Put ``text`` where elements are being made."""
        tree = Node(_parser.parse(text))
        levels = [int(node.tag[1:]) for node in tree.walk() if node.type == "heading"]
        self._first = min(levels, default=1)
        self._all(tree.children)

    def _all(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            self._one(node)

    def _one(self, node: Node) -> None:
        if node.type == "heading":
            level = int(node.tag[1:]) - self._first + _HIGHEST
            self._text(node.children, f"h{min(level, _LOWEST)}", "kit-heading")
        elif node.type in ("fence", "code_block"):
            words(self._fill(node.content.rstrip("\n")), "pre", "kit-text")
        elif node.type == "hr":
            ui.element("hr")
        elif node.type == "table":
            with ui.element("div").classes("kit-table-frame"), ui.element("table"):
                self._all(node.children)
        elif node.type == "paragraph" and node.hidden:
            self._all(node.children)  # an item of a list that needs no paragraph
        elif node.type == "link":
            self._link(node)
        elif node.type in _TAGS:
            self._text(node.children, _TAGS[node.type], start=node.attrs.get("start"))
        elif node.type == "inline":
            self._all(node.children)
        elif not node.children:
            words(self._plain([node]), "code" if node.type == "code_inline" else "span", "kit-text")

    def _text(
        self, nodes: Sequence[Node], tag: str, classes: str = "", start: object = None
    ) -> None:
        """Put ``nodes`` into an element; one that holds nothing but text is that text."""
        inner = [child for node in nodes for child in _inside(node)]
        if all(child.type in {"text", *_BREAKS} for child in inner):
            words(self._plain(inner), tag, f"kit-text {classes}")
            return
        with ui.element(tag).classes(classes) as element:
            if start is not None:
                element.props["start"] = start
            self._all(nodes)

    def _link(self, node: Node) -> None:
        text, target = self._plain(node.children), self._target(str(node.attrs.get("href", "")))
        if target:
            link(text, target)
        else:
            words(text, "span", "kit-text")

    def _target(self, href: str) -> str:
        """Return the address of the screen, or the one outside; empty where no way leads."""
        screen = self._view.prototype.screen(unquote(href))
        if screen:
            return self._view.address(screen) if self._view.may_open(screen) else ""
        return href if _OUTSIDE.match(href) else ""

    def _plain(self, nodes: Iterable[Node]) -> str:
        """Return what is read of ``nodes``, without what they look like."""
        return "".join(
            "\n"
            if node.type in _BREAKS
            else self._plain(node.children) or self._fill(node.content if _is_text(node) else "")
            for node in nodes
        )


def _inside(node: Node) -> Sequence[Node]:
    return node.children if node.type == "inline" else [node]


def _is_text(node: Node) -> bool:
    return node.type in ("text", "code_inline")
