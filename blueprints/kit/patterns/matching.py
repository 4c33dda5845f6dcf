"""Matches texts by RE2, whose time grows with the text and the pattern, and with nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from .characters import Characters
from .reading import read
from .refusal import NotAPattern, Reason
from .signs import Signs, TooManySignsError
from .tree import Choice, Edge, Node, Repeat, Sequence

LONGEST_TEXT = 4_000
"""Characters of the longest text that may match; with the steps it bounds the time of one match."""
_MOST_STEPS = 5_000
"""Of a pattern as RE2 sees it: a character, or one of several to repeat, is about one."""
_MOST_BYTES = 2_000_000
"""What RE2 may use for one pattern with what it remembers of texts; a hundred are kept."""
_MOST_REPEATS = 1_000
"""How far RE2 counts."""


class Pattern:
    """A pattern that texts are matched with. Raises NotAPattern."""

    def __init__(self, regex: str) -> None:
        self.tree = read(regex)
        _refuse_large_counts(regex, self.tree)
        try:
            self._signs = Signs(_leaves(self.tree, Characters), _leaves(self.tree, Edge))
            self._regexp = _compiled(_written(self.tree, self._signs))
        except (TooManySignsError, OverflowError):
            raise NotAPattern(Reason.TOO_LARGE, regex, 0, len(regex)) from None

    def matches(self, text: str) -> bool:
        """Tell whether the whole of ``text`` matches; none does that is longer than LONGEST_TEXT."""
        if len(text) > LONGEST_TEXT:
            return False
        return self._regexp.fullmatch(self._signs.of_text(text)) is not None


@lru_cache(maxsize=100)
def compiled(regex: str) -> Pattern:
    """Return the pattern that ``regex`` writes down. Raises NotAPattern."""
    return Pattern(regex)


def _compiled(regex: str) -> Any:
    """Return RE2's own form of ``regex``. Raises OverflowError when it is too large."""
    import re2  # only where a field has a pattern

    options = re2.Options()
    options.max_mem = _MOST_BYTES
    options.never_capture = True
    options.log_errors = False
    try:
        regexp = re2.compile(regex.encode(), options)
    except re2.error as error:
        raise OverflowError(str(error)) from error
    if regexp.programsize > _MOST_STEPS:
        raise OverflowError(regexp.programsize)
    return regexp


def _leaves(node: Node, kind: type[Any]) -> Iterator[Any]:
    """Yield the parts of ``node`` that are of ``kind`` and have no parts of their own."""
    if isinstance(node, kind):
        yield node
    elif isinstance(node, Repeat):
        yield from _leaves(node.part, kind)
    elif isinstance(node, Sequence | Choice):
        for part in node.parts:
            yield from _leaves(part, kind)


def _refuse_large_counts(regex: str, node: Node, times: int = 1) -> None:
    """Refuse bounds that multiply to more than RE2 counts."""
    if isinstance(node, Repeat):
        times *= max(1, node.least if node.most is None else node.most)
        if times > _MOST_REPEATS:
            raise NotAPattern(Reason.TOO_OFTEN, regex, node.start, node.end)
        _refuse_large_counts(regex, node.part, times)
    elif isinstance(node, Sequence | Choice):
        for part in node.parts:
            _refuse_large_counts(regex, part, times)


def _written(node: Node, signs: Signs) -> str:
    """Return ``node`` as RE2 reads it, over signs instead of characters."""
    if isinstance(node, Characters):
        return signs.of_class(node)
    if isinstance(node, Edge):
        return node.value
    if isinstance(node, Repeat):
        return f"(?:{_written(node.part, signs)}){_bounds(node)}"
    between = "|" if isinstance(node, Choice) else ""
    return "(?:" + between.join(_written(part, signs) for part in node.parts) + ")"


def _bounds(node: Repeat) -> str:
    if node.most is None and node.least <= 1:
        return "+" if node.least else "*"
    return f"{{{node.least},{'' if node.most is None else node.most}}}"
