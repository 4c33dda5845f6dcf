"""Texts that a pattern matches: for samples, and for tests to type.

Whoever asks matches the text: what a pattern wants at its edges is not looked at here.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, islice
from random import Random

from .characters import Characters, others
from .matching import compiled
from .tree import Choice, Edge, Node, Repeat

LONGEST_EXAMPLE = 1_000
"""Characters of the longest text that is made."""
_MORE = 4
"""How often more than it must something is repeated at most."""
_MOST_TURNS = 200
"""How often more than it must everything in a text is repeated at most."""
_SHOWN = 200
"""Of how many characters of a class one is taken."""
_MOST_SEEN = 5_000
_SPACES = " \u3000"
_ODD = "ſ\u212a"
"""Letters that are capitals or small ones of usual letters, as only ``(?i)`` knows."""
_DIGITS = "0123456789"
_LATIN = f"{_DIGITS}abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_KANA = "あいうえおかきくけこさしすせそアイウエオカキクケコサシスセソ"
_KANJI = "山川田中村上下東西南北大小野原木林本町市道路橋水土石高松竹梅春夏秋冬日月火金人口手足"
_USUAL = (_LATIN, f"{_KANA}{_KANJI}-_. ", "０１２３４５６７８９ＡＢＣ・、。!?#%&@/()　")
"""Characters to choose from, the first that a class holds some of."""


def example(regex: str, random: Random, *, shortest: int = 0, longest: int = 0) -> str | None:
    """Return a text that should match ``regex``, None when none can be made.

    It is as long as ``shortest`` and ``longest`` (0: no more than LONGEST_EXAMPLE characters) want it
    where that can be done. Raises NotAPattern.
    """
    room = min(longest or LONGEST_EXAMPLE, LONGEST_EXAMPLE)
    return _Maker(random, min(shortest, room), room).make(compiled(regex).tree)


class _Maker:
    """Walks through a pattern and writes down what it asks for.

    ``_room`` characters and ``_turns`` repetitions more than the fewest may still be made, and
    ``_missing`` characters should be.
    """

    def __init__(self, random: Random, shortest: int, longest: int) -> None:
        self._random = random
        self._missing = shortest
        self._room = longest
        self._turns = _MOST_TURNS + shortest
        self._fewest: dict[int, int | None] = {}

    def make(self, tree: Node) -> str | None:
        fewest = self._least(tree)
        if fewest is None or fewest > self._room:
            return None
        self._take(fewest)
        return self._text(tree)

    def _least(self, node: Node) -> int | None:
        """Return how many characters ``node`` has at least, None when there is no such text."""
        if id(node) not in self._fewest:
            self._fewest[id(node)] = self._count(node)
        return self._fewest[id(node)]

    def _count(self, node: Node) -> int | None:
        if isinstance(node, Edge):
            return 0
        if isinstance(node, Characters):
            return 1 if members(node) else None
        if isinstance(node, Repeat):
            once = self._least(node.part)
            return 0 if not node.least else None if once is None else once * node.least
        counts = [self._least(part) for part in node.parts]
        known = [count for count in counts if count is not None]
        if isinstance(node, Choice):
            return min(known, default=None)
        return sum(known) if len(known) == len(counts) else None

    def _text(self, node: Node) -> str:
        if isinstance(node, Edge):
            return ""
        if isinstance(node, Characters):
            return self._random.choice(members(node))
        if isinstance(node, Repeat):
            return "".join(self._text(node.part) for _ in range(self._times(node)))
        if isinstance(node, Choice):
            return self._text(self._chosen(node))
        return "".join(map(self._text, node.parts))

    def _times(self, node: Repeat) -> int:
        """Decide how often to repeat, and take the room for it."""
        once = self._least(node.part)
        if once is None:
            return 0
        most = self._turns if node.most is None else min(self._turns, node.most - node.least)
        if once:
            most = min(most, self._room // once)
        needed = min(most, max(0, -(-self._missing // once))) if once else 0
        more = self._random.randint(needed, min(most, needed + _MORE))
        self._take(more * once)
        self._turns -= more
        return node.least + more

    def _take(self, characters: int) -> None:
        self._room -= characters
        self._missing -= characters

    def _chosen(self, node: Choice) -> Node:
        fewest = self._least(node) or 0
        fitting = []
        for part in node.parts:
            least = self._least(part)
            if least is not None and least - fewest <= self._room:
                fitting.append((part, least - fewest))
        part, more = self._random.choice(fitting)
        self._take(more)
        return part


@lru_cache(maxsize=1000)
def members(characters: Characters) -> str:
    """Return some of ``characters`` to choose from, such as people read; empty where there are none."""
    if not (characters.negated or characters.kinds):
        listed = _first(characters)
        if len(listed) < _SHOWN:
            return listed
    for usual in _USUAL:
        found = "".join(character for character in usual if character in characters)
        if found:
            return found
    return _first(characters)


def _first(characters: Characters) -> str:
    """Return the first of ``characters`` that can be read, else the first of all."""
    ranges = others(characters.ranges) if characters.negated else characters.ranges
    codes = chain.from_iterable(range(low, min(high, low + _SHOWN) + 1) for low, high in ranges)
    held = [sign for sign in map(chr, islice(codes, _MOST_SEEN)) if sign in characters]
    seen = (sign for sign in held if sign.isprintable() or sign in _SPACES)
    readable = [sign for sign in seen if sign not in _ODD]
    return "".join(islice(readable or held, _SHOWN))
