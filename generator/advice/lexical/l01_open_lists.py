"""A list that is left open: 等, など, ほか, その他; "etc.".

納入等 is read by one as payment and refund, by another as payment alone. Ask for the whole list, or
for what makes something belong to it. 等級 and 平等 are other words, その他 as a choice is a value.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.WORDING

RULE = Lexical(
    japanese=(
        Wording("等(?!しい)"),
        Wording("など", in_names=True),
        Wording("をはじめ(?:と)?"),
        Wording("(?<=の)ほか(?![0-9０-９のに])", in_names=True),
        Wording("(?<=[^\\s、。のが])ほか(?![0-9０-９のは])", in_names=True),
        Wording("その他(?![をがはに」]|と(?:する|し))", in_names=True),
    ),
    english=(
        r"\betc\b\.?",
        r"\band (?:so on|so forth|the like)\b",
        r"\b(?:and|or) others?\b",
        r"\bsuch as\b",
        r"\bincluding but not limited to\b",
    ),
)
