"""Text that a spec writes in Markdown: headings, paragraphs, lists, tables, links to screens.

It is parsed and built from the kit's own elements, each piece as plain text: no HTML is made of
it, so that nothing in it can become a tag or a script.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote, unquote

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as Node
from nicegui import ui

from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import link, words

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

_LOWEST = 6
"""The last level of headings that there is."""

_SIGNS = "{}「」『』（）、。！？・"
_MEANWHILE = str.maketrans({sign: chr(0xE000 + place) for place, sign in enumerate(_SIGNS)})
_BACK = str.maketrans({chr(0xE000 + place): sign for place, sign in enumerate(_SIGNS)})
"""Signs that stand aside while Markdown is read: else ``は**「赤」**の`` would not be strong."""

_parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def prose(view: View, text: str, fill: Callable[[str], str] = str, *, under: int = 1) -> None:
    """Put ``text`` on the page; ``fill`` may change every piece of it once it is taken apart.

    Its headings stand below one of the level ``under``.

    ``[words](screen_key)`` leads to a screen, if the visitor may open it. A line that ends ends on
    the page as well.
    """
    with keyed("prose"), ui.element("div").classes("kit-prose"):
        _Prose(view, fill, under).show(text)


class _Prose:
    """A text while it is put on the page."""

    def __init__(self, view: View, fill: Callable[[str], str], under: int) -> None:
        self._view = view
        self._fill = fill
        self._under = under
        self._first = 1

    def show(self, text: str) -> None:
        """Put ``text`` where elements are being made."""
        tree = Node(_parser.parse(text.translate(_MEANWHILE)))
        levels = [int(node.tag[1:]) for node in tree.walk() if node.type == "heading"]
        self._first = min(levels, default=1)
        self._all(tree.children)

    def _all(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            self._one(node)

    def _one(self, node: Node) -> None:
        if node.type == "heading":
            level = int(node.tag[1:]) - self._first + 1 + self._under
            self._text(node.children, f"h{min(level, _LOWEST)}", "kit-heading")
        elif node.type in ("fence", "code_block"):
            words(self._filled(node).rstrip("\n"), "pre", "kit-text")
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
        screen = self._view.prototype.screen(unquote(href).translate(_BACK))
        if screen:
            return self._view.address(screen) if self._view.may_open(screen) else ""
        for meanwhile, sign in _BACK.items():
            href = href.replace(quote(chr(meanwhile)), quote(sign))
        return href if _OUTSIDE.match(href) else ""

    def _plain(self, nodes: Iterable[Node]) -> str:
        """Return what is read of ``nodes``, without what they look like."""
        return "".join(
            "\n"
            if node.type in _BREAKS
            else self._plain(node.children) or (self._filled(node) if _is_text(node) else "")
            for node in nodes
        )

    def _filled(self, node: Node) -> str:
        return self._fill(node.content.translate(_BACK))


def _inside(node: Node) -> Sequence[Node]:
    return node.children if node.type == "inline" else [node]


def _is_text(node: Node) -> bool:
    return node.type in ("text", "code_inline")
