"""Wish, permission or duty: 望ましい, することができる; "should", "may".

It must be known before a maker says what it costs. Ask whether the software has to, and who may
leave it. ことができること is how specifications say that it must.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.DECISION

RULE = Lexical(
    japanese=(
        Wording("ことが(?:できる|出来る|可能である)(?=[。、)）が]|と|もの|旨|$)", in_names=True),
        Wording("望ましい|望まれる|好ましい|推奨する|推奨される", in_names=True),
        Wording("(?<=て)もよい|(?<=て)も良い|(?<=て)も差し支えない|(?<=で)もよい", in_names=True),
    ),
    english=(
        r"\bshould\b(?! not)",
        r"\b(?-i:may)\b(?! (?:not|need|want|take|happen|occur|contain)\b)",
        r"\b(?:desirabl[ey]|preferabl[ey]|recommended|optional(?:ly)?|ideally)\b",
    ),
)
