"""A judgement without a standard: 適切, 適正, 的確, 適宜, 適当; "appropriate".

Everybody agrees that data is kept appropriately, and everybody does something else. Ask what passes
and what fails. In the name of a law (適正化法) it is a name.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.WORDING

RULE = Lexical(
    japanese=(Wording("適切|適正化?|的確|適当|妥当"), Wording("適宜", in_names=True)),
    english=(
        r"\b(?:in)?appropriate(?:ly)?\b",
        r"\b(?:in)?adequate(?:ly)?\b",
        r"\bsuitabl[ey]\b",
        r"\bproper(?:ly)?\b",
        r"\breasonabl[ey]\b",
    ),
)
