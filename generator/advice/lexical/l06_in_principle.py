"""A rule with exceptions that nobody names: 原則, 基本的に, 通常; "in principle".

The exceptions are what the software has to be built for. Ask how many there are, which, and who
allows them. 行動原則第1条 and 通常総会 are names.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.DECISION

RULE = Lexical(
    japanese=(
        Wording("原則(?!第)", in_names=True, first=True),
        Wording("基本的に(?:は)?|基本は|一般的に|一般に|ふだんは|普段は", in_names=True),
        Wording("通常"),
        Wording("通常(?=は|、|の場合|時)", in_names=True),
    ),
    english=(
        r"\bin principle\b",
        r"\b(?:normally|usually|generally|basically|typically|ordinarily)\b",
        r"\bas a (?:general )?rule\b",
    ),
)
