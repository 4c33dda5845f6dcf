"""Specs laid out in every way that YAML allows and people find, each known piece by piece.

A layout is a list of pieces: what must still stand there, byte for byte, after a decision on
``F1``, and what may be replaced. Texts carry marks (``#c1``) so that comments can be counted.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

GONE = "\0"
"""Stands before and behind what may be replaced."""


@dataclass(frozen=True)
class Layout:
    """A spec as a file may hold it; ``phase`` is that of F1, ``recorded`` its decisions."""

    name: str
    pieces: tuple[str, ...]
    phase: str
    recorded: int
    end: str
    bom: bool

    @property
    def content(self) -> bytes:
        text = "".join(self.pieces)
        return (b"\xef\xbb\xbf" if self.bom else b"") + self._ended(text).encode()

    @property
    def kept(self) -> list[bytes]:
        """The pieces that must stay, in their order."""
        return [self._ended(piece).encode() for piece in self.pieces[::2]]

    def _ended(self, text: str) -> str:
        return text.replace("\n", self.end)


PHASES = {
    "plain": ("phase: \0001\0", "1"),
    "comment": ("phase: \0001\0   # #c1 1 = 初期", "1"),
    "tab_comment": ("phase: \0001\0\t# #c1\ttab", "1"),
    "double": ('phase: \0"1"\0', "1"),
    "single": ("phase: \0'1'\0 # #c1", "1"),
    "quoted_key": ('"phase": \0"1"\0', "1"),
    "single_key": ("'phase' : \0001\0", "1"),
    "own_line": ("phase:\n{i}  \0001\0 # #c1", "1"),
    "own_line_after_comment": ("phase: # #c1\n{i}  \0001\0", "1"),
    "literal": ("phase: \0|\0 # #c1\0\n{i}  1\0", "1"),
    "folded": ("phase: \0>-\n{i}  1\0\n", "1"),
    "kept_literal": ("phase: \0|+\n{i}    1\0\n\n", "1"),
    "null": ("phase:\0\0", "undecided"),
    "null_comment": ("phase:\0\0  # #c1", "undecided"),
    "tilde": ("phase: \0~\0", "undecided"),
    "word_null": ("phase: \0null\0 # #c1", "undecided"),
    "anchored": ("phase: &p \0001\0", "1"),
    "alias": ("phase: \0*one\0 # #c1", "1"),
    "two_spaces": ("phase:  \0001\0  ", "1"),
    "other": ("phase: \0第１期\0", "第１期"),
    "explicit": ("? phase\n{i}: \0001\0", "1"),
    "missing": ("", "undecided"),
}

_OLD = (
    '{id: 01A, at: "2026-11-05T14:20:00+09:00", from: undecided, phase: PHASE, by: "総務課", '
    'reason: "まだ"}'
)
_OLD_BLOCK = (
    "id: 01A\n{j}at: 2026-11-05T14:20:00+09:00\n{j}from: undecided\n{j}phase: PHASE\n"
    "{j}by: 総務課 # #c2\n{j}reason: |\n{j}  まだ\n\0\0"
)

DECISIONS = {
    "missing": ("", 0),
    "null": ("decisions:\0\0", 0),
    "null_comment": ("decisions:\0\0 # #c2", 0),
    "tilde": ("decisions:\0 ~\0 # #c2", 0),
    "empty": ("decisions:\0 []\0", 0),
    "empty_comment": ("decisions:\0 []\0 # #c2 none", 0),
    "empty_spaced": ("decisions:\0 [ ]\0", 0),
    "empty_lines": ("decisions: [\0\0 # #c2\n{i}  ]", 0),
    "flow": (f"decisions: [{_OLD}\0\0]", 1),
    "flow_comma": (f"decisions: [ {_OLD}\0\0, ] # #c2", 1),
    "flow_lines": (f"decisions: [ # #c2\n{{i}}    {_OLD}\0\0 # #c3\n\0\0{{i}}  ]", 1),
    "flow_lines_comma": (f"decisions: [\n{{i}}    {_OLD}, # #c2\n\0\0{{i}}]", 1),
    "block": (f"decisions:\n{{i}}  - {_OLD}", 1),
    "block_comments": (f"decisions: # #c2\n{{i}}  # #c3\n{{i}}  - {_OLD} # #c4", 1),
    "indentless": (f"decisions:\n{{i}}- {_OLD}", 1),
    "deep": (f"decisions:\n\n{{i}}     -   {_OLD}\n\0\0", 1),
    "block_items": (f"decisions:\n{{i}}  - {_OLD_BLOCK.replace('{j}', '{i}    ')}", 1),
    "dash_alone": (f"decisions:\n{{i}}  -\n{{i}}    {_OLD}", 1),
    "anchored": (f"decisions: &d\n{{i}}  - &e {_OLD}", 1),
    "quoted_key": (f'"decisions" :\n{{i}}  - {_OLD}', 1),
}

_TITLES = (
    "title: 題名",
    'title: "題名" # #c5',
    "title: |\n{i}  題名\n{i}  二行",
    "title: >\n{i}  題名\n\n{i}  二行\n\0\0",
    "title: 題名\n{i}  つづき",
    "'title': '題''名'\t# #c5",
    "title: &t 題名",
)
_OTHERS = (
    "detail: 現場で # ではない #c6",
    "needs: [F0]",
    "needs:\n{i}- F0",
    "difficulty: easy\t# #c7",
    "detail: |+\n{i}  {{}} [] 'x\n\n{i}   # no comment\n",
    'detail: "改行\\n\\\n{i}  つづき"',
    "detail: {{i}}".replace("{{i}}", "'{波}'"),
    "\n{i}# #c8\n{i}goal: G1",
)
_HEADS = (
    "project: 試し\ngoals: {G1: 目標}\nphases: {1: 第1期, 2: 第2期, 第１期: 別}\n",
    "# #h1\nproject: {title: 試し, team: &one '1'}\n\nphases:\n  1: 第1期\n  2: 第2期 # #h2\n"
    "  第１期: 別\ngoals:\n- G1\n",
    "---\nproject:\n    title: 試し\nphases: {'1': 第1期, '2': 第2期, 第１期: 別} # #h1\n"
    "goals: {G1: }\n",
)
_TAILS = (
    "",
    "glossary: {語: 意味}\n",
    "# #t1\n",
    "\nquestions:\n  Q1: だれが\n# #t1\n\n",
    "glossary:\n  語: |\n    意味\n\n\n# #t1",
    "...\n",
    "\n\n",
)


def layouts(count: int, seed: int = 1) -> Iterator[Layout]:
    """Yield ``count`` layouts, the same ones for the same ``seed``."""
    chance = random.Random(seed)
    makers = (_block, _block, _block, _flow, _flow_lines, _short, _names)
    for number in range(count):
        yield makers[number % len(makers)](chance, number)


def _filled(text: str, indent: str, phase: str) -> str:
    return text.replace("{i}", indent).replace("PHASE", phase)


def _whole(
    chance: random.Random, name: str, home: str, phase: str, recorded: int, head: str | None = None
) -> Layout:
    """Put a ``features:`` section (``home``) into a file."""
    needs_one = "*one" in home
    head = head or (_HEADS[1] if needs_one else chance.choice(_HEADS))
    text = head + home + chance.choice(_TAILS)
    cut = chance.random() < 0.2 and not text.endswith("...\n")
    text = text.rstrip("\n") if cut and not _ends_with_block_text(text) else text
    end = chance.choice(("\n", "\n", "\n", "\r\n", "\r"))
    bom = chance.random() < 0.2
    return Layout(f"{name}-{end!r}-{bom}", tuple(text.split(GONE)), phase, recorded, end, bom)


def _ends_with_block_text(text: str) -> bool:
    return text.rstrip("\n").endswith(("二行", "まだ", "comment"))


def _block(chance: random.Random, number: int) -> Layout:
    outer = " " * chance.choice((1, 2, 2, 2, 3, 4, 8))
    inner = outer + " " * chance.choice((1, 2, 2, 2, 4, 7))
    phase_name, decisions_name = chance.choice(list(PHASES)), chance.choice(list(DECISIONS))
    phase_text, phase = PHASES[phase_name]
    decisions_text, recorded = DECISIONS[decisions_name]
    rows = [phase_text, decisions_text, *chance.sample(_OTHERS, chance.randint(0, 2))]
    rows = [row for row in rows if row]
    chance.shuffle(rows)
    rows.insert(chance.choice((0, 0, 0, len(rows))), chance.choice(_TITLES))
    rows = _once_each(rows)
    body = "".join(f"{inner}{_filled(row, inner, phase)}\n{GONE}{GONE}" for row in rows)
    body = GONE * 2 + inner + GONE * 2 + body[len(inner) :] if phase_name == "missing" else body
    key = chance.choice(("F1:", "F1: # #k1", '"F1":', "F1: &f", "F1 :"))
    before = f"{outer}F0: 先のもの\n" if chance.random() < 0.7 else f"{outer}F0: {{title: 先}}\n"
    after = f"{outer}# #a1\n{outer}F2:\n{inner}title: 後のもの\n" if chance.random() < 0.6 else ""
    home = f"features:\n{before}{outer}{key}\n{body}{after}"
    return _whole(chance, f"block-{phase_name}-{decisions_name}-{number}", home, phase, recorded)


def _once_each(rows: list[str]) -> list[str]:
    """Leave out rows whose key is there already."""
    seen: set[str] = set()
    found = []
    for row in rows:
        key = row.replace("\n{i}# #c8\n{i}", "").split(":")[0].strip("'\" ?\n{i}")
        if key not in seen:
            seen.add(key)
            found.append(row)
    return found


def _flow(chance: random.Random, number: int) -> Layout:
    phase_text, phase = chance.choice(
        (
            ("phase: \0001\0", "1"),
            ('"phase":\0"1"\0', "1"),
            ("phase: \0'1'\0 ", "1"),
            ("phase: \0\0", "undecided"),
            ("phase\0\0", "undecided"),
            ("phase: \0~\0", "undecided"),
            ("", "undecided"),
        )
    )
    decisions_text, recorded = chance.choice(
        (
            ("", 0),
            ("decisions: \0[]\0", 0),
            ("decisions: \0~\0", 0),
            (f"decisions: [{_OLD}\0\0]", 1),
        )
    )
    rows = [row for row in (phase_text, decisions_text, "needs: [F0]", 'detail: "}"') if row]
    rows = chance.sample(rows, len(rows))
    rows.insert(0, "title: 題名")
    comma_with_spaces = chance.choice((", ", " \0\0, ", ",  "))
    comma = chance.choice(("", ","))
    inside = f"{GONE}{GONE}{comma_with_spaces}".join(_filled(row, "", phase) for row in rows)
    entry = f"F1: {{{inside}{GONE}{GONE}{comma}}}"
    style = chance.choice(("line", "all", "json"))
    if style == "line":
        home = f"features:\n  F0: 先\n  {entry} # #c1\n  F2: 後\n"
    elif style == "all":
        home = f"features: {{F0: 先, {entry}, F2: 後}} # #c1\n"
    else:
        home = f'"features": {{"F0": {{"title":"先"}}, {entry}}}\n'
    return _whole(chance, f"flow-{style}-{number}", home, phase, recorded)


def _flow_lines(chance: random.Random, number: int) -> Layout:
    recorded = chance.choice((0, 1))
    old = f",\n      decisions: [\n        {_OLD} # #c3\n\0\0      ]" if recorded else ""
    comma = chance.choice(("", ","))
    home = (
        "features:\n  F0: 先\n  F1: { # #c1\n    title: 題名,\n    phase: \0001\0\0\0"
        f"{_comma_before(old)}{comma} # #c2\n  }}\n  F2: 後\n"
    )
    return _whole(chance, f"lines-{number}", _filled(home, "", "1"), "1", recorded)


def _comma_before(old: str) -> str:
    return old.replace(f"{_OLD} # #c3", f"{_OLD}\0\0 # #c3")


def _short(chance: random.Random, number: int) -> Layout:
    outer = " " * chance.choice((1, 2, 4))
    text = chance.choice(
        (
            "F1:\0 \0題名\0\0",
            "F1:\0 \0題名\0\0 # #c1\n\0\0",
            'F1:\0 \0"題名 # ではない"\0\0 # #c1\n\0\0',
            "F1:\0 \0'題''名'\0\0",
            "F1:\0\0",
            "F1:\0\0 # #c1\n\0\0",
            "F1:\0 ~\0 # #c1",
            "F1:\n{i}  \0\0題名 # #c1",
            "F1:\0 \0|\n{i}  題名\n{i}  二行",
            "F1:\0 \0>-\n{i}    題名",
            "F1:\0 \0題名\n{i}  つづき\0\0",
            "F1:\0 \0&t 題名\0\0",
        )
    )
    row = outer + text.replace("{i}", outer)
    row += "" if row.endswith("\n\0\0") else "\n\0\0"
    home = f"features:\n{outer}F0: 先\n{row}{outer}F2: 後\n"
    return _whole(chance, f"short-{number}", home, "undecided", 0)


def _names(chance: random.Random, number: int) -> Layout:
    home = chance.choice(
        (
            "features: \0[\0F0\0\0, F1\0\0, F2\0]\0 # #c1\n",
            "features:\n  \0-\0 F0\0\0 # #c1\n  \0-\0 F1\0\0 # #c2\n\0\0  \0-\0 F2\0\0\n",
            "features:\n\0-\0 F0\0\0\n\0-\0 F1\0\0\n\0\0# #c1\n\0-\0 F2\0\0\n",
            "features: {F0, F1\0\0, F2} # #c1\n",
            "features: \0[\0\n  F0\0\0, # #c1\n  F1\0\0, # #c2\n  F2\0\0,\n\0]\0\n",
        )
    )
    return _whole(chance, f"names-{number}", home, "undecided", 0)
