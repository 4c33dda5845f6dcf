"""Texts of a spec in the language of Mermaid, where any sign could mean something.

Mermaid has no way of quoting that holds everywhere. So every sign but letters and digits steps
aside into the private use area of Unicode, which means nothing to it; whoever shows the drawing
puts the signs back (``drawing.js`` of the workshop), in texts that are never read as HTML.
"""

from __future__ import annotations

ASIDE = 0xE000
"""A sign of Latin-1 stands aside at this place and its own: ``<`` at U+E03C."""

_PRIVATE = range(0xE000, 0xF900)
_LONGEST = 60
BREAK = "<br/>"
"""Begins a new line within a text."""


def escaped(text: str, longest: int = _LONGEST) -> str:
    """Return ``text`` in one line, shortened to ``longest`` characters, as nothing but text."""
    words = " ".join(text.split())
    if len(words) > longest:
        words = f"{words[: longest - 1]}…"
    return "".join(map(_escaped, words))


def word(text: str) -> str:
    """Return ``text`` as a single word that does not begin with a digit, for names of fields."""
    signs = escaped(text).replace(" ", chr(ASIDE + ord(" "))) or "-"
    return chr(ASIDE + ord(signs[0])) + signs[1:] if signs[0].isascii() else signs


def _escaped(sign: str) -> str:
    code = ord(sign)
    if code in _PRIVATE:
        return "\ufffd"
    means_nothing = code > 0xFF or sign == " " or (sign.isascii() and sign.isalnum())
    return sign if means_nothing else chr(ASIDE + code)
